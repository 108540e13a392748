import { describe, expect, test } from 'vitest'
import type { Finding, Fix } from '../../src/lint/finding.ts'
import { fixText } from '../../src/lint/fix.ts'

/** A finding for every match of a pattern, fixed by writing `text` in its place. */
function finder(pattern: RegExp, text: string, extra: Partial<Finding> = {}) {
  return (source: string): Finding[] => [...source.matchAll(pattern)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].length }
    const fix: Fix = { title: text, edits: [{ span, text }] }
    return { rule: 'r', messageId: 'm', data: {}, message: 'm', severity: 'warn', span, related: [], suggestions: [], fingerprint: '', fix, ...extra }
  })
}

describe('fixText', () => {
  test('applies all fixes that do not clash, and only touches their places', () => {
    const { text, applied, findings } = fixText('a pc, b pc\r\n', finder(/pc/gu, '%'))
    expect(text).toBe('a %, b %\r\n')
    expect(applied).toHaveLength(2)
    expect(findings).toEqual([])
  })

  test('leaves what clashes to the next round', () => {
    const overlapping = (source: string) => [...finder(/ab/gu, 'x')(source), ...finder(/bc/gu, 'y')(source)]
    expect(fixText('abc', overlapping).text).toBe('xc')
  })

  test('two inserts at one place land one after the other', () => {
    const insert = (word: string) => (source: string) => source.includes(word) ? [] : finder(/$/gu, word)(source)
    expect(fixText('.', (source) => [...insert('one')(source), ...insert('two')(source)]).text).toBe('.onetwo')
  })

  test('never applies a suggestion or a silenced finding', () => {
    const silenced = finder(/a/gu, 'b', { silenced: { by: 'waiver' } })
    expect(fixText('a', silenced).text).toBe('a')
    const suggesting = (source: string) => finder(/a/gu, 'b')(source).map(({ fix, ...rest }) => ({ ...rest, suggestions: [fix!] }))
    expect(fixText('a', suggesting).text).toBe('a')
  })

  test('ends with fixes that undo each other', () => {
    const flip = (source: string) => source.includes('a') ? finder(/a/gu, 'b')(source) : finder(/b/gu, 'a')(source)
    expect(['a', 'b']).toContain(fixText('a', flip).text)
  })
})
