import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/lint/finding.ts'
import { excerpt } from '../../src/reporters/excerpt.ts'
import { pretty } from '../../src/reporters/pretty.ts'
import type { ReportOptions } from '../../src/reporters/report.ts'
import { columnsOf, harmless } from '../../src/reporters/width.ts'
import { unmark } from '../support/mark.ts'

const options: ReportOptions = { color: false, width: 60, noteOf: (rule) => ({ page: `see ${rule}` }), failures: [] }

/** A finding on the marked place. */
function finding(marked: string, more: Partial<Finding> = {}): { text: string; findings: Finding[] } {
  const { text, spans } = unmark(marked)
  const base = { rule: 'a-rule', messageId: 'm', data: {}, message: 'has no source', severity: 'error' as const, related: [], suggestions: [], fingerprint: '0' }
  return { text, findings: spans.map((span) => ({ ...base, span, ...more })) }
}

const shown = (marked: string, width = 60) => {
  const { text, spans } = unmark(marked)
  return excerpt(text, spans[0]!, width).flatMap(({ text: line, marks }) => (marks ? [line, marks] : [line]))
}

describe('the sentence around the words', () => {
  test.each<[name: string, marked: string, lines: string[], width?: number]>([
    ['a short line', 'Sales rose ⟦4%⟧.', ['Sales rose 4%.', '           ~~']],
    ['only its sentence', 'It rained. Sales rose ⟦4%⟧ on Monday. Then it stopped.', ['Sales rose 4% on Monday.', '           ~~']],
    ['only its paragraph', 'It rained\n\nSales rose ⟦4%⟧\n\nThen it stopped', ['Sales rose 4%', '           ~~']],
    ['initials and abbreviations end no sentence', 'In the U.S. J. Smith saw ⟦4%⟧.', ['In the U.S. J. Smith saw 4%.', '                         ~~']],
    ['wrapped lines are one', 'Sales of the old\r\nfirm rose ⟦4%⟧ on\r\nMonday.', ['Sales of the old firm rose 4% on Monday.', '                           ~~']],
    ['a paragraph a line', `${'Nothing to see here, move along'.repeat(5)}\nSales rose ⟦4%⟧\n${'And so it went on, all the day'.repeat(5)}`, ['Sales rose 4%', '           ~~']],
    ['a list item', '- one\n- Sales rose ⟦4%⟧\n- three', ['- Sales rose 4%', '             ~~']],
    ['not the markup around it', '<div class="x"><p>Sales rose ⟦4%⟧</p>\n<p>It rained</p>', ['Sales rose 4%', '           ~~']],
    ['folded', 'Sales of the oldest firm rose ⟦4% in a\nyear⟧ to May.', ['Sales of the oldest', 'firm rose 4% in a', '          ~~~~~~~', 'year to May.', '~~~~'], 20],
    ['wide letters take two columns', '売上は⟦4%⟧増', ['売上は4%増', '      ~~']],
    ['so do emoji, joined ones too', '🚛👩‍💻🇲🇽 ⟦🎉 4%⟧', ['🚛👩‍💻🇲🇽 🎉 4%', '       ~~ ~~'.replace('~~ ~~', '~~~~~')]],
    ['accents take none', 'cafe\u0301 ⟦4%⟧', ['cafe\u0301 4%', '     ~~']],
    ['no escape sequence gets through', 'Sales \u001B[31m⟦4%⟧\u202E', ['Sales \uFFFD[31m4%\uFFFD', '           ~~']],
    ['a byte order mark is not shown', '\uFEFFSales ⟦4%⟧', ['Sales 4%', '      ~~']],
  ])('%s', (_name, marked, lines, width) => {
    expect(shown(marked, width)).toEqual(lines)
  })

  test('stays short whatever the text', () => {
    const long = 'word '.repeat(5000)
    expect(shown(`${long}⟦4%⟧ ${long}`, 60).length).toBeLessThan(20)
    expect(shown(`⟦${long}⟧`, 60).length).toBeLessThan(20)
    const [first] = shown(`${'x'.repeat(1000)}⟦4%⟧`, 60)
    expect(columnsOf(first!)).toBeLessThanOrEqual(60)
  })
})

test.each([['abc', 3], ['é', 1], ['e\u0301', 1], ['漢字', 4], ['🚛', 2], ['👩‍💻', 2], ['🇲🇽', 2], ['☎\uFE0F', 2], ['👍🏽', 2], ['€', 1], ['…', 1]])('%s takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns)
})

test('control characters and characters that turn the reading direction are replaced', () => {
  expect(harmless('a\u0007\u009Bb\u202Ec\td\r\ne')).toBe('a\uFFFD\uFFFDb\uFFFDc d  e')
})

describe('a report', () => {
  test('is empty when nothing was found, or all of it is silenced', () => {
    expect(pretty([{ path: 'a.md', text: 'x', findings: [] }], options)).toBe('')
    expect(pretty([{ path: 'a.md', ...finding('⟦4%⟧', { silenced: { by: 'waiver' } }) }], options)).toBe('')
  })

  test('says everything there is to say', () => {
    const file = finding('A firm spoke.\n\nSales rose ⟦4%⟧.', {
      related: [{ span: { start: 2, end: 6 }, message: 'the nearest source is `firm`, but it says nothing of it' }],
      fix: { title: 'Write 4 percent', edits: [{ span: { start: 26, end: 28 }, text: '4 percent' }] },
      suggestions: [{ title: 'Attribute to `firm`', edits: [{ span: { start: 28, end: 28 }, text: ', the firm said' }] }],
    })
    expect(pretty([{ path: 'desk/a.md', ...file }], options)).toBe(`desk/a.md
  3:12     error    has no source  a-rule
         │ Sales rose 4%.
         │            ~~
         see   1:3 the nearest source is \`firm\`, but it says
               nothing of it
         rule  see a-rule
         fix   Write 4 percent (--fix applies it)
         try   Attribute to \`firm\`: , the firm said

1 error in 1 file (--fix mends 1)
`)
  })

  test('a long message goes on under its beginning', () => {
    const file = finding('⟦4%⟧', { message: 'has no source, expected a named one here or one carried from before' })
    expect(pretty([{ path: 'a.md', ...file }], options)).toContain(
      '  1:1      error    has no source, expected a named one here\n                    or one carried from before  a-rule\n')
  })

  test('counts severities, names each rule once a file, and colours only when asked', () => {
    const a = finding('⟦4%⟧ and ⟦5%⟧')
    const b = finding('⟦6%⟧', { severity: 'warn' })
    const files = [{ path: 'a.md', ...a }, { path: 'b.md', ...b }, { path: 'c.md', text: '', findings: [] }]
    const plain = pretty(files, options)
    expect(plain).toMatch(/2 errors, 1 warning in 2 files\n$/)
    expect(plain.match(/see a-rule/gu)).toHaveLength(2)
    expect(pretty(files, { ...options, color: true }).replace(/\u001B\[\d+m/gu, '')).toBe(plain)
  })

  test('a byte order mark takes no column', () => {
    expect(pretty([{ path: 'a.md', ...finding('\uFEFF⟦4%⟧') }], options)).toContain('  1:1 ')
  })
})
