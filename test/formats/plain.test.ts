import { describe, expect, it } from 'vitest'
import { read } from '../../src/formats/read.ts'
import { outlineOf } from './blocks.ts'

describe('plain text', () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    ['paragraphs apart by a blank line', 'One\ntwo.\n\n  Three. \n \nFour', ['paragraph | One\ntwo.', 'paragraph | Three.', 'paragraph | Four']],
    ['one paragraph a line', 'One.\r\nTwo.\rThree.\n', ['paragraph | One.', 'paragraph | Two.', 'paragraph | Three.']],
    ['one paragraph a line with blank lines around', '\n\nOne.\nTwo.\n\n', ['paragraph | One.', 'paragraph | Two.']],
    ['wrapped lines of Windows', 'One\r\ntwo.\r\n\r\nThree', ['paragraph | One\ntwo.', 'paragraph | Three']],
    ['struck and strong words', 'I ~~hold~~ <s>own</s> **no** shares ~5%', ['paragraph | I hold own no shares ~5% | struck=hold | struck=own | strong=no']],
    ['signs that mark nothing', '2 ** 3 ** 4 < 5 ~~ 6', ['paragraph | 2 ** 3 ** 4 < 5 ~~ 6']],
    ['a comment', 'Up <!-- x --> 4%', ['paragraph | Up  4%']],
    ['a link', 'See www.example.org.', ['paragraph | See www.example.org. | link=www.example.org→http://www.example.org']],
    ['nothing', ' \n\n\t', []],
  ])('%s', (_name, text, blocks) => {
    expect(outlineOf(text, 'story.txt')).toEqual(blocks)
  })

  it('writes a new paragraph as the text has them', () => {
    expect(read('One.\r\nTwo.', 'a.txt').layout.paragraphAfter(4, 'New.')).toEqual({ span: { start: 4, end: 4 }, text: '\r\nNew.' })
    expect(read('One.\n\nTwo.', 'a.txt').layout.paragraphAfter(4, 'New.').text).toBe('\n\nNew.')
  })
})
