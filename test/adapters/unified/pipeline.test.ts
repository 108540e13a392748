import type { Root } from 'mdast'
import rehypeParse from 'rehype-parse'
import { rehype } from 'rehype'
import { remark } from 'remark'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMessageControl from 'remark-message-control'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'
import fineprint from '../../../src/adapters/unified.ts'
import type { Config } from '../../../src/lint/config.ts'
import { onlySure } from '../../support/own-rule.ts'

function markdown(text: string, config: Config = onlySure(), path = 'news/story.md') {
  return lint(remark().use(fineprint, config), text, path)
}

/** Parses and runs a file through a processor's transformers, without printing the tree again. */
function lint(processor: { parse(file: VFile): object; runSync(tree: never, file: VFile): unknown }, text: string, path: string) {
  const file = new VFile({ value: text, path, cwd: '/desk' })
  const tree = processor.parse(file)
  const before = JSON.stringify(tree)
  processor.runSync(tree as never, file)
  expect(JSON.stringify(tree)).toBe(before)
  return file
}

const words = (file: VFile) => file.messages.map((message) => String(file).slice(...offsets(message)))

function offsets({ place }: VFileMessage): [number, number] {
  if (!place || !('start' in place)) throw new Error('expected a place with start and end')
  return [place.start.offset!, place.end.offset!]
}

describe('a message', () => {
  test('has place, rule, source, page, words and what may stand instead', () => {
    const [message] = markdown('Nothing here.\n\nThe deal is sure, he wrote.\n').messages
    expect(message).toMatchObject({
      reason: '`sure` promises too much, expected something milder',
      place: { start: { line: 3, column: 13, offset: 27 }, end: { line: 3, column: 17, offset: 31 } },
      ruleId: 'sure', source: 'fineprint', fatal: true, actual: 'sure', expected: ['likely'],
      note: 'Certainty nobody has.\n- Ask who says so',
    })
    expect(message!.url).toMatch(/^https:\/\/\S+\/sure\.md$/u)
  })

  test('carries the place it speaks of as its cause', () => {
    const [message] = markdown('The deal is sure, he wrote.\n').messages
    expect(message!.cause).toMatchObject({ reason: 'the sentence begins with `The`', line: 1, column: 1, stack: 'the sentence begins with `The` (line 1)' })
  })

  test.each([['error', true], ['warn', false], ['info', undefined]] as const)('of severity %s is fatal: %s', (severity, fatal) => {
    expect(markdown('It is sure.\n', onlySure(severity)).messages.map((m) => m.fatal)).toEqual([fatal])
  })

  test('gives what stands in the source when it is a replacement inside markup', () => {
    expect(markdown('It *is* a sure thing.\n').messages[0]!.expected).toEqual(['likely'])
  })
})

describe('places', () => {
  test.each([
    ['byte order mark', '\uFEFFIt is sure.\n'],
    ['CRLF', 'One.\r\n\r\nIt is sure.\r\n'],
    ['emoji', '🐟 *It* 😀 is sure.\n'],
    ['entities and escapes', 'Fish &amp; chips \\* are sure.\n'],
    ['a table without remark-gfm', '| who | what |\n| --- | --- |\n| Ana | is sure |\n'],
    ['front matter without remark-frontmatter', '---\ntitle: One\n---\n\nIt is sure.\n'],
  ])('%s', (_, text) => {
    expect(words(markdown(text))).toEqual(['sure'])
  })

  test('a byte order mark takes an offset and no column', () => {
    expect(markdown('\uFEFFIt is sure.\n').messages[0]!.place).toMatchObject({ start: { line: 1, column: 7, offset: 7 }, end: { line: 1, column: 11, offset: 11 } })
  })

  test('are those of the tree it is given, with the extensions of others', () => {
    const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(fineprint, onlySure())
    expect(words(lint(processor, '---\nkind: news\n---\n\n| a | b |\n| - | - |\n| ~~x~~ | sure |\n', 'a.md'))).toEqual(['sure'])
  })

  test('a tree without places is silent', () => {
    const forget = () => (tree: Root): Root => JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value))) as Root
    const file = remark().use(forget).use(fineprint, onlySure()).processSync('It is sure.\n')
    expect(file.messages).toEqual([])
  })

  test('an empty file is silent', () => {
    expect(markdown('').messages).toEqual([])
    expect(lint(rehype().use(fineprint, onlySure()), '', 'a.html').messages).toEqual([])
  })
})

describe('HTML', () => {
  test('by rehype', () => {
    const file = lint(rehype().use(fineprint, onlySure()), '<!doctype html><title>x</title><p>Fish &amp; chips are <b>sure</b>.</p>', 'a.html')
    expect(words(file)).toEqual(['sure'])
  })

  test('fragments, with a byte order mark', () => {
    const processor = unified().use(rehypeParse, { fragment: true }).use(fineprint, onlySure())
    expect(words(lint(processor, '\uFEFF<p>It is sure.</p>', 'a.html'))).toEqual(['sure'])
  })
})

describe('comments', () => {
  test('a waiver silences, and the file keeps what it silenced', () => {
    const file = markdown('<!-- fineprint-waive sure by=desk -- his own words -->\n\nIt is sure.\n\nAnd this is sure.\n')
    expect(file.messages).toHaveLength(1)
    const { findings, silenced } = file.data['fineprint'] as { findings: unknown[]; silenced: unknown[] }
    expect(findings).toHaveLength(2)
    expect(silenced).toMatchObject([{ rule: 'sure', silenced: { by: 'waiver', who: 'desk', reason: 'his own words' } }])
  })

  test("remark's own control comments work behind it", () => {
    const processor = remark().use(fineprint, onlySure()).use(remarkMessageControl, { name: 'fineprint', source: 'fineprint' })
    expect(lint(processor, '<!-- fineprint ignore sure -->\n\nIt is sure.\n\nAnd this is sure.\n', 'a.md').messages).toHaveLength(1)
  })
})

describe('config', () => {
  test('globs count from the working folder', () => {
    const config = { ...onlySure('warn'), files: [{ match: 'opinion/**', rules: { sure: 'off' as const } }] }
    const found = (path: string) => markdown('It is sure.\n', config, path).messages.length
    expect([found('/desk/opinion/a.md'), found('opinion/a.md'), found('/desk/news/a.md')]).toEqual([0, 0, 1])
  })

  test('one that cannot be used is one clear line', () => {
    expect(() => remark().use(fineprint, { preset: 'huose' }).processSync('A.\n')).toThrow(/^preset: there is no preset `huose`, did you mean `house`\?$|^there is no preset `huose`, did you mean `house`\?$/u)
  })
})
