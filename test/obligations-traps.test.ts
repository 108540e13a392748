import { describe, expect, test } from 'vitest'
import { createLinter, type LintOptions } from '../src/fineprint.ts'
import type { Setting } from '../src/lint/config.ts'
import { PROVISIONS, whyNotInForce } from '../src/lint/provisions.ts'

function of(rules: Record<string, Setting>, story: string, options: LintOptions = {}) {
  return createLinter({ preset: { summary: 'some rules', rules } }).lint(story, { path: 'story.md', ...options })
}
const ids = (rules: Record<string, Setting>, story: string, options?: LintOptions) => of(rules, story, options).map((f) => `${f.rule} ${f.messageId}`)
const only = (...provisions: string[]): Setting => ['error', { provisions }]
const CALL = 'Investors should buy shares of Norland (NYSE: NRL) now.'
const sponsored = (body: string) => `---\ncontent_type: sponsored\nsponsor: Kestrel Lithium Inc.\n---\n\n# Kestrel Lithium (TSXV: KSL) drills again\n\n${body}`
const LONG = Array.from({ length: 16 }, (_, i) => `Crew ${'abcdefghijklmnop'[i]} drilled to the north of the old road all day.`).join(' ')

describe('the traps of the reference', () => {
  test('1. a “not advice” line takes no finding away', () => {
    const rules = { 'holdings-statement': only('ca-31-103-825'), 'not-rec-contradicted': only('ca-sn-31-369', 'au-info269') }
    expect(ids(rules, `# Norland\n\n${CALL}`)).toEqual(['holdings-statement owed'])
    expect(ids(rules, `# Norland\n\n${CALL}\n\nThis is not investment advice.`)).toEqual(['holdings-statement owed', 'not-rec-contradicted contradicted'])
  })

  test('2. a true note at the end fails place and amount', () => {
    const rules = { 'paid-on-behalf-of': only('ca-bc-52'), 'paid-amount': only('us-17b') }
    const story = sponsored(`${LONG}\n\n${LONG}\n\nThis article was paid for in cash and is issued on behalf of Kestrel Lithium Inc.`)
    expect(ids(rules, story).sort()).toEqual(['paid-amount missing', 'paid-on-behalf-of late'])
  })

  test('3. three rules, three answers: “paid for by”, “#ad”, a label without the amount', () => {
    expect(ids({ 'paid-on-behalf-of': only('ca-bc-52') }, sponsored('This article was paid for by Kestrel Lithium Inc.'))).toEqual(['paid-on-behalf-of missing'])
    expect(ids({ 'paid-amount': only('us-17b') }, sponsored('Kestrel drilled twelve holes. #ad'))).toEqual(['paid-amount missing'])
    expect(ids({ 'paid-label-early': only('us-ftc-255') }, sponsored('Sponsored. Kestrel drilled twelve holes.'))).toEqual([])
  })

  const UK = 'Don’t invest unless you’re prepared to lose all the money you invest. This is a high-risk investment and you should not expect to be protected if something goes wrong. Take 2 mins to learn more.'
  test('4. two British endings are not each other', () => {
    const story = (text: string, more = '') => `${more}# Bluecoin\n\n${text}\n\nBluecoin is a crypto-asset.`
    const crypto = { 'mandated-text': only('uk-cobs-412A-crypto') }
    const other = UK.replace('should not expect to be protected', 'are unlikely to be protected')
    expect(ids(crypto, story(UK))).toEqual([])
    expect(ids(crypto, story(other))).toEqual(['mandated-text changed'])
    const [found] = of({ 'mandated-text': only('uk-cobs-412A-rmmi') }, story(UK, '---\nproduct: rmmi\n---\n\n'))
    expect(found).toMatchObject({ messageId: 'changed', severity: 'info' })
  })

  test('5. apostrophes, hard spaces and elements apart do not matter; words and role nouns do', () => {
    const crypto = { 'mandated-text': only('uk-cobs-412A-crypto') }
    const straight = UK.replaceAll('’', '\'').replace('high-risk investment', 'high-risk\u00A0investment')
    expect(ids(crypto, `# Bluecoin\n\n${straight}\n\nBluecoin is a crypto-asset.`)).toEqual([])
    const apart = UK.replace('Take 2', '\n\nTake 2')
    expect(ids(crypto, `# Bluecoin\n\n${apart}\n\nBluecoin is a crypto-asset.`)).toEqual([])
    const mica = (role: string) => `# Bluecoin\n\nBluecoin is a crypto-asset.\n\nThis crypto-asset marketing communication has not been reviewed or approved by any competent authority in any Member State of the European Union. The ${role} is solely responsible for the content of this crypto-asset marketing communication.`
    const rules = { 'mandated-text': only('eu-mica-7') }
    expect(ids(rules, mica('offeror of the crypto-asset'))).toEqual([])
    expect(ids(rules, mica('operator of the trading platform'))).toEqual([])
    expect(ids(rules, mica('friend of the crypto-asset'))).toEqual(['mandated-text changed'])
    const older = '# Corn\n\nOur model of corn futures made 38% a year in back-tests.\n\nHypothetical or simulated performance results have certain limits.'
    expect(ids({ 'hypothetical-text': 'error' }, older)).toEqual(['hypothetical-text older'])
  })

  test('5b. the Spanish text comes with its pointer to the risks', () => {
    const text = 'La inversión en criptoactivos no está regulada, puede no ser adecuada para inversores minoristas y perderse la totalidad del importe invertido.'
    const pointer = 'Es importante leer y comprender los riesgos de esta inversión que se explican detalladamente en esta ubicación.'
    const rules = { 'mandated-text': only('es-cnmv-crypto') }
    const story = (words: string) => `# Bluecoin\n\nBluecoin is a crypto-asset.\n\n${words}`
    expect(of(rules, story(`${text} ${pointer}`))).toEqual([])
    expect(of(rules, story(text))).toMatchObject([{ messageId: 'changed', severity: 'warn' }])
  })

  test.each(['may hold positions in the companies mentioned', 'and/or its clients may have positions in the companies mentioned', 'may, from time to time, hold shares of the companies mentioned'])(
    '6. “%s” discloses nothing', (words) => {
      const rules = { 'holdings-specific': only('eu-958-interests', 'ca-31-103-825', 'uk-fpo-20') }
      expect(ids(rules, `# Norland\n\n${CALL}\n\nThe author ${words}.`)).toEqual(['holdings-specific open'])
    })

  test('7. a short position is a direction; a plan about later is no holding', () => {
    const rules = { 'holdings-specific': only('eu-958-interests'), 'holdings-statement': only('eu-958-interests') }
    expect(ids(rules, `# Norland\n\n${CALL}\n\nI have a short position in Norland shares.`)).toEqual([])
    expect(ids(rules, `# Norland\n\n${CALL}\n\nI have no plans to initiate any positions within the next 72 hours.`)).toEqual(['holdings-specific open'])
  })

  test('8. promises of a fraudster, read out by a court, are not the story’s', () => {
    const rules = { 'promissory-language': only('us-finra-2210'), 'hype-language': only('ca-sn-31-369') }
    for (const story of [
      'The fund’s manager told clients they “can’t lose”, the judgment says.',
      'He lured savers with guaranteed returns of 4% a month, according to the indictment.',
      'The regulator banned adverts that called shares a golden opportunity.',
      'Prosecutors say the brothers promised risk-free profits on crypto tokens.',
    ]) expect(ids(rules, `# A trial\n\n${story}`)).toEqual([])
  })

  test('9. the house block under a story without securities stays, and no law asks for it', () => {
    const story = '# Schools\n\nThe town opened a school, the mayor said.'
    const presets = ['us-news', 'ca-news', 'eu-news', 'eu-recommendation', 'uk-news', 'au-media', 'in-news', 'de-press', 'ch-press']
    for (const preset of presets) expect(createLinter({ preset }).lint(story, { path: 'story.md' }).map((f) => f.rule), preset).toEqual([])
    const block = 'The author has no securities or affiliations related to the organizations discussed.'
    for (const preset of presets.filter((p) => p !== 'uk-news')) expect(createLinter({ preset }).lint(`${story}\n\n${block}`, { path: 'story.md' })).toEqual([])
  })

  test('10. a republished story: the first author’s interests are asked for, not taken to be none', () => {
    const story = `# Norland\n\n${CALL} This article originally appeared in the Vale Courier.\n\nThe author holds no shares of the companies mentioned.`
    expect(ids({ 'missing-facts': 'info' }, story)).toEqual(['missing-facts origin'])
  })

  test('11. an update after publication: holdings as of a day', () => {
    const story = (more: string) => `---\npublished: 2026-03-10T09:30:00+01:00\nupdated: 2026-04-02\n---\n\n# Norland\n\n${CALL}\n\nThe author holds no shares of the companies mentioned${more}.`
    expect(ids({ 'timestamp-complete': 'error' }, story(''))).toEqual(['timestamp-complete updated'])
    expect(ids({ 'timestamp-complete': 'error' }, story(' as of 2 April 2026'))).toEqual([])
  })

  test('12. proposals are kept and silent, and a day before a rule is before the rule', () => {
    expect(whyNotInForce(PROVISIONS.get('ca-bc-promo')!)).toMatch(/proposed/u)
    expect(whyNotInForce(PROVISIONS.get('us-finra-2210-projections')!)).toMatch(/proposed/u)
    expect(of({ 'paid-amount': only('ca-bc-promo') }, sponsored('Sponsored. Kestrel drilled twelve holes.'))).toEqual([])
    const rules = { 'not-rec-contradicted': only('ca-sn-31-369') }
    const story = `# Norland\n\n${CALL}\n\nThis is not investment advice.`
    expect(ids(rules, story, { asOf: '2025-12-01' })).toEqual([])
    expect(ids(rules, story, { asOf: '2026-01-01' })).toEqual(['not-rec-contradicted contradicted'])
  })

  test('13. on its own “capital at risk” is a hint, never a demand', () => {
    const rules = { 'risk-warning-alone': 'error' } as const
    expect(of(rules, '# A trust\n\nThe trust buys ports. Capital at risk.')).toMatchObject([{ severity: 'info' }])
    expect(of(rules, '# A trust\n\nThe trust buys ports.')).toEqual([])
  })

  test('14. what rests on memory is a step milder, a remembered text a hint', () => {
    expect(of({ 'paid-label-early': only('uk-ads') }, sponsored(LONG))).toMatchObject([{ severity: 'warn' }])
    expect(of({ 'paid-label-early': only('us-ftc-255') }, sponsored(LONG))).toMatchObject([{ severity: 'error' }])
    expect(of({ 'mandated-text': only('eu-cfd-warning') }, '# CFDs\n\nThe broker offers CFDs.')).toMatchObject([{ severity: 'info' }])
  })
})
