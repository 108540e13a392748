import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from '../../src/text/align.ts'
import { applyEdits } from '../../src/text/edit.ts'
import { OPAQUE, Prose, ProseBuilder } from '../../src/text/prose.ts'
import { readHtmlEntity, readMarkdownEscape } from '../../src/formats/entities.ts'

/** Prose of a source in which every `%` stands for a space that was written otherwise and `[…]` is markup. */
function proseOf(source: string): Prose {
  const builder = new ProseBuilder()
  let markup = false
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!
    if (character === '[') markup = true
    else if (character === ']') markup = false
    else if (!markup) {
      if (character === '%') builder.decoded(' ', at, at + 1)
      else builder.verbatim(character, at)
    }
  }
  return builder.build()
}

const sources = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '%', '[', ']', '😀', '\n'), maxLength: 20 })

describe('Prose', () => {
  it('finds every stretch again in its source', () => {
    fc.assert(
      fc.property(sources, fc.nat(20), fc.nat(20), (source, a, b) => {
        const prose = proseOf(source)
        const [from, to] = [Math.min(a, b, prose.text.length), Math.min(Math.max(a, b), prose.text.length)]
        const { start, end } = prose.spanOf(from, to)
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(source.length)
        expect(proseOf(source.slice(start, end)).text).toBe(prose.text.slice(from, to))
      }),
    )
  })

  it('takes an edit so that reading again gives the edited prose', () => {
    fc.assert(
      fc.property(sources, fc.nat(20), fc.nat(20), fc.constantFrom('', 'x', 'yy'), (source, a, b, text) => {
        const prose = proseOf(source)
        const [from, to] = [Math.min(a, b, prose.text.length), Math.min(Math.max(a, b), prose.text.length)]
        const edit = prose.edit(from, to, text)
        if (!edit) return
        expect(proseOf(applyEdits(source, [edit])).text).toBe(prose.text.slice(0, from) + text + prose.text.slice(to))
      }),
    )
  })

  it('refuses an edit across markup, inside an escape, or over an opaque piece', () => {
    expect(proseOf('ab[x]cd').edit(1, 3, 'y')).toBeUndefined()
    const opaque = new ProseBuilder().verbatim('a', 0).decoded(OPAQUE, 1, 6).verbatim('b', 6).build()
    expect(opaque.edit(0, 2, 'y')).toBeUndefined()
    expect(opaque.edit(2, 3, 'y')).toEqual({ span: { start: 6, end: 7 }, text: 'y' })
    const entity = new ProseBuilder().decoded('ab', 0, 5).build()
    expect(entity.edit(0, 1, 'y')).toBeUndefined()
    expect(entity.edit(1, 1, 'y')).toBeUndefined()
    expect(entity.edit(0, 2, 'y')).toEqual({ span: { start: 0, end: 5 }, text: 'y' })
  })

  it('writes an edit in the format of its source', () => {
    const prose = Prose.verbatim('rose', 5, (text) => (text.includes('\n') ? undefined : text.replace('&', '&amp;')))
    expect(prose.edit(0, 4, 'R&D')).toEqual({ span: { start: 5, end: 9 }, text: 'R&amp;D' })
    expect(prose.edit(0, 4, 'a\nb')).toBeUndefined()
  })

  it('is read through another prose', () => {
    // The source of the outer is `x\"y*z*`, its text `x"y*z*`; the inner drops the stars.
    const outer = new ProseBuilder().verbatim('x', 0).decoded('"', 1, 3).verbatim('y*z*', 3).build()
    const inner = new ProseBuilder().verbatim('x"y', 0).verbatim('z', 4).build()
    const through = inner.through(outer)
    expect(through.text).toBe('x"yz')
    expect([0, 1, 2, 3].map((at) => through.spanOf(at, at + 1))).toEqual([
      { start: 0, end: 1 }, { start: 1, end: 3 }, { start: 3, end: 4 }, { start: 5, end: 6 },
    ])
  })
})

describe('align', () => {
  const places = (source: string, value: string, readEscape = readMarkdownEscape) => {
    const builder = new ProseBuilder()
    const end = align(builder, source, 0, source.length, value, readEscape)
    const prose = builder.build()
    return { text: prose.text, end, places: Array.from(value, (_, at) => prose.spanOf(at, at + 1)).map(({ start, end }) => source.slice(start, end)) }
  }

  it.each([
    ['4\\% more', '4% more', ['4', '\\%', ' ', 'm', 'o', 'r', 'e']],
    ['A&amp;B', 'A&B', ['A', '&amp;', 'B']],
    ['&#x2019;s', '’s', ['&#x2019;', 's']],
    ['a  \n> b', 'a\nb', ['a', '  \n', 'b']],
    ['a\n> > b', 'a\n> b', ['a', '\n', '>', ' ', 'b']],
    ['a\n   \tb', 'a\nb', ['a', '\n', 'b']],
    ['a\0b', 'a\uFFFDb', ['a', '\0', 'b']],
  ])('%j is read as %j', (source, value, expected) => {
    expect(places(source, value)).toEqual({ text: value, end: source.length, places: expected })
  })

  it('reads old entities of HTML without a semicolon', () => {
    expect(places('&pound5', '£5', readHtmlEntity).places).toEqual(['&pound', '5'])
  })

  it('writes line breaks as one', () => {
    const builder = new ProseBuilder()
    align(builder, 'a\r\nb\rc', 0, 6, 'a\r\nb\rc', readMarkdownEscape)
    expect(builder.build().text).toBe('a\nb\nc')
  })

  it('gives the rest of the slice where the two part ways', () => {
    expect(places('abc', 'axy').places).toEqual(['a', 'bc', 'bc'])
  })
})
