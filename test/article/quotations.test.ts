import { describe, expect, test } from 'vitest'
import { quotedIn } from '../../src/article/quotation-marks.ts'
import { read } from '../../src/formats/read.ts'

describe('quotation marks', () => {
  const cases: [string, string[]][] = [
    ['“We grew,” she said. “We will grow.”', ['“We grew,”', '“We will grow.”']],
    ['"We grew," she said. "We will grow."', ['"We grew,"', '"We will grow."']],
    ["''We grew,'' she said.", ["''We grew,''"]],
    ['He said «we will grow again».', ['«we will grow again»']],
    ['“We grew and grew. It was good.', ['“We grew and grew. It was good.']],
    ['“We grew a lot. “It was good,” he said.', ['“We grew a lot. ', '“It was good,”']],
    ['A 6" pipe and an 8" pipe.', []],
    ['It’s the firms’ money.', []],
  ]
  test.each(cases)('%s', (text, expected) => expect(quotedIn(text).map(({ from, to }) => text.slice(from, to))).toEqual(expected))

  test.each([
    ['“challenging”', 'scare'],
    ['“Tiger Harbour”', 'scare'],
    ['“We have never seen such demand”', 'speech'],
    ['“We grew,”', 'speech'],
  ])('%s is %s', (text, kind) => expect(quotedIn(text)[0]!.kind).toBe(kind))
})

describe('speakers', () => {
  const cases: [story: string, speakers: (string | undefined)[]][] = [
    ['“We grew by a half,” Ida Voss said.', ['Ida Voss']],
    ['“We grew by a half,” said Ida Voss, the finance chief.', ['Ida Voss']],
    ['Ida Voss smiled. “We grew by a half,” she said. “It was about time.”', ['she', 'she']],
    ['Voss said the year was hard. “We lost a third of our buyers.”', ['Voss']],
    ['“We lost a third of our buyers.” That is how Voss explained it, and Voss said it twice.', ['Voss']],
    ['“We lost a third of our buyers.”\n-- Ida Voss, economist', ['Ida Voss']],
    ['Rain fell on the harbour. “We lost a third of our buyers.”', [undefined]],
  ]
  test.each(cases)('%s', (story, speakers) => {
    const speech = read(story, 'story.txt').quotations.filter((q) => q.kind === 'speech')
    expect(speech.map((q) => q.speaker?.text)).toEqual(speakers)
  })
})
