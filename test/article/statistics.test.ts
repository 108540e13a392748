import { describe, expect, it } from 'vitest'
import { read } from '../../src/formats/read.ts'

/** The sentence with its statistics in ⟦⟧. */
function marked(sentence: string): string {
  const spans = read(sentence, 'story.txt').statistics.map((s) => s.span)
  return spans.reduceRight((text, { start, end }) => `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`, sentence)
}

describe('statistics', () => {
  it.each([
    'Norland hired ⟦4,200⟧ workers.',
    'Norland raised ⟦$3 million⟧, or ⟦4%⟧ of its plan.',
    'The talks took about ⟦40⟧ minutes.',
    'The response lasts ⟦9⟧ months.',
    '⟦Two-thirds⟧ of the staff left.',
    'Vega ⟦doubled⟧ its staff.',
    'The city warms at ⟦twice⟧ the pace of its neighbours.',
    'It paid ⟦five times⟧ the price.',
    'It makes ⟦half a million⟧ cars.',
    'It grew in ⟦six of the past eight⟧ quarters.',
    'The car goes ⟦238⟧-mile stretches.',
    'About ⟦two dozen⟧ banks joined.',
    'Sales will grow ⟦10% to 15%⟧.',
    'The 50-day plan costs ⟦$12⟧.',
  ])('%s', (sentence) => expect(marked(sentence.replace(/[⟦⟧]/gu, ''))).toBe(sentence))
})

describe('quantities that are no statistics', () => {
  it.each([
    'Two people left, and seven stayed.',
    'It grew over the past 12 months.',
    'It was the most in 17 months.',
    'It began 20 years ago.',
    'It is due within 30 days.',
    'It was a matter of six years.',
    'Hundreds of customers wrote.',
    'It may cost tens of millions of dollars.',
    'The 65-year-old left.',
    'People aged 18 to 34 left.',
    'It sells 32-gigabyte modules.',
    'It is among the 30 most popular funds.',
    'The two largest banks met.',
    'He voted twice.',
    'At one point it failed.',
    'The meeting was on June 13, 2020, at 9:30 a.m.',
  ])('%s', (sentence) => expect(marked(sentence)).toBe(sentence))
})

describe('which way it went', () => {
  it.each([
    ['Sales rose 4%.', 'up'],
    ['Sales were up 4%.', 'up'],
    ['Sales climbed by as much as 4%.', 'up'],
    ['Vega doubled its staff to the limit.', 'up'],
    ['Sales saw a 4% increase.', 'up'],
    ['Sales fell to $4 million.', 'down'],
    ['Vega halved its debt.', 'down'],
    ['Sales ended 4% lower.', 'down'],
    ['Sales were flat at $4 million.', 'flat'],
    ['Sales were $4 million.', undefined],
    ['It employs 4,200 workers.', undefined],
  ])('%s', (sentence, change) => expect(read(sentence, 'story.txt').statistics[0]?.change).toBe(change))

  it('does not reach over another figure', () => {
    expect(read('Sales rose 4% on 90,000 orders.', 'story.txt').statistics.map((s) => s.change)).toEqual(['up', undefined])
  })
})
