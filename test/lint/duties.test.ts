import { expect, test } from 'vitest'
import { createLinter, type LintOptions } from '../../src/fineprint.ts'
import { read } from '../../src/formats/read.ts'
import { dutiesOf } from '../../src/lint/duties.ts'

function rows(preset: string, story: string, options: LintOptions = {}) {
  const linter = createLinter({ preset })
  return dutiesOf(read(story, 'story.md'), linter.settings(), linter.catalog, options)
}

test('a duty that does not apply is skipped with its reason, never found', () => {
  const skipped = rows('eu-recommendation', '# Schools\n\nThe town opened a school, the mayor said.')
  expect(skipped.length).toBeGreaterThan(8)
  expect(new Set(skipped.filter((r) => r.rule !== 'paid-label-early').map((r) => r.status))).toEqual(new Set(['skipped']))
  expect(skipped.find((r) => r.provision === 'eu-958-identity')!.skippedBecause).toBe('no recommendation was found in the text')
})

test('a duty that applies says why, and what was found or not', () => {
  const story = '# Norland\n\nInvestors should buy shares of Norland (NYSE: NRL) now.\n\nThe author holds no shares of the companies mentioned.'
  const found = rows('ca-news', story).find((r) => r.rule === 'holdings-statement' && r.provision === 'ca-31-103-825')!
  expect(found).toMatchObject({ status: 'found', applies: true, skippedBecause: null, missing: [] })
  expect(found.why).toContain('recommendation (`Investors should buy`)')
  const missing = rows('ca-news', story.split('\n\n').slice(0, 2).join('\n\n')).find((r) => r.rule === 'holdings-statement' && r.provision === 'ca-31-103-825')!
  expect(missing.status).toBe('missing')
  expect(missing.missing[0]!.message).toBe('no statement of what the author holds, yes or no, was found in the text')
})

test('paid text is also judged by what would ask if those readers are reached', () => {
  const story = '---\nsponsor: Kestrel\n---\n\n# Kestrel (TSXV: KSL)\n\nSponsored. Kestrel drilled twelve holes.'
  const more = rows('de-press', story).filter((r) => r.ifReached)
  expect(more.map((r) => `${r.provision} ${r.status} ${r.ifReached}`)).toEqual([
    'us-17b missing if readers in the United States are reached', 'ca-bc-52 missing if readers in British Columbia are reached',
  ])
  expect(rows('us-news', story).filter((r) => r.ifReached).map((r) => r.provision)).toEqual(['ca-bc-52'])
})

test('judged by the rules of its day', () => {
  const story = '---\nsponsor: Blue\n---\n\n# Bluecoin\n\nPaid advertisement. Bluecoin is a crypto-asset.'
  const row = (asOf: string) => rows('eu-crypto-marketing', story, { asOf }).find((r) => r.rule === 'mandated-text')!
  expect(row('2024-06-01')).toMatchObject({ status: 'skipped', skippedBecause: 'it applies from 2024-12-30, the article is judged as of 2024-06-01' })
  expect(row('2025-06-01').status).toBe('missing')
})

test('a press code takes the place of the technical rules, not of the duty itself', () => {
  const story = (code: string) => `---\nself_regulation: ${code}\n---\n\n# Norland\n\nInvestors should buy shares of Norland (NYSE: NRL) now.`
  const asked = (code: string) => rows('eu-recommendation', story(code)).filter((r) => r.applies).map((r) => r.provision)
  expect(asked('presserat')).toContain('eu-mar-20')
  expect(asked('presserat')).not.toContain('eu-958-identity')
  expect(asked('none')).toContain('eu-958-identity')
  const skipped = rows('uk-news', story('ipso')).find((r) => r.rule === 'holdings-statement' && r.provision === 'uk-fpo-20')!
  expect(skipped.skippedBecause).toBe('a press code is followed instead: ipso')
})
