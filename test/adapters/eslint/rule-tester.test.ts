import markdown from '@eslint/markdown'
import { RuleTester, type ESLint } from 'eslint'
import { describe, expect, it, test } from 'vitest'
import { rules as builtIn } from '../../../rules/index.ts'
import fineprint from '../../../src/adapters/eslint/index.ts'
import { builtIn as catalog } from '../../../src/catalog.ts'
import { createLinter } from '../../../src/fineprint.ts'
import type { Finding } from '../../../src/lint/finding.ts'
import type { Register } from '../../../src/lint/register.ts'
import { read } from '../../../src/formats/read.ts'
import { applyEdits } from '../../../src/text/edit.ts'
import { pageStories, type PageStory } from '../../support/stories.ts'
import { unmark } from '../../support/mark.ts'
import { STORIES } from './stories.ts'

RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only

/** Rules that are never more than a hint, and so show their hints in ESLint. */
const HINTS = Object.keys(builtIn).filter((id) => [...catalog.presets.values()].every(({ rules }) => /^(?:info|off)$/u.test([rules[id] ?? 'off'].flat()[0] as string)))

/** What the core says to a story, in the words of RuleTester: every place, message, value and suggestion. */
function caseOf({ rule, text, path, options, facts, register }: PageStory) {
  const around = { ...(facts ? { facts } : {}), ...(register ? { register: register as Register } : {}) }
  const config = { preset: { summary: 'one rule', rules: { [rule]: ['error', options ?? {}] as const } }, ...around }
  const findings = createLinter(config).lint(text, { path }).filter((finding) => !finding.silenced && (finding.severity !== 'info' || HINTS.includes(rule)))
  const { lines } = read(text, path).source
  const shared = { code: text, filename: path, ...(options ? { options: [options] } : {}), ...(Object.keys(around).length ? { settings: { fineprint: around } } : {}) }
  if (findings.length === 0) return { valid: shared }
  const errors = findings.map(({ span, messageId, data, related, suggestions }) => ({
    messageId,
    data: { ...data, related: related.map((r) => ` (line ${lines.at(r.span.start).line}: ${r.message})`).join('') },
    ...lines.at(span.start),
    endLine: lines.at(span.end).line,
    endColumn: lines.at(span.end).column,
    ...(suggestions.length ? { suggestions: suggestions.map(({ title, edits }) => ({ desc: title, output: applyEdits(text, edits) })) } : {}),
  }))
  return { invalid: { ...shared, errors, output: firstPass(text, findings) } }
}

/** What one pass of ESLint's fixer makes of the text; null where it changes nothing. */
function firstPass(text: string, findings: readonly Finding[]): string | null {
  let last = -1
  const edits = findings.flatMap(({ fix }) => {
    const starts = fix?.edits.map((edit) => edit.span.start) ?? []
    if (!fix || Math.min(...starts) <= last) return []
    last = Math.max(...fix.edits.map((edit) => edit.span.end))
    return fix.edits
  })
  return edits.length ? applyEdits(text, edits) : null
}

const all: PageStory[] = [...pageStories(), ...STORIES.map(({ rule, story, options, path = 'story.md' }) => ({ rule, text: unmark(story).text, path, ...(options ? { options } : {}) }))]
const different = all.filter((story, i) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(story)) === i)

const testers = {
  'fineprint/article': new RuleTester({ plugins: { fineprint }, language: 'fineprint/article' }),
  'markdown/gfm': new RuleTester({ plugins: { fineprint, markdown: markdown as ESLint.Plugin }, language: 'markdown/gfm', languageOptions: { frontmatter: 'yaml' } }),
}

for (const [language, tester] of Object.entries(testers)) {
  const fits = different.filter(({ path }) => language === 'fineprint/article' || path.endsWith('.md'))
  describe(language, () => {
    for (const id of Object.keys(builtIn)) {
      const cases = fits.filter(({ rule }) => rule === id).map(caseOf)
      if (cases.length === 0) continue
      tester.run(id, fineprint.rules![id] as Parameters<RuleTester['run']>[1], {
        assertionOptions: { requireMessage: 'messageId', requireLocation: true, requireData: true },
        valid: cases.flatMap(({ valid }) => valid ?? []),
        invalid: cases.flatMap(({ invalid }) => invalid ?? []),
      } as Parameters<RuleTester['run']>[2])
    }
  })
}

describe('the stories', () => {
  test.each(STORIES)('$rule: $story', ({ rule, story, options, path = 'story.md', suggestions }) => {
    const { text, spans } = unmark(story)
    const found = createLinter({ preset: { summary: 'one rule', rules: { [rule]: ['error', options ?? {}] } } }).lint(text, { path })
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(spans.map(({ start, end }) => text.slice(start, end)))
    if (suggestions) expect(found.map((finding) => finding.suggestions.length)).toEqual(suggestions)
  })

  test('every rule has at least one that it reports and one that it does not', () => {
    const kinds = (id: string) => new Set(different.filter(({ rule }) => rule === id).map((story) => Object.keys(caseOf(story))[0]))
    expect([...catalog.rules.keys()].filter((id) => kinds(id).size < 2)).toEqual([])
  })
})
