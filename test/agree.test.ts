import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import markdown from '@eslint/markdown'
import parser from '@typescript-eslint/parser'
import { Linter, type ESLint } from 'eslint'
import { rehype } from 'rehype'
import rehypeParse from 'rehype-parse'
import { remark } from 'remark'
import remarkMdx from 'remark-mdx'
import { VFile } from 'vfile'
import { beforeAll, describe, expect, test } from 'vitest'
import eslintPlugin from '../src/adapters/eslint/index.ts'
import fineprint, { type FineprintData } from '../src/adapters/unified.ts'
import { createLinter } from '../src/fineprint.ts'
import { program } from './adapters/cli/program.ts'
import { ofEslint, ofFindings, ofJson, type Said } from './agree/said.ts'
import { STORIES, type Story } from './agree/stories.ts'

const PRESET = 'strict'
const linter = createLinter({ preset: PRESET })
const library = ({ text, path }: Story) => ofFindings(linter.lint(text, { path }), text)

const { run, folder } = program()
const written = new Map<string, Said[]>()
beforeAll(() => {
  const cwd = folder(Object.fromEntries(STORIES.map(({ path, text }) => [path, text])))
  // Programs are read with the parser of the project they stand in.
  symlinkSync(join(import.meta.dirname, '..', 'node_modules'), join(cwd, 'node_modules'), 'junction')
  const { out } = run(['--preset', PRESET, '--format', 'json', ...STORIES.map(({ path }) => path)], { cwd })
  const { files } = JSON.parse(out) as { files: { path: string; findings: Parameters<typeof ofJson>[0] }[] }
  for (const { path, findings } of files) written.set(path, ofJson(findings, STORIES.find((story) => story.path === path)!.text))
})

function runThrough(processor: { parse(file: VFile): object; runSync(tree: never, file: VFile): unknown }, file: VFile): void {
  processor.runSync(processor.parse(file) as never, file)
}

/** A pipeline's messages, and the findings it left on the file. */
function pipeline({ text, path }: Story): { said: Said[]; messages: unknown[]; expected: unknown[] } {
  const fragment = !/<(?:!doctype|html)/iu.test(text)
  const file = new VFile({ value: text, path })
  if (path.endsWith('.html')) runThrough(rehype().use(rehypeParse, { fragment }).use(fineprint, { preset: PRESET }), file)
  else if (path.endsWith('.mdx')) runThrough(remark().use(remarkMdx).use(fineprint, { preset: PRESET }), file)
  else runThrough(remark().use(fineprint, { preset: PRESET }), file)
  const { findings } = file.data['fineprint'] as FineprintData
  const open = findings.filter((finding) => !finding.silenced)
  return {
    said: ofFindings(findings, text),
    messages: file.messages.map(({ ruleId, reason, place }) => ({ ruleId, reason, place: place && 'start' in place ? [place.start.offset, place.end.offset] : [] })),
    expected: open.map(({ rule, message, span }) => ({ ruleId: rule, reason: message, place: [span.start, span.end] })),
  }
}

function eslint(story: Story, ...extra: Linter.Config[]): Said[] {
  const lifting: Linter.Config[] = [
    ...eslintPlugin.configs.lift, { files: ['**/*.json'], plugins: { fineprint: eslintPlugin }, processor: 'fineprint/lift' }, { files: ['**/*.tsx'], languageOptions: { parser } },
  ]
  const configs: Linter.Config[] = [...eslintPlugin.configs[PRESET], ...lifting, ...extra, { linterOptions: { reportUnusedDisableDirectives: 'off' } }]
  return ofEslint(new Linter().verify(story.text, configs, { filename: story.path, filterCodeBlock: () => true }), story.text, library(story))
}

const inMarkdown = (language: string): Linter.Config => ({ files: ['**/*.md'], plugins: { markdown: markdown as ESLint.Plugin }, language })

describe.each(STORIES)('$name', (story) => {
  const expected = library(story)
  const isTree = /\.(?:md|mdx|html)$/u.test(story.path)
  const isMarkdown = story.path.endsWith('.md')

  test('the library finds what there is to find', () => {
    expect(expected.length).toBeGreaterThanOrEqual(story.least)
  })

  test('the program says the same', () => {
    expect(written.get(story.path)).toEqual(expected)
  })

  test.runIf(isTree)('a unified pipeline says the same', () => {
    const { said, messages, expected: places } = pipeline(story)
    expect(said).toEqual(expected)
    expect(messages).toEqual(places)
  })

  test('ESLint says the same, by its language or lifted out of its host', () => {
    expect(eslint(story)).toEqual(expected)
  })

  test.runIf(isMarkdown)('ESLint inside @eslint/markdown says the same', () => {
    expect(eslint(story, inMarkdown('markdown/commonmark'))).toEqual(expected)
    expect(eslint(story, inMarkdown('markdown/gfm'))).toEqual(expected)
    expect(eslint(story, { ...inMarkdown('markdown/gfm'), languageOptions: { frontmatter: 'yaml' } })).toEqual(expected)
  })
})
