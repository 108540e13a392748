import { describe, expect, test } from 'vitest'
import { createLinter } from '../src/fineprint.ts'
import type { LintOptions } from '../src/fineprint.ts'

/** Findings of presets on a story, as `rule severity`, sorted. */
function findings(preset: string | string[], story: string, options: LintOptions = {}): string[] {
  return createLinter({ preset }).lint(story, { path: 'story.md', ...options }).map((f) => `${f.rule} ${f.severity}`).sort()
}

const front = (fields: string, body: string) => `---\n${fields}\n---\n\n${body}`
const LONG = 'The company drilled twelve holes last spring and has a mill in Vale.'

describe('the worked examples of the reference, in words of our own', () => {
  const sponsored = front('content_type: sponsored\nsponsor: Kestrel Lithium Inc.\naudience: [us, ca]', '# Kestrel Lithium\n\nSponsored. Kestrel Lithium (TSXV: KSL) may well be the buy of the year.')

  test('1. a sponsored call that names neither the principal nor the sum', () => {
    expect(findings('ca-promo-bc', sponsored)).toEqual(['hype-language warn', 'paid-on-behalf-of error'])
    expect(findings('us-news', sponsored)).toEqual(['paid-amount error'])
    const kept = `${sponsored}\n\nThe author has no securities or affiliations related to the organizations discussed.`
    expect(findings('house-seed', kept)).toContain('paid-contradiction error')
  })

  test('2. payer, form, amount, past and prospective in the first line', () => {
    const full = (more: string) => front('content_type: sponsored\nsponsor: Kestrel Lithium Inc.\naudience: [us, ca]',
      `# Kestrel Lithium (TSXV: KSL)\n\nThis paid advertisement is issued on behalf of Kestrel Lithium Inc., which paid the publisher C$25,000 in cash on 3 March and will pay C$10,000 in April. ${LONG}${more}`)
    expect(findings(['ca-promo-bc', 'us-news'], full(' The mill opens in May.'))).toEqual([])
    expect(findings('ca-news', full(' Investors should buy shares of Kestrel now.'))).toEqual(['holdings-statement error'])
  })

  const post = front('audience: [us, ca, uk]\nsponsor: Moon Labs', 'Not financial advice! The token $MOON is going to 10x 🚀 #ad')
  test('3. a post with a disclaimer, a rocket and a hash tag', () => {
    expect(findings('us-news', post)).toEqual(['paid-amount error', 'promissory-language warn'])
    expect(findings('ca-news', post)).toEqual(['not-rec-contradicted warn'])
    expect(findings('uk-finprom', post)).toEqual(['mandated-text error'])
    const quoted = '# A post\n\nThe regulator fined the man who wrote:\n\n> Not financial advice! The token $MOON is going to 10x 🚀 #ad\n\nHe did not answer a request for comment.'
    expect(findings('uk-news', quoted)).toEqual([])
    expect(findings('us-news', quoted)).toEqual([])
  })

  test('4. “may hold” under a call to buy', () => {
    const open = front('author: Ana Roth\njob_title: analyst\npublished: 2026-03-10T09:30:00+01:00\ninterests: none',
      '# Buy Norland\n\nInvestors should buy shares of Norland (NYSE: NRL) now.\n\nThe author may hold positions in the companies mentioned.')
    expect(findings('eu-recommendation', open)).toEqual(['holdings-specific error'])
    expect(findings('ca-news', open)).toEqual(['holdings-specific error'])
    expect(findings('us-news', open)).toEqual(['holdings-specific warn'])
  })

  test('5. shares and options disclosed without terms and without family', () => {
    const options = '# NordPay grows\n\nNordPay opened an office in Vale.\n\nDisclosure: I own 4,000 shares of NordPay and 10 call options.'
    expect(findings('ca-news', options)).toEqual(['option-terms warn'])
    expect(findings('eu-recommendation', options)).toEqual([])
    expect(findings('uk-news', options)).toEqual(['holdings-scope warn'])
  })

  test('6. a figure and a forecast without a source', () => {
    const bare = front('content_type: news', '# Trade\n\nExports rose 12% last year and the sector will be worth $90 billion by 2030.')
    expect(findings('wire-attribution', bare)).toEqual(['forecast-labelled warn', 'statistic-attribution error', 'statistic-attribution error'])
    expect(findings('eu-news', bare)).toEqual(['forecast-labelled warn', 'statistic-attribution warn', 'statistic-attribution warn'])
    expect(findings('issuer-release', bare)).toEqual(['forecast-labelled warn'])
  })

  test('7. a rating passed on without analyst, date or currency', () => {
    expect(findings('eu-news', '# Utilities\n\nHalden Bank said it cut the utility Vento to sell from hold, target 41 from 55.')).toEqual(['holdings-statement info', 'relay-complete warn'])
    expect(findings('eu-news', '# Utilities\n\nHalden Bank cut its target on Vega to 41 from 55.')).toEqual(['holdings-statement info', 'relay-complete warn'])
  })

  test('8. a back-test in futures', () => {
    const model = '# Corn\n\nOur model portfolio of corn futures made 38% a year in back-tests.'
    expect(findings('us-adviser-marketing', model)).toEqual(['hypothetical-text error', 'net-gross warn'])
    expect(findings('us-news', model)).toEqual(['hypothetical-text warn'])
    expect(findings('uk-finprom', model)).toEqual(['past-perf-period error', 'past-perf-warning error'])
  })

  test('9. a historical figure and a world-class orebody', () => {
    const junior = (fields: string) => front(fields, '# Kestrel\n\nThe deposit hosts a historical 2.1 Moz, a world-class orebody.')
    expect(findings('ca-mining', junior('content_type: news'))).toEqual(['hype-language warn', 'mining-category warn', 'mining-caution warn'])
    expect(findings('ca-mining', junior('content_type: sponsored\nsponsor: Kestrel Gold'))).toContain('mining-caution error')
  })

  test('10. a column that tells retirees to buy bank shares', () => {
    const column = '# Banks\n\nRetirees should buy bank shares now.'
    expect(findings('au-media', column)).toEqual(['holdings-statement error', 'paid-amount error'])
    expect(findings('au-media', front('self_regulation: apc', column))).toEqual([])
    expect(findings('au-licensee', column)).toEqual(['general-advice-elements error'])
    expect(findings('us-news', column)).toEqual([])
  })

  test('11. a registered analyst in superlatives, the warning reworded', () => {
    const analyst = '# India’s No. 1 analyst\n\nInvestments in securities markets are subject to market risks. Read all the related documents carefully before investing.'
    expect(findings('in-ra', analyst)).toEqual(['mandated-text error', 'registration-number error', 'superlative-self error'])
    const quoted = '# Steel\n\nKiran Rao of Larkfield Research lifted his price target on Norland Steel to 140 rupees.'
    expect(findings('in-news', quoted)).toEqual(['analyst-standing warn'])
  })

  test('12. a sourced story with the block of five, and a reader below', () => {
    const story = front('author: Ana Roth\ncontent_type: news',
      `# Overdoses fall

By Ana Roth

Deaths from overdoses fell 24% in the year to September, according to data from the health agency.

Information for this story was found via the sources and companies mentioned. The author has no securities or affiliations related to the organizations discussed. Not a recommendation to buy or sell. Always do additional research and consult a professional before purchasing a security. The author holds no licenses.`)
    expect(findings('house-seed', story)).toEqual([])
    expect(findings('ca-news', story)).toEqual([])
    expect(findings('eu-recommendation', story)).toEqual([])
    expect(findings('uk-news', story)).toEqual(['holdings-scope info'])
  })
})
