import { describe, expect, it } from 'vitest'
import { read } from '../../src/formats/read.ts'

const periods = (sentence: string) =>
  read(sentence, 'story.txt').periods.map((p) => (p.relative ? p.text : `${p.text} = ${p.begins === p.ends ? p.begins : `${p.begins}..${p.ends}`}`))

describe('periods', () => {
  it.each([
    ['It met on June 13, 2020.', ['June 13, 2020 = 2020-06-13']],
    ['It met on Dec. 6, 2019.', ['Dec. 6, 2019 = 2019-12-06']],
    ['It met on 8 April 2025.', ['8 April 2025 = 2025-04-08']],
    ['It met on 2025-04-08.', ['2025-04-08 = 2025-04-08']],
    ['It met in April 2020.', ['April 2020 = 2020-04-01..2020-04-30']],
    ['It met in February 2020.', ['February 2020 = 2020-02-01..2020-02-29']],
    ['It met in February 2021.', ['February 2021 = 2021-02-01..2021-02-28']],
    ['It has grown since 2019.', ['2019 = 2019-01-01..2019-12-31']],
    ['The third quarter of 2019 was poor.', ['third quarter of 2019 = 2019-07-01..2019-09-30']],
    ['The second half of 2019 was poor.', ['second half of 2019 = 2019-07-01..2019-12-31']],
    ['It met on June 13.', ['June 13']],
    ['Sales fell in May.', ['May']],
    ['Sales fell in the third quarter.', ['third quarter']],
    ['Sales fell last year, then rose on Monday.', ['last year', 'Monday']],
    ['Sales fell from a year earlier.', ['a year earlier']],
    ['It may march on.', []],
    ['It sold 2,019 units and 20190 parts.', []],
    ['It costs $2019.', []],
  ])('%s', (sentence, expected) => expect(periods(sentence)).toEqual(expected))
})
