import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Quantity } from '../../src/article/facts.ts'
import { read } from '../../src/formats/read.ts'

/** `4% = 4 percent`, `$3 million = 3000000 USD`: what is read in a sentence, in order. */
function readings(sentence: string): string[] {
  return read(sentence, 'story.txt').quantities.map((q) => `${q.text} = ${valueOf(q)}${unitOf(q)}${q.bound ? ` ${q.bound}` : ''}`)
}

const round = (n: number) => String(Math.round(n * 1e6) / 1e6)
const valueOf = ({ value }: Quantity) => (typeof value === 'number' ? round(value) : `${round(value[0])}..${round(value[1])}`)

function unitOf({ unit }: Quantity): string {
  switch (unit.kind) {
    case 'money': return ` ${unit.currency ?? 'money'}${unit.minor ? ' minor' : ''}`
    case 'points': return ` ${unit.of} points`
    case 'count': return unit.of ? ` ${unit.of}` : ''
    default: return ` ${unit.kind}`
  }
}

describe('percent and points', () => {
  it.each([
    ['Sales rose 4%.', ['4% = 4 percent']],
    ['Sales rose 4.25 percent.', ['4.25 percent = 4.25 percent']],
    ['Sales rose 4 per cent.', ['4 per cent = 4 percent']],
    ['The rate is 1.2pc.', ['1.2pc = 1.2 percent']],
    ['It grew .5 percent.', ['.5 percent = 0.5 percent']],
    ['Its index fell -3.1% in May.', ['-3.1% = -3.1 percent']],
    ['Support rose two percentage points.', ['two percentage points = 2 percentage points']],
    ['Margins widened 60 basis points.', ['60 basis points = 60 basis points']],
    ['Margins widened 60bps.', ['60bps = 60 basis points']],
    ['A 10-percent stake changed owners.', ['10-percent = 10 percent']],
    ['The gauge gained 64.06 points.', ['64.06 points = 64.06 index points']],
    ['Half a percent is enough.', ['Half a percent = 0.5 percent']],
  ])('%s', (sentence, expected) => expect(readings(sentence)).toEqual(expected))
})

describe('money', () => {
  it.each([
    ['It paid $3 million.', ['$3 million = 3000000 USD']],
    ['It paid $3m.', ['$3m = 3000000 USD']],
    ['It paid US$84.', ['US$84 = 84 USD']],
    ['It paid $US84.', ['$US84 = 84 USD']],
    ['It paid US $84.', ['US $84 = 84 USD']],
    ['It paid AU$9.50.', ['AU$9.50 = 9.5 AUD']],
    ['It paid AUD1.5m.', ['AUD1.5m = 1500000 AUD']],
    ['It paid RM79 a month.', ['RM79 = 79 MYR']],
    ['It paid Rs 5 crore.', ['Rs 5 crore = 50000000 INR']],
    ['It paid 12 lakh rupees.', ['12 lakh rupees = 1200000 INR']],
    ['It raised €1.2bn.', ['€1.2bn = 1200000000 EUR']],
    ['It raised 9.4 billion yuan.', ['9.4 billion yuan = 9400000000 CNY']],
    ['It raised 8.99 Australian dollars.', ['8.99 Australian dollars = 8.99 AUD']],
    ['A 260 million-euro charge was booked.', ['260 million-euro = 260000000 EUR']],
    ['It trades at 110 JPY.', ['110 JPY = 110 JPY']],
    ['It costs 10.4 cents.', ['10.4 cents = 10.4 USD minor']],
    ['The unit costs 40p.', ['40p = 40 GBP minor']],
    ['Fares go up $1,250.50 a year.', ['$1,250.50 = 1250.5 USD']],
    ['A $5 fee applies, a $5 fee.', ['$5 = 5 USD', '$5 = 5 USD']],
    ['She got half a billion dollars.', ['half a billion dollars = 500000000 USD']],
    ['It cost tens of millions of dollars.', ['tens of millions of dollars = 10000000..100000000 USD']],
    ['A million-dollar house was sold.', ['A million-dollar = 1000000 USD']],
    ['A loss of -$40 million was booked.', ['-$40 million = -40000000 USD']],
  ])('%s', (sentence, expected) => expect(readings(sentence)).toEqual(expected))
})

describe('counts, scales and words', () => {
  it.each([
    ['It hired 4,200 workers.', ['4,200 = 4200 workers']],
    ['It hired 1,23,456 workers.', ['1,23,456 = 123456 workers']],
    ['It sold 4.3M downloads.', ['4.3M = 4300000 downloads']],
    ['It sold 12k units.', ['12k = 12000 units']],
    ['It has two hundred and fifty stores.', ['two hundred and fifty = 250 stores']],
    ['It has twenty-eight thousand six hundred and forty-two students.', ['twenty-eight thousand six hundred and forty-two = 28642 students']],
    ['A dozen banks joined.', ['A dozen = 12 banks']],
    ['Half a dozen banks joined.', ['Half a dozen = 6 banks']],
    ['There were 4 hundred million people.', ['4 hundred million = 400000000 people']],
    ['More than a billion people watched.', ['a billion = 1000000000 people over']],
    ['The line is 35 miles long.', ['35 = 35 miles']],
    ['A 238-mile range is promised.', ['238 = 238 mile']],
    ['The roof holds 32m2.', ['32m2 = 32 m2']],
    ['It made 48GB modules.', ['48GB = 48 GB']],
    ['It fell to minus 12 degrees.', ['minus 12 = -12 degrees']],
    ['It took 40 minutes.', ['40 = 40 minutes']],
    ['It had 212,577 lots and since 2006, the exchange says, more.', ['212,577 = 212577 lots']],
  ])('%s', (sentence, expected) => expect(readings(sentence)).toEqual(expected))
})

describe('fractions, multiples and ratios', () => {
  it.each([
    ['Two-thirds of the staff left.', ['Two-thirds = 0.666667 share']],
    ['A third of the staff left.', ['A third = 0.333333 share']],
    ['A quarter of the staff left.', ['A quarter = 0.25 share']],
    ['Half of the staff left.', ['Half = 0.5 share']],
    ['It halved its debt.', ['halved = 0.5 times']],
    ['Profit more than doubled.', ['doubled = 2 times over']],
    ['It wants to triple output.', ['triple = 3 times']],
    ['That is twice the average.', ['twice = 2 times']],
    ['It rose threefold.', ['threefold = 3 times']],
    ['It trades at 6.5 times earnings.', ['6.5 times = 6.5 times']],
    ['The offer was 3x covered.', ['3x = 3 times']],
    ['One in five households moved.', ['One in five = 0.2 share']],
    ['Some 1 in 4 homes sold.', ['1 in 4 = 0.25 share about']],
    ['It kept four out of five stars.', ['four out of five = 0.8 share']],
    ['It grew in six of the past eight quarters.', ['six of the past eight = 0.75 share']],
    ['It plans a 3-for-1 split.', ['3-for-1 = 3 share']],
    ['Use 1/2 cup of salt.', ['1/2 = 0.5 share']],
  ])('%s', (sentence, expected) => expect(readings(sentence)).toEqual(expected))
})

describe('ranges and bounds', () => {
  it.each([
    ['It will grow 10-15%.', ['10-15% = 10..15 percent']],
    ['It will grow 10% to 15%.', ['10% to 15% = 10..15 percent']],
    ['It will raise $3 to $5 million.', ['$3 to $5 million = 3000000..5000000 USD']],
    ['It will raise $3-5 million.', ['$3-5 million = 3000000..5000000 USD']],
    ['It went from 252 to 287 sites.', ['252 to 287 = 252..287 sites']],
    ['It went from 252 miles to 287 miles.', ['252 miles to 287 = 252..287 miles']],
    ['Between 40 and 50 percent agree.', ['40 and 50 percent = 40..50 percent']],
    ['It takes three to five weeks.', ['three to five = 3..5 weeks']],
    ['It burns 2000 - 2500 calories.', ['2000 - 2500 = 2000..2500 calories']],
    ['It went from 1000 to 2000 hires.', ['1000 to 2000 = 1000..2000 hires']],
    ['The fee went up by $4 to $60.', ['$4 = 4 USD', '$60 = 60 USD']],
    ['It rose 2 percent to 35 dollars.', ['2 percent = 2 percent', '35 dollars = 35 USD']],
    ['The count fell by 8 to 877.', ['8 = 8', '877 = 877']],
    ['About 40 workers left.', ['40 = 40 workers about']],
    ['Fewer than 40 workers left.', ['40 = 40 workers under']],
    ['At least 40 workers left.', ['40 = 40 workers over']],
    ['Up to 40 workers left.', ['40 = 40 workers under']],
    ['As much as 4% was lost.', ['4% = 4 percent under']],
    ['It owes ~$40.', ['$40 = 40 USD about']],
  ])('%s', (sentence, expected) => expect(readings(sentence)).toEqual(expected))
})

describe('numbers that are none', () => {
  it.each([
    'It met on April 8, 2025.',
    'It met on 8 April.',
    'It met on Dec. 6-9 in Basel.',
    'It met on 2025-04-08 and 4/8/2025.',
    'It met at 9:30 a.m. ET and at 5 p.m.',
    'It has grown since 2019, and in the 1980s.',
    'In ’08 it broke.',
    'It reported for Q3 2024, FY24 and 1H25 in fiscal 2023.',
    'The 2018 results were late.',
    'The S&P 500 and the S.&P. 500 moved.',
    'The FTSE 100, the Nikkei 225 and the Russell 2000 moved.',
    'It joined the Fortune 500.',
    'It filed Form 10-K under Section 17(b) and Rule 10b-5.',
    'It is under Chapter 11, as the 401(k) plan was.',
    'It flies the Boeing 737 and the A320.',
    'The iPhone 15 has 5G and GPT-4 inside.',
    'After COVID-19 it made BLU-667.',
    'The G20 and the Group of Seven met.',
    'It is the No. 2 lender, and Phase 3 began.',
    'The Model 3 sells well.',
    'It came third, then 102nd, then 51st.',
    'Call 555-0100 for v2.0.1 of the tool.',
    'The id is 1234567890123.',
    'See https://news.test/2024/9 or write to desk9@news.test, or @desk9.',
    'No one knew; it was one of the best, the one.',
    'It was the second half of the third quarter.',
    'A three-way deal had a six-figure price and a two-day delay.',
    'Ruiz, 45, left.',
    'The team won 2-0.',
    'The firm sits at 358 Elm Road.',
    'It is open 24/7.',
    'The 10-year note matters.',
    'The front half was dull; a third party came.',
    'It runs double shifts and doubled down.',
    'The attribute width="450" is markup.',
    'Attack (4) was blocked.',
    'Several hundred came.',
  ])('%s', (sentence) => expect(readings(sentence)).toEqual([]))
})

const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom('1', '23', '2019', ',', '.', '-', '–', '/', ':', '$', '€', '%', ' ', 'to', ' and ', 'half', 'of', 'a ', 'thirds', 'million', 'bn', 'x', 'May ', 'No. ', '(', ')', '\n', 'two', '-', 'US', '𝟗', 'one in ', "'", '’', 'p'),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

describe('laws', () => {
  it('reads any text without throwing, in order, within its sentence, never an empty stretch', () => {
    fc.assert(
      fc.property(soup, (text) => {
        let last = 0
        for (const q of read(text, 'story.txt').quantities) {
          expect(q.span.start).toBeGreaterThanOrEqual(last)
          expect(q.span.end).toBeGreaterThan(q.span.start)
          expect(q.from).toBeGreaterThanOrEqual(q.sentence.from)
          expect(q.to).toBeLessThanOrEqual(q.sentence.to)
          expect(q.text).toBe(text.slice(q.span.start, q.span.end))
          for (const end of [q.value].flat()) expect(Number.isFinite(end)).toBe(true)
          last = q.span.end
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a prefix paragraph moves the places and changes nothing else', () => {
    const prefix = 'A word before.\n\n'
    const seen = (text: string, by: number) => read(text, 'story.txt').quantities.map((q) => [q.span.start - by, q.text, q.value, q.unit])
    const story = 'Sales rose 4% to $3 million, or two-thirds of the plan.\n\nIt hired 30 to 40 people.'
    expect(seen(prefix + story, prefix.length)).toEqual(seen(story, 0))
    expect(seen(story, 0)).toHaveLength(4)
  })

  it.each(['9', '1,', '1.', '1-', '$', '%', 'a ', 'half ', 'two ', '1 to ', 'million ', '9/', '9:', '(', '1 in ', '12 Ave ', 'hundreds of '])('a long run of %j stays a list of places', (piece) => {
    const text = piece.repeat(500)
    for (const q of read(text, 'story.txt').quantities) expect(q.span.end).toBeLessThanOrEqual(text.length)
  })
})
