import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../src/article/sentences.ts'

/** Joined by one space, each case must split exactly at the bars. */
const cases = [
  'Margins widened. | Debt fell.',
  'Sales grew 6.5% to $2.3 bn. | Costs did not.',
  'The U.S. Treasury sold notes. | Demand held.',
  'She left the U.K. in May for the U.S. | He stayed.',
  'Exports to the E.U. slipped, the bureau said.',
  'Shares of Norland Corp. rose 3%. | The maker of pumps beat forecasts.',
  'Quill Inc. Chairman Ida Voss said no.',
  'It was bought by Norland Corp. | The price was not given.',
  'Voss & Co. analysts cut the target.',
  'Mr. Adler and Dr. Voss met Sen. Roe in St. Paul.',
  'J. P. Adler, Jr. resigned. | A. B. Lind took over.',
  'The prize went to Adler and I. | We were glad.',
  'It is No. 2 in Chile. | No. 1 is Quill.',
  'The answer was no. | 20 firms agreed.',
  'See Fig. 4 and Sec. 12 of the report. | Vol. 3 is out.',
  'Results are due Feb. 3. | Guidance came Jan. 9, 2031.',
  'Markets open at 9 a.m. in Oslo. | They close at 4 p.m. | Trading stops then.',
  'It begins at 8 a.m. ET and 2 p.m. London time.',
  '“We doubled it,” said Ida Voss. | “It was time.”',
  '“Is that 5%?” asked Voss. | “Yes!” said Adler.',
  '“Is that all?” Ida Voss asked. | He nodded.',
  'She said: “Sales rose. We hired 9 people.” | Then she left.',
  'She said sales rose. | “We hired. | We will hire more.”',
  'Costs rose... but slowly. | Rents fell… | Wages did too.',
  'The fund (down 2% this year) shrank. | (It had grown before.) | Gold rose.',
  'Oil fell (vs. $70 on Mon.). | Gas rose.',
  'Yahoo! Finance had it first. | Yum! Brands fell.',
  'Vega v. Orion is before the court. | A ruling is due.',
  'iPhone sales fell. | eBay gained. | iShares added 2%.',
  '1. Sales grew. | Costs fell.',
  'Prices rose 2%.[4] | Wages rose 1%.[5]',
  'Is 4% enough?! | Hardly. | It was 6%.',
  'Rows, tables, etc. | The rest follows.',
  'The firm, i.e. the parent, owes $2 bn. | Its unit owes none.',
  'Approx. 400 people, incl. Mr. Roe, came.',
  "''We lost ground,'' she said. | ''We will win it back.''",
  '"We lost ground," she said. | "We will win it back."',
  'Calif. Gov. Ann Roe signed it. | It costs $3 million.',
  'It trades on the N.Y.S.E. | Volume doubled.',
  'The A.P. Stylebook differs.',
  'Quill paid Rs. 300 crore. | Profit was Rs. 20 crore.',
  'Plan B. | The rest is known.',
  'The company (Nasdaq: QLL) rose 9%. | Volume was 2.1 million.',
  'He told a reporter that “the U.S. buyer is back.” | Others doubt it.',
]

describe('sentences', () => {
  test.each(cases)('%s', (marked) => {
    const text = marked.replaceAll(' | ', ' ')
    expect(splitSentences(text).map(([from, to]) => text.slice(from, to)).join(' | ')).toBe(marked)
  })

  test('a line break is white space, but a list item begins anew', () => {
    const text = 'Sales rose\nby 4%. Costs\nfell:\n- rents\n- wages'
    expect(splitSentences(text).map(([from, to]) => text.slice(from, to))).toEqual(['Sales rose\nby 4%.', 'Costs\nfell:', '- rents', '- wages'])
  })

  test('zero-width characters shift nothing', () => {
    const text = '\uFEFFSales rose\u200B. \uFEFFCosts fell.'
    expect(splitSentences(text)).toEqual([[1, 13], [15, 26]])
  })

  test('sentences lie in order, do not touch white space, and leave out nothing but white space', () => {
    const piece = fc.constantFrom('Sales', 'rose', '4%', 'Mr.', 'U.S.', 'Inc.', '“', '”', '.', '!', '?', ' ', ' ', '\n', '(', ')', 'No.', '…', ' - ', '1')
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('')
      let at = 0
      for (const [from, to] of splitSentences(text)) {
        expect(text.slice(at, from)).toMatch(/^\s*$/)
        expect(text.slice(from, to).trim()).toBe(text.slice(from, to))
        expect(to).toBeGreaterThan(from)
        at = to
      }
      expect(text.slice(at)).toMatch(/^\s*$/)
    }))
  })
})
