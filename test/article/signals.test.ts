import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { read } from '../../src/formats/read.ts'
import type { SignalKind } from '../../src/article/signals.ts'

/** Evidence of one kind in a Markdown story, as its words. */
const of = (kind: SignalKind, story: string) => read(story, 'story.md').signals.of(kind).map((s) => s.text)
const rows = (kind: SignalKind, table: readonly (readonly [string, readonly string[]])[]) =>
  describe(kind, () => test.each(table)('%s', (story, words) => expect(of(kind, `# News\n\n${story}`)).toEqual(words)))

rows('security', [
  ['Norland (NYSE: NRL) rose.', ['NYSE: NRL']], ['Kestrel (TSXV:KSL) fell.', ['TSXV:KSL']], ['Traders like $NRL.', ['$NRL']], ['ISIN US0000000018 trades.', ['US0000000018']],
  ['Shares of Norland rose.', ['Shares']], ['Norland shares rose.', ['shares']], ['It cost $500.', []], ['Asian stocks rose, and Japanese shares fell.', []], ['The town shares a school.', []], ['She took stock of it.', []],
])
rows('crypto', [['Bitcoin fell.', ['Bitcoin']], ['The token sale opens.', ['token sale']], ['It is a token of thanks.', []]])
rows('recommendation', [
  ['Investors should buy Norland shares.', ['Investors should buy']], ['Retirees should buy bank shares now.', ['Retirees should buy']], ['Norland is a strong buy.', ['is a strong buy']],
  ['We recommend buying the stock.', ['We recommend buying']], ['It carries a Rank #2 (Buy).', ['Rank #2 (Buy)']], ['We lift our price target to $40.', ['our price target']],
  ['Buy Norland (NYSE: NRL) today.', ['Buy']],
  ['Investors should avoid panic.', []], ['Should investors buy Norland shares?', []], ['Is Norland stock a buy? Is it time to buy shares?', []],
  ['“Investors should buy Norland shares,” said Ana Roth.', []], ['Investors should buy Norland shares, said Ana Roth of Larkfield Research.', []],
  ['Norland is not a buy.', []], ['You should hold the rail on the stairs.', []], ['Buy now, pay later is popular.', []],
])
rows('relayed-view', [
  ['Halden Bank cut Vento to sell from hold.', ['to sell from hold']], ['Larkfield has an outperform rating on it.', ['outperform rating']], ['They import fruit to sell from carts.', []],
])
rows('promise', [
  ['The fund offers guaranteed returns.', ['guaranteed returns']], ['You can’t lose with these shares.', ['can’t lose']],
  ['Nothing is a sure thing in politics.', []], ['Candidates cannot lose this state.', []], ['The loan carries a government guarantee.', []],
  ['The fund promised guaranteed returns, the court heard.', []], ['There is no guaranteed return.', []], ['A pension is a guaranteed income.', []],
  ['The insurer cut guaranteed returns on life policies.', []], ['Shareholders cannot lose more than they paid for their shares.', []], ['A rise in the shares is far from a sure thing.', []],
  ['The risk-free return on bills fell.', []],
])
rows('projection', [['Norland shares will double.', ['shares will double']], ['Norland will double its output.', []], ['Bitcoin is going to 10x.', ['going to 10x']], ['It sold for 10x earnings.', []]])
rows('hype', [
  ['Norland shares are a golden opportunity.', ['golden opportunity']], ['It is the next Nvidia, says its stock chart 🚀.', ['the next Nvidia', '🚀']], ['The school is a golden opportunity for the town.', []],
])
rows('paid', [
  ['Sponsored by Kestrel.', ['Sponsored by']], ['#ad Norland is great.', ['#ad']], ['Advertorial: a mine in Vale.', ['Advertorial']], ['We were paid by Kestrel for this article.', ['We were paid']],
  ['Sponsored athletes ran.', []], ['Ad spending fell.', []], ['The firm, sponsored by a bank, built it in partnership with Vega.', []], ['Norland paid its drillers.', []],
  ['The bill was sponsored by two senators.', []], ['Sponsored by two senators, the bill would cut taxes.', []], ['Sponsored content is a growing business for newspapers in Vale.', []],
  ['US airlines in partnership with Vega bought jets.', []], ['The company received compensation from its insurer.', []],
  ['This article was produced in partnership with Kestrel.', ['produced in partnership with']],
])
rows('affiliate', [['Open one at [Oakline](https://oakline.example/?affid=9).', ['Oakline']], ['See [the page](https://oakline.example/about).', []]])
rows('performance', [['Our fund returned 14% in 2025.', ['returned']], ['She returned to the bank with 14% of the vote.', []]])
rows('tailored', [['Reply with your holdings and we answer.', ['Reply with your holdings']], ['These are the best stocks for your portfolio.', []], ['What is right for your portfolio? Ask.', ['for your portfolio']]])
rows('hypothetical', [['Back-tests look good.', ['Back-tests']]])
rows('forecast', [['Sales will reach $4 million by 2030.', ['will reach']], ['The train will reach Vale.', []]])
rows('mining-historical', [['It hosts a historical 2.1 Moz.', ['historical 2.1 Moz']], ['The historical society met.', []]])
rows('mining-pea', [['A PEA was filed.', ['PEA']], ['A pea was eaten.', []]])

test('words in a post by somebody else or in a reader’s comment are not the newsroom’s', () => {
  expect(of('promise', '# News\n\nHe wrote:\n\n> You can’t lose with these shares.\n\nThe regulator fined him.')).toEqual([])
})

test('every piece of evidence stands where it says', () => {
  const words = fc.constantFrom('Investors should buy', 'shares of Norland', '(NYSE: NRL)', 'guaranteed returns', '&amp;', '**now**', '🚀', '$MOON', 'to 10x', '\n\n', '.', '“', '”', 'said Ana', 'not', 'Sponsored.')
  fc.assert(fc.property(fc.array(words, { maxLength: 24 }), (pieces) => {
    const text = pieces.join(' ')
    const article = read(text, 'story.md')
    for (const kind of ['recommendation', 'security', 'promise', 'hype', 'paid', 'projection'] as const) {
      const found = article.signals.of(kind)
      found.forEach((s, i) => {
        expect(s.span.end).toBeGreaterThan(s.span.start)
        expect(s.span.end).toBeLessThanOrEqual(text.length)
        expect(s.block.prose.text.slice(s.from, s.to)).toBe(s.text)
        if (i > 0) expect(found[i - 1]!.span.start).toBeLessThanOrEqual(s.span.start)
      })
    }
  }), { numRuns: 60 })
})
