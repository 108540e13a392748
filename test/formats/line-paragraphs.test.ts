import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createLinter } from '../../src/fineprint.ts'
import { read } from '../../src/formats/read.ts'

const story = readFileSync(join(import.meta.dirname, '../fixtures/harbour-story.txt'), 'utf8')

test('a paragraph on each line is a paragraph in Markdown too', () => {
  const plain = read(story, 'story.txt')
  const markdown = read(story, 'story.md')
  expect(markdown.blocks.map((b) => b.prose.text)).toEqual(plain.blocks.map((b) => b.prose.text))
  expect(markdown.roles).toEqual(plain.roles)
  for (const { prose, span } of markdown.blocks) expect(story.slice(span.start, span.end)).toBe(prose.text)
})

test('it has the same findings in both', () => {
  const linter = createLinter({ preset: 'house' })
  const seen = (path: string) => linter.lint(story, { path }).map((f) => `${f.rule} ${f.span.start}–${f.span.end}`)
  expect(seen('story.md')).toEqual(seen('story.txt'))
})

test('text wrapped by hand stays one paragraph', () => {
  const wrapped = 'Norland Corp. said on Tuesday that its\nsmelter near Arden would close in the\nspring, after a review of its costs and\nof the contracts it holds with the grid.\n'
  expect(read(wrapped, 'story.md').blocks).toHaveLength(1)
})

test('a text with a blank line between paragraphs stays as it is', () => {
  expect(read(`${story}\n\nOne more paragraph.`, 'story.md').blocks).toHaveLength(2)
})
