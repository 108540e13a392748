import { expect, test } from 'vitest'
import fc from 'fast-check'
import { createLinter } from '../../src/fineprint.ts'
import { DocumentReader } from '../../src/formats/incremental.ts'

const linter = createLinter({ preset: 'house' })
const PARAGRAPHS = [
  'Norland Ferries said revenue rose 4% in May. It sold 3,000 cars, and shares fell 2%.', 'Profit doubled to $12 million, according to its filing.',
  '“We hired 40 people back,” Dana Whitlock said. “Costs fell 9%.”', 'Investors should buy Norland shares (NYSE: NRL) now. Returns are guaranteed.', '> Fares rose 8%.',
  'The author holds shares of Norland. ~~The author holds no shares.~~', 'Disclosure:', 'The author has no position in Norland and is not paid for this.',
  'Not a recommendation to buy or sell. Do your own research.', '## Disclosures', '| Holdings | None |\n| --- | --- |\n| Paid | no |', 'Analysts expect 6% next year.', '3 comments',
]
const paragraphs = fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 9 })

/** One edit: a paragraph put in, taken out or given another place, or letters typed into one. */
const edits = fc.array(fc.record({ kind: fc.constantFrom('put', 'take', 'move', 'type'), at: fc.nat(20), to: fc.nat(20), words: fc.constantFrom(...PARAGRAPHS, 'x', ' not', '5', '~~', '“') }), { maxLength: 5 })

test('after every edit a text says what it would say if it were read for the first time', () => {
  fc.assert(fc.property(paragraphs, edits, (first, all) => {
    const reader = new DocumentReader()
    const story = ['# Norland news', ...first]
    for (const { kind, at, to, words } of [{ kind: 'type', at: 0, to: 0, words: '' }, ...all]) {
      const place = at % story.length
      if (kind === 'put') story.splice(place, 0, words)
      else if (kind === 'take' && story.length > 1) story.splice(place, 1)
      else if (kind === 'move') story.splice(to % story.length, 0, ...story.splice(place, 1))
      else story[place] = story[place]!.slice(0, to) + words + story[place]!.slice(to)
      const text = story.join('\n\n')
      expect(linter.lint(reader.read(text, 'story.md'))).toEqual(linter.lint(text, { path: 'story.md' }))
    }
  }), { numRuns: 15 })
})
