import { expect, test } from 'vitest'
import { applyEdits } from '../../src/text/edit.ts'
import { judge } from '../support/mark.ts'
import { table } from '../support/table.ts'

table('statistic-attribution', {
  'a figure nobody stands behind': [
    'The country sent ⟦4,200⟧ inspectors to the border last month.',
    'The minister praised Norland, which sent ⟦4,200⟧ inspectors to the border and expelled ⟦31⟧ smugglers.',
    'The region lost ⟦12%⟧ of its farms in a decade. Many families moved to the coast.',
    'Rents in the capital have risen ⟦18%⟧ since 2019.',
    { story: 'Economists expect output to shrink by ⟦0.4%⟧ in the spring.', messages: ['vague'] },
  ],
  'a source in the sentence': [
    'Household debt rose 4.1% in March, according to Larkfield Research.',
    'According to Larkfield Research, household debt rose 4.1% in March.',
    'Household debt, the central bank said on Monday, rose 4.1%.',
    '“We will cut 400 jobs by June,” said Ana Ruiz, who runs the plant.',
    'Ruiz told reporters that 400 jobs would go.',
    'Data from the ports authority show that traffic fell 7% in May.',
    'Vega Foods reported revenue of $212 million for the third quarter.',
    'A survey by Larkfield found that 46% of drivers skip insurance.',
    'The company posted a net loss of $14 million, it said in a filing.',
  ],
  'a source carried from before or after': [
    'Vega Foods booked a loss of $14 million, according to its annual filing. The filing also shows debt of $310 million.',
    'Larkfield Research surveyed savers in May, its report said. It found that 46% had less than a month of wages put by.',
  ],
  'no statistics at all': [
    'The deal closed on May 14, 2024, in the company’s 2nd quarter.',
    'His 2022 memoir describes his first term in 2020 and the crime wave of the 1980s.',
    'She won No. 2 on the list of 10-year notes under Rule 144.',
    'Shares of Vega Foods closed at $12.40 on Friday, up 5%.',
  ],
  options: [
    { story: 'Shares of Vega Foods closed at ⟦$12.40⟧ on Friday.', options: { marketData: 'source' }, messages: ['market'] },
  ],
  'other people’s words': [
    'The ministry was silent.\n\n<blockquote class="twitter-tweet"><p>Norland sent 4,200 inspectors!</p>&mdash; Sam (@sam) May 4, 2025</blockquote>\n\nThe army was silent too.',
  ],
})

test('suggests a source nearby, a marker and a waiver, and the marker once', () => {
  const story = 'The bank said debt fell.\n\nRents have risen ⟦18%⟧ since 2019. Nobody moved.'
  const { text, findings } = judge('statistic-attribution', { story })
  expect(findings).toHaveLength(1)
  const [finding] = findings
  expect(finding!.fix).toBeUndefined()
  const mark = finding!.suggestions.find((s) => s.title.startsWith('Mark'))!
  const marked = applyEdits(text, mark.edits)
  expect(marked).toContain('risen 18% \\[source?\\] since 2019')
  const again = judge('statistic-attribution', { story: marked }).findings
  expect(again).toHaveLength(1)
  expect(again[0]!.suggestions.map((s) => s.title)).not.toContain(mark.title)
  const waive = finding!.suggestions.find((s) => s.title.startsWith('Waive'))!
  const waived = applyEdits(text, waive.edits).replace(' -- ', ' -- the desk knows the study ')
  const left = judge('statistic-attribution', { story: waived }).findings
  expect(left.map((f) => f.silenced?.reason)).toEqual([expect.stringContaining('the desk knows the study')])
})

test('says which source was nearest and why it does not cover', () => {
  const { findings } = judge('statistic-attribution', { story: 'The minister said talks went well with Norland, which sent ⟦4,200⟧ inspectors to the border.' })
  for (const finding of findings) expect(finding.related.map((r) => r.message).join()).toMatch(/minister/iu)
})
