import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.ts'
import { read } from '../../src/formats/read.ts'
import { applyEdits } from '../../src/text/edit.ts'

const FORMATS = ['story.md', 'story.html', 'story.txt', 'story.mdx', 'story.json'] as const
const SOUP = [
  'Sales rose 4% in May.', 'word', ' ', '\n', '\n\n', '\r\n', '\r', '\t', '  \n', '*', '**', '_', '`', '```', '~~', '[', ']', '](', ')', '![', '<', '>', '</', '<p>', '</p>', '<b>', '<s>', '</s>',
  '<blockquote class="x">', '</blockquote>', '<table>', '<tr>', '<td>', '<li>', '<ul>', '<!--', '-->', '<script>', '<br>', '<div hidden>', '</div>', '&amp;', '&', '&#8217;', '&nbsp', '\\', '- ',
  '1. ', '> ', '# ', '---', '---\n', 'a: b\n', '|', '|-|', '[^1]', ']: ', '{', '}', '{/* x */}', '{{< x >}}', '{% y %}', '"', '":', ',', '\uFEFF', '\u200B', '😀', '\uD83D', '\0', '“', '”', '<a href="u">', '</a>',
]
const soup = fc.array(fc.constantFrom(...SOUP), { maxLength: 25 }).map((pieces) => pieces.join(''))

function expectSound(article: Article): void {
  const { text } = article.source
  for (const block of article.blocks) {
    const { prose, span } = block
    expect(span.start).toBeGreaterThanOrEqual(0)
    expect(span.end).toBeGreaterThan(span.start)
    expect(span.end).toBeLessThanOrEqual(text.length)
    let at = 0
    for (const run of prose.runs) {
      expect(run.at).toBe(at)
      at += run.length
      expect(run.end).toBeGreaterThan(run.start)
      expect(run.start).toBeGreaterThanOrEqual(0)
      expect(run.end).toBeLessThanOrEqual(text.length)
      if (run.verbatim) expect(text.slice(run.start, run.end)).toBe(prose.text.slice(run.at, run.at + run.length))
    }
    expect(at).toBe(prose.text.length)
    for (const mark of block.marks) {
      expect(mark.from).toBeGreaterThanOrEqual(0)
      expect(mark.to).toBeLessThanOrEqual(prose.text.length)
    }
  }
  for (const { span } of [...article.comments, ...article.notices]) {
    expect(span.end).toBeGreaterThan(span.start)
    expect(span.end).toBeLessThanOrEqual(text.length)
  }
}

/** Words of a story and how each format may write them. */
const WORDS = [
  { text: 'Sales', md: ['Sales', '**Sales**', '*Sales*', '[Sales](https://example.org/a)'], html: ['Sales', '<b>Sales</b>', '<a href="https://example.org/a">Sales</a>'] },
  { text: '4%', md: ['4%', '4\\%', '4&#37;', '4&percnt;'], html: ['4%', '4&#37;', '4&percnt;', '4&#x25;'] },
  { text: 'R&D', md: ['R&D', 'R&amp;D', 'R&#x26;D', 'R\\&D'], html: ['R&amp;D', 'R&#38;D', 'R&D'] },
  { text: '“up”', md: ['“up”', '&ldquo;up&rdquo;'], html: ['“up”', '&ldquo;up&rdquo;', '&#8220;up&#8221;'] },
  { text: '😀', md: ['😀', '&#x1F600;'], html: ['😀', '&#128512;'] },
  { text: 'zero\u200Bwidth', md: ['zero\u200Bwidth'], html: ['zero\u200Bwidth', 'zero&#8203;width'] },
  { text: 'fell', md: ['fell', '~~fell~~', '<s>fell</s>', 'f*el*l', 'fell<!-- c -->'], html: ['fell', '<s>fell</s>', 'f<i>el</i>l', 'fell<!-- c -->'] },
] as const

/** A word, which way of writing it, and whether a line break comes before it. */
const choice = fc.record({ word: fc.constantFrom(...WORDS), way: fc.nat(10), wrapped: fc.boolean() })
const paragraphs = fc.array(fc.array(choice, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 4 })
type Story = readonly (readonly { word: (typeof WORDS)[number]; way: number; wrapped: boolean }[])[]

function write(story: Story, format: 'md' | 'html' | 'txt', plainly: boolean, newline: string, mark: boolean): string {
  const body = story.map((words) => {
    const line = words.map(({ word, way, wrapped }, index) => {
      const ways: readonly string[] = format === 'txt' ? [word.text] : word[format]
      return (index === 0 ? '' : wrapped ? '\n' : ' ') + (plainly ? ways[0] : ways[way % ways.length])
    })
    return format === 'html' ? `<p>${line.join('')}</p>` : line.join('')
  })
  return (mark ? '\uFEFF' : '') + (body.join('\n\n') + '\n').replaceAll('\n', newline)
}

describe('any text', () => {
  it('is read in every format with places inside it', () => {
    fc.assert(
      fc.property(soup, fc.constantFrom(...FORMATS), (text, path) => {
        expectSound(read(text, path))
      }),
      { numRuns: 1500 },
    )
  })

  it('is read the same again', () => {
    fc.assert(
      fc.property(soup, fc.constantFrom(...FORMATS), (text, path) => {
        expect(JSON.stringify(read(text, path).blocks)).toBe(JSON.stringify(read(text, path).blocks))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a story', () => {
  const newlines = fc.constantFrom('\n', '\r\n', '\r')

  it.each(['md', 'html', 'txt'] as const)('keeps its words in %s, however they are written', (format) => {
    fc.assert(
      fc.property(paragraphs, newlines, fc.boolean(), (story, newline, mark) => {
        const plain = read(write(story, format, true, '\n', false), `story.${format}`)
        const other = read(write(story, format, false, newline, mark), `story.${format}`)
        expectSound(other)
        expect(other.blocks.map((b) => b.prose.text)).toEqual(plain.blocks.map((b) => b.prose.text))
      }),
      { numRuns: 300 },
    )
  })

  it.each(['md', 'html', 'txt'] as const)('moves as a whole behind a prefix in %s', (format) => {
    fc.assert(
      fc.property(paragraphs, (story) => {
        const text = write(story, format, false, '\n', false)
        // Plain text without a blank line has a paragraph a line; the prefix must not change that.
        fc.pre(format !== 'txt' || story.length > 1)
        const prefix = format === 'html' ? '<p>Before.</p>\n' : 'Before.\n\n'
        const places = (article: Article, by: number) =>
          article.blocks.map(({ span, prose }) => [span.start - by, span.end - by, ...prose.runs.map((run) => run.start - by)])
        expect(places(read(prefix + text, `story.${format}`), prefix.length).slice(1)).toEqual(places(read(text, `story.${format}`), 0))
      }),
      { numRuns: 200 },
    )
  })

  it.each(['md', 'html'] as const)('takes an edit in %s and reads as edited', (format) => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), fc.nat(), fc.constantFrom('nine', 'A&B', '5 < 6', 'x*y*z', '[a]', 'a_b_c', '`q`'), (story, a, b, words) => {
        const text = write(story, format, false, '\n', false)
        const article = read(text, `story.${format}`)
        const block = article.blocks[a % article.blocks.length]!
        const starts = [...block.prose.text.matchAll(/[^\s\u200B]+/gu)].map((m) => [m.index, m.index + m[0].length] as const)
        const [from, to] = starts[b % starts.length]!
        const edit = block.prose.edit(from, to, words)
        fc.pre(edit !== undefined)
        const after = read(applyEdits(text, [edit!]), `story.${format}`)
        const edited = block.prose.text.slice(0, from) + words + block.prose.text.slice(to)
        expect(after.blocks.map((other) => other.prose.text)).toEqual(article.blocks.map((other) => (other === block ? edited : other.prose.text)))
      }),
      { numRuns: 300 },
    )
  })

  it.each(['md', 'html', 'txt'] as const)('takes a new paragraph after any of its own in %s', (format) => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), newlines, (story, a, newline) => {
        fc.pre(format !== 'txt' || story.length > 1)
        const text = write(story, format, false, newline, false)
        const article = read(text, `story.${format}`)
        const index = a % article.blocks.length
        const edit = article.layout.paragraphAfter(article.blocks[index]!.span.end, 'No shares are held, 1. & < *a*.')
        expect(edit.text.replaceAll(newline, '')).not.toMatch(/[\r\n]/u)
        const after = read(applyEdits(text, [edit]), `story.${format}`)
        const words = article.blocks.map((b) => b.prose.text)
        expect(after.blocks.map((b) => b.prose.text)).toEqual([...words.slice(0, index + 1), 'No shares are held, 1. & < *a*.', ...words.slice(index + 1)])
      }),
      { numRuns: 200 },
    )
  })

  it.each(['md', 'html'] as const)('takes a comment before any of its blocks in %s', (format) => {
    fc.assert(
      fc.property(paragraphs, fc.nat(), newlines, (story, a, newline) => {
        const text = write(story, format, true, newline, false)
        const article = read(text, `story.${format}`)
        const block = article.blocks[a % article.blocks.length]!
        const after = read(applyEdits(text, [article.layout.commentBefore!(block.span.start, 'a note -- with reason')]), `story.${format}`)
        expect(after.comments.map((c) => c.text)).toEqual(['a note -- with reason'])
        expect(after.blocks.map((b) => b.prose.text)).toEqual(article.blocks.map((b) => b.prose.text))
      }),
      { numRuns: 200 },
    )
  })
})
