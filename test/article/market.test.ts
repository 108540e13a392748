import { describe, expect, it } from 'vitest'
import { marketOrExempt } from '../../src/article/market.ts'
import { read } from '../../src/formats/read.ts'

/** What each figure of a text is: `5% market`, `$3 million owes`. A text without a figure is a mistake of the table. */
function settled(text: string): string[] {
  const article = read(text, 'story.txt')
  const ask = marketOrExempt(article)
  expect(article.statistics).not.toEqual([])
  return article.statistics.map((s) => `${s.text} ${ask(s)?.status ?? 'owes'}`)
}

describe('bare market data', () => {
  it.each([
    ['Shares of Norland closed at $12.40, up 5%, on Tuesday.', ['$12.40 market', '5% market']],
    ["Norland's stock was last down 3.2% at 418 pence.", ['3.2% market', '418 pence market']],
    ['The benchmark S&P 500 index ended 0.7% higher at 4,218.', ['0.7% market', '4,218 market']],
    ['The Dow Jones Industrial Average lost 214 points, or 0.6 percent, to 33,102.', ['214 points market', '0.6 percent market', '33,102 market']],
    ['Brent crude futures settled at $71.20 a barrel, down 84 cents.', ['$71.20 market', '84 cents market']],
    ['Spot gold was little changed at $1,802 per ounce.', ['$1,802 market']],
    ['The euro was trading at $1.0812, down 0.3% on the day.', ['$1.0812 market', '0.3% market']],
    ['The yield on the 10-year note rose four basis points to 4.21%.', ['four basis points market', '4.21% market']],
    ['Bitcoin plunged 11% to $41,300 over the weekend.', ['11% market', '$41,300 market']],
    ['Norland jumped 14% in premarket trading.', ['14% market']],
    ['Vega shares have more than doubled this year.', ['doubled market']],
    ['The stock has lost a third of its value since January.', ['a third market']],
    ["The rout wiped $40 billion off the company's market value.", ['$40 billion market']],
    ['The company has a market capitalization of about $3.4 billion.', ['$3.4 billion market']],
    ['About 12.4 million shares changed hands.', ['12.4 million market']],
    ['Volumes were about 40 percent below the 30-day average.', ['40 percent market']],
    ['A 2% decline in European equities set the tone.', ['2% market']],
    ["Norland's shares, which will be split in May, have fallen 20% this year.", ['20% market']],
    ['Shares of the bank, which will report sales in May, fell as much as 5 percent.', ['5 percent market']],
    ['Norland fell 2 percent and Vega rose 3 percent.', ['2 percent market', '3 percent market']],
    ["The shares rallied in London. They have gained 8% since May.", ['8% market']],
    ['Sixteen of the 19 sector gauges fell.', ['Sixteen of the 19 market']],
    ['The offshore yuan weakened past 7.1 per dollar.', ['7.1 market']],
  ])('%s', (text, expected) => expect(settled(text)).toEqual(expected))
})

describe('market reports', () => {
  it.each([
    "Norland's share price fell to 212 pence.",
    'Tin futures fell to $24,100 a tonne.',
    'The dollar index, which tracks the greenback against six peers, was up 0.2% at 96.4.',
    "Turkey's lira weakened 3% to 13.4 per dollar.",
    'U.S. stock futures pointed to a 0.5% gain at the open.',
    'Vega shares sank 21 percent, their worst day since 2008.',
    'Emerging-market stocks are down 12 percent from their January peak.',
    'The Hang Seng dropped 410 points to 24,800.',
    'The Philadelphia Semiconductor Index has slumped 15% this month.',
    'The Japanese currency strengthened 0.6 percent to 108.3 per dollar.',
    'Bunds gained, with 10-year yields down three basis points at minus 0.42%.',
    'Heating oil rose 2.1% while gasoline futures fell 0.8%.',
    'Norland closed up 7.4% at a record $88.10.',
    "The company's stock has nearly tripled since its listing.",
    'Shares in rival Vega were 2.5% lower.',
    'It was the biggest gainer on the index, up 9%.',
    'The biggest decliner was Vega, which fell 6.2%.',
    'Shares of Acme, Borel and Cato fell 3%, 4% and 5%.',
    "The exchange's benchmark finished the week 2.2% higher.",
    'The market value of the group stands at $18 billion.',
    'Vega was valued at $12 billion at the close.',
    'Spot silver eased 0.7% to $22.15.',
    'Bitcoin was last at $29,400, off its high of $30,100.',
    'LME nickel hit its daily limit of 15%.',
    'Corn for December gained 3 1/4 cents.',
    'The KBW bank index lost 1.9%.',
    'The shares were indicated 3% lower before the bell.',
    'Trading volume was 30% above the 20-day average.',
  ])('%s', (text) => expect(settled(text).every((s) => s.endsWith(' market')), settled(text).join()).toBe(true))
})

describe('figures that owe a source', () => {
  it.each([
    "Norland's share of the market rose to 12%.",
    'Vega spent $2 billion on share buybacks.',
    'The price of a ticket rose 10% to $45.',
    'Interest income rose 5%.',
    'Gold producer Norland cut costs by 4%.',
    "The bank's stock of bad loans fell 10%.",
    'Exports of oil rose to 3.1 million barrels a day.',
    'The index of manufacturing activity fell to 48.2.',
    'A gauge of new orders slipped to 50.1.',
    'The company closed 40 stores.',
    'Vega closed a $40 million funding round.',
    'Norland added 4% to its workforce.',
    'The government raised 5 billion euros from a sale of bonds.',
    'Norland issued $500 million of notes due 2030.',
    'The purchase price rose to $14 billion.',
    'Average selling prices fell 6%.',
    'The utility raised rates by 3%.',
    "The unit's trading income fell 15%.",
    'The yield from the field was 40 tons.',
    'The dollar value of claims rose 8%.',
    'The number of shares held by insiders fell 5%.',
    'It pays a dividend of $1.20 a share.',
    'Short interest rose to 14% of the float.',
    "The chain's same-store sales fell 2.1%.",
    "The airline's fuel bill climbed 30% to $900 million.",
    'Investors pulled $3 billion from stock funds.',
    'The bank expects gold to reach $2,000.',
    'The central bank cut its rate by 25 basis points.',
    'The index provider has 300 employees.',
    'Wall Street bonuses fell 17%.',
    'Norland said sales rose 5% to $2.1 billion.',
    'Profit fell 8% to $40 million.',
    'Inflation rose to 3.1%.',
    'Unemployment fell to 4.2%.',
    'Home prices rose 6% in June.',
    'The bank raised its price target to $45 from $40.',
    'Analysts expect the shares to rise 15%.',
    'The shares could fall 30%.',
    "The fund owns 5% of Norland's shares.",
    'Vega sold 3 million shares at a price of $12 each.',
    'Oil production fell 2% last year.',
    'Gold imports rose 14% in May.',
    "Vega's market share climbed to 31%.",
    'The company will buy back $2 billion of stock.',
    'Net income rose to $1.12 a share.',
    'The airline cut capacity by 30%.',
    'Production costs rose to $35 a barrel.',
    'Some 40% of investors expect a rally.',
    'Trading revenue dropped about 20 percent.',
    'Prices of new cars rose 4%.',
    'A portfolio of small stocks lost 27% under its manager.',
    'Women make up a quarter of the board.',
  ])('%s', (text) => expect(settled(text).every((s) => s.endsWith(' owes')), settled(text).join()).toBe(true))
})

describe('exempt figures', () => {
  it.each([
    ['It raised 3 billion kroner ($353 million).', ['3 billion kroner owes', '$353 million exempt']],
    ['It raised 22 trillion yen, or $202 billion.', ['22 trillion yen owes', '$202 billion exempt']],
    ['It goes 226 miles (363 kilometers).', ['226 owes', '363 exempt']],
    ['It costs €60 a year (~$64).', ['€60 owes', '$64 exempt']],
    ['Twelve lakh is equivalent to 1.2 million.', ['Twelve lakh owes', '1.2 million exempt']],
    ['The 50-member index is heavy on banks.', ['50 exempt']],
    ['It was the worst of the 30 members of the Dow.', ['30 exempt']],
    ['Ohio, Texas and 11 other states signed.', ['11 exempt']],
    ['It lacks the two-thirds of votes needed to win.', ['two-thirds exempt']],
    ['With its key rate at 0.75%, the bank waits.', ['0.75% exempt']],
    ['It raised $3 billion ($2 billion of it in May).', ['$3 billion owes', '$2 billion owes']],
    ['Fees are £10 or €12 a month.', ['£10 owes', '€12 owes']],
  ])('%s', (text, expected) => expect(settled(text)).toEqual(expected))
})

it('every verdict says why', () => {
  const article = read('Norland shares rose 4% to $12 (€11).', 'story.txt')
  const ask = marketOrExempt(article)
  expect(article.statistics.map((s) => ask(s)?.why)).toEqual(['a move of the market', 'continues a market price before it', 'converts the figure before it'])
})
