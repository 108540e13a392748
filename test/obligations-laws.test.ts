import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { builtIn } from '../src/catalog.ts'
import { createLinter } from '../src/fineprint.ts'
import { read } from '../src/formats/read.ts'
import { dutiesOf } from '../src/lint/duties.ts'
import { isObligation } from '../src/lint/obligation.ts'
import { PROVISIONS } from '../src/lint/provisions.ts'

const everything = createLinter({ preset: [...builtIn.presets.keys()] })
const pieces = fc.constantFrom(
  'Investors should buy shares of Norland (NYSE: NRL) now.', 'Sponsored.', 'Not financial advice!', 'The author may hold positions.', 'I own 400 shares of Norland and 10 call options.',
  'Bitcoin is going to 10x 🚀', 'CFDs are complex.', 'Our fund returned 14% in 2025.', 'The deposit hosts a historical 2.1 Moz.', 'Halden Bank cut Vento to sell from hold.',
  'Our model of corn futures made 38% in back-tests.', 'Revenue will reach $4 million by 2030.', 'Adjusted EBITDA rose to $4 million.', 'In a poll 61% were against it.', '\n\n', '# News\n\n', '> You can’t lose.\n\n',
  'Sources said so. The source said more.', 'It first appeared in the Vale Courier.', 'Sign up now and claim your bonus.', 'Capital at risk.', '[Oakline](https://oakline.example/?affid=9)',
)
const fronts = fc.constantFrom('', '---\ncontent_type: research\n---\n\n', '---\ncontent_type: press-release\nsponsor: {name: Kestrel, amount: 5}\n---\n\n', '---\ninterests:\n  - entity: Norland\n    trades: [2026-03-02]\npublished: 2026-03-10\n---\n\n', '---\naudience: [us, ca-bc]\nsponsor: none\n---\n\n')
const stories = fc.tuple(fronts, fc.array(pieces, { minLength: 1, maxLength: 10 })).map(([front, body]) => front + body.join(' '))

describe('laws of duties', () => {
  test('a finding lies in the text, names nobody unknown, leaves no placeholder, judges nothing', () => {
    fc.assert(fc.property(stories, (text) => {
      for (const f of everything.lint(text, { path: 'story.md' })) {
        expect(f.span.end).toBeGreaterThan(f.span.start)
        expect(f.span.end).toBeLessThanOrEqual(text.length)
        expect(f.message).not.toMatch(/\{\{|undefined|\[object/u)
        const rule = builtIn.rules.get(f.rule)!.rule
        if (!isObligation(rule) || f.data['basis'] === undefined) continue
        expect(f.message).toMatch(/asks? for this$/u)
        expect(String(f.data['basis'])).not.toMatch(/\b(?:compliant|illegal|protects)\b/iu)
        for (const id of String(f.data['basis']).match(/(?<=^|, |and )[a-z0-9]+(?:-[a-z0-9A-Z]+)+(?= \()/gu) ?? []) expect(PROVISIONS.has(id), id).toBe(true)
      }
    }), { numRuns: 40 })
  })

  test('memory never makes an error, a proposal never makes a finding', () => {
    fc.assert(fc.property(stories, (text) => {
      const rows = dutiesOf(read(text, 'story.md'), everything.settings(), everything.catalog)
      for (const row of rows) {
        const p = PROVISIONS.get(row.provision)!
        if (p.verified === 'memory') expect(row.severity).not.toBe('error')
        if (p.status !== 'in force') expect(row.status).toBe('skipped')
        expect(row.status === 'missing').toBe(row.missing.length > 0)
        expect(row.status === 'skipped').toBe(row.skippedBecause !== null)
      }
    }), { numRuns: 40 })
  })

  test('presets in either order ask the same', () => {
    fc.assert(fc.property(stories, fc.constantFrom('ca-news', 'eu-news', 'uk-news', 'au-media'), (text, other) => {
      const ids = (preset: string[]) => createLinter({ preset }).lint(text, { path: 'story.md' }).map((f) => `${f.rule} ${f.severity} ${f.span.start}`)
      expect(ids(['us-news', other])).toEqual(ids([other, 'us-news']))
    }), { numRuns: 20 })
  })

  test('an empty text owes nothing', () => {
    for (const text of ['', '\n\n', '---\nsponsor: Kestrel\n---\n']) expect(everything.lint(text, { path: 'story.md' }).filter((f) => isObligation(builtIn.rules.get(f.rule)!.rule) && f.data['basis'] !== undefined)).toEqual([])
  })
})
