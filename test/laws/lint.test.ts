import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { builtIn } from '../../src/catalog.ts'
import { createLinter } from '../../src/fineprint.ts'
import { read } from '../../src/formats/read.ts'
import { lintArticle } from '../../src/lint/lint.ts'
import type { Finding } from '../../src/lint/finding.ts'
import { clashes } from '../../src/text/edit.ts'
import { contains } from '../../src/text/span.ts'

// Every rule there is, with its defaults: what holds must hold for all of them at once.
const all = Object.fromEntries([...builtIn.rules.keys()].map((id) => [id, 'error' as const]))
const linter = createLinter({ preset: { summary: 'all', rules: all } })

const SENTENCES = [
  'Vega Foods reported revenue of $212 million for the third quarter.',
  'The filing also shows debt of €310 million, up 4.5% from a year earlier.',
  'Economists expect output to shrink by 0.4% in the spring.',
  '“We will cut 400 jobs by June,” said Ana Ruiz, who runs the plant 🏭.',
  'Rents in the capital have risen 18% since 2019.',
  'Shares of Vega Foods closed at $12.40 on Friday.',
  'The author holds no shares in Vega Foods.',
  'The author may hold shares in Vega Foods & Larkfield.',
  'Not a recommendation to buy or sell.',
  'Experts say this is certain to double — guaranteed.',
  'Smith said sales “fell off a cliff”.',
]
const sentence = fc.constantFrom(...SENTENCES)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((s) => s.join(' '))
const story = fc.array(paragraph, { minLength: 1, maxLength: 5 })
const path = fc.constantFrom('story.md', 'story.txt')
const shown = (text: string, findings: readonly Finding[]) => findings.map((f) => [f.rule, f.messageId, text.slice(f.span.start, f.span.end)])

describe('laws of linting', () => {
  test('every place lies in the text and is not empty; edits of one change do not clash; findings are plain JSON', () => {
    fc.assert(fc.property(story, path, (paragraphs, path) => {
      const text = paragraphs.join('\n\n')
      const whole = { start: 0, end: text.length }
      for (const finding of linter.lint(text, { path })) {
        for (const { span } of [finding, ...finding.related]) {
          expect(contains(whole, span)).toBe(true)
          expect(span.end).toBeGreaterThan(span.start)
        }
        for (const { edits } of [...(finding.fix ? [finding.fix] : []), ...finding.suggestions]) {
          edits.forEach((edit, i) => edits.slice(i + 1).forEach((other) => expect(clashes(edit, other)).toBe(false)))
          for (const edit of edits) expect(contains(whole, edit.span)).toBe(true)
        }
        expect(JSON.parse(JSON.stringify(finding))).toEqual(finding)
      }
    }))
  })

  test('line breaks and a byte order mark change no finding and no word', () => {
    fc.assert(fc.property(story, path, (paragraphs, path) => {
      const text = paragraphs.join('\n\n')
      const expected = shown(text, linter.lint(text, { path }))
      for (const other of [text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
        expect(shown(other, linter.lint(other, { path }))).toEqual(expected)
      }
    }))
  })

  test('blank lines before a story move every place by as much', () => {
    fc.assert(fc.property(story, path, fc.integer({ min: 1, max: 9 }), (paragraphs, path, lines) => {
      const text = paragraphs.join('\n\n')
      const before = '\n'.repeat(lines)
      const moved = linter.lint(before + text, { path }).map((f) => ({ rule: f.rule, start: f.span.start - lines, end: f.span.end - lines }))
      expect(moved).toEqual(linter.lint(text, { path }).map((f) => ({ rule: f.rule, ...f.span })))
    }))
  })

  test('fixing twice changes nothing more', () => {
    fc.assert(fc.property(story, path, (paragraphs, path) => {
      const once = linter.fix(paragraphs.join('\n\n'), { path }).text
      expect(linter.fix(once, { path }).text).toBe(once)
    }))
  })

  test('findings do not depend on the order of rules, and fingerprints tell findings apart', () => {
    fc.assert(fc.property(story, (paragraphs) => {
      const text = paragraphs.join('\n\n')
      const settings = linter.settings()
      const backwards = new Map([...settings].reverse())
      const findings = lintArticle(read(text, 'a.md'), backwards, builtIn)
      expect(findings).toEqual(linter.lint(text, { path: 'a.md' }))
      expect(new Set(findings.map((f) => f.fingerprint)).size).toBe(findings.length)
    }))
  })

  test('a finding keeps its fingerprint when its paragraph moves', () => {
    const one = 'Rents in the capital have risen 18% since 2019.'
    const print = (text: string) => linter.lint(text, { path: 'a.md' }).filter((f) => f.rule === 'statistic-attribution').map((f) => f.fingerprint)
    expect(print(`Nothing happened.\n\n${one}`)).toEqual(print(`${one}\n\nNothing happened.`))
    expect(print(one.replace('18%', '19%'))).not.toEqual(print(one))
  })

  test.each(['', '\n', '\uFEFF', ' \t\r\n ', '---\n---\n', '<!-- -->'])('an article without words: %j', (text) => {
    for (const path of ['a.md', 'a.txt', 'a.html']) expect(linter.lint(text, { path }).filter((f) => f.rule !== 'unread-markup')).toEqual([])
  })

  test('any text at all is linted without a throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('a.md', 'a.txt', 'a.html'), (text, path) => {
      for (const { span } of linter.lint(text, { path })) expect(contains({ start: 0, end: text.length }, span)).toBe(true)
    }))
  })

  // Whether such a text is linted in good time is a matter for the benchmark; here, that it ends and finds no nonsense.
  test.each([...'a1%$“"\'(>*_`[<&-—.,:;\n\u0000 ', '€', '🏭', '\u200B'])('a hundred thousand times %j', (character) => {
    for (const path of ['a.md', 'a.txt', 'a.html']) linter.lint(character.repeat(Math.floor(100_000 / character.length)), { path })
  })
})
