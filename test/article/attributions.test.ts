import { describe, expect, test } from 'vitest'
import { read } from '../../src/formats/read.ts'

/** `source <cue> [what is covered]` of each attribution. */
function attributed(text: string): string[] {
  return read(text, 'story.txt').attributions.map((a) => `${a.source.text} <${a.cue.text}> [${a.covers.text.trim()}]`)
}

describe('attributions', () => {
  const cases: [string, string[]][] = [
    ['Norland said sales rose.', ['Norland <said> [sales rose.]']],
    ['Sales rose, Norland said.', ['Norland <said> [Sales rose,]']],
    ['Sales rose, said Ida Voss, the finance chief.', ['Ida Voss <said> [Sales rose,]']],
    ['Sales of pumps, Norland said, rose again.', ['Norland <said> [Sales of pumps,]', 'Norland <said> [rose again.]']],
    ['Norland had also said sales rose.', ['Norland <had also said> [sales rose.]']],
    ['Sales rose, according to Norland.', ['Norland <according to> [Sales rose,]']],
    ['According to Norland, sales rose.', ['Norland <According to> [sales rose.]']],
    ['The harbour, which opened last year, is full.', []],
    ['The jobless claims and price estimates were late.', []],
    ['Norland declined to say how sales rose.', []],
    ['Norland did not say how sales rose.', []],
    ['The loss was estimated at a lot.', []],
    ['The United States shows restraint.', []],
    ['Voss said sales rose, but costs climbed on dearer freight.', ['Voss <said> [sales rose]']],
  ]
  test.each(cases)('%s', (text, expected) => expect(attributed(text)).toEqual(expected))

  test.each([
    ['Norland Corp. said sales rose.', 'company'],
    ['Chief economist Ana Ruiz said sales rose.', 'person'],
    ['The company said sales rose.', 'body'],
    ['The report said sales rose.', 'document'],
    ['She said sales rose.', 'pronoun'],
    ['Analysts said sales rose.', 'crowd'],
    ['A person familiar with the matter said sales rose.', 'anonymous'],
  ])('%s: %s', (text, kind) => expect(read(text, 'story.txt').attributions[0]!.source.kind).toBe(kind))

  test('a reporting verb inside somebody’s speech names no source of its own', () => {
    expect(attributed('“My father said sales would rise for years,” Voss said.')).toEqual(['Voss <said> [“My father said sales would rise for years,”]'])
  })
})
