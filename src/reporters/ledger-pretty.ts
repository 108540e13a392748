import type { LedgerStatistic } from '../article/ledger.ts'
import type { LedgerFile, LedgerReporter } from './ledger.ts'
import { dutyLines } from './obligations.ts'
import { paint, type Paint } from './paint.ts'
import { placesIn } from './report.ts'
import { columnsOf, harmless } from './width.ts'

const SIGN = { attributed: '✓', market: '·', exempt: '·', unattributed: '✗' } as const

/** For people at a terminal: every figure with its standing and source, then the disclosures, then the duties. */
export const ledgerPretty: LedgerReporter = (files, { color }) => files.map((file) => ofFile(file, paint(color))).join('\n')

function ofFile({ ledger, text, duties }: LedgerFile, colors: Paint): string {
  const placeOf = placesIn(text)
  const at = (offset: number) => {
    const { line, column } = placeOf(offset)
    return `${line}:${column}`.padEnd(7)
  }
  const open = ledger.statistics.filter((s) => s.status === 'unattributed').length
  const lines = [colors.underline(harmless(ledger.path)), '', `  ${colors.bold('Figures')} ${ledger.statistics.length}, without a source ${open}`]
  const widest = Math.min(28, Math.max(0, ...ledger.statistics.map((s) => columnsOf(harmless(s.text)))))
  for (const s of ledger.statistics) {
    const words = harmless(s.text)
    lines.push(`  ${colors.dim(at(s.start))} ${sign(s, colors)} ${colors.bold(words)}${' '.repeat(Math.max(0, widest - columnsOf(words)))}  ${standingOf(s, colors)}`)
  }
  lines.push('', `  ${colors.bold('Quotations')} ${ledger.quotations.filter((q) => q.kind === 'speech').length}`)
  for (const q of ledger.quotations) {
    if (q.kind === 'speech') lines.push(`  ${colors.dim(at(q.start))} ${cut(q.text, 60)}  ${q.speaker ? colors.green(harmless(q.speaker.text)) : colors.yellow('no speaker found')}`)
  }
  lines.push('', `  ${colors.bold('Disclosures')} ${ledger.disclosures.length}`)
  for (const d of ledger.disclosures) {
    const value = d.value === true ? '' : ` ${d.value}`
    const sound = d.defect ? colors.red(` ${d.defect}, not credited`) : ''
    lines.push(`  ${colors.dim(at(d.start))} ${colors.green(`${d.element}${value}`)}${sound}  ${colors.dim(cut(d.text, 60))}`)
  }
  const absent = Object.entries(ledger.elements).filter(([, value]) => value === false || value === 'absent').map(([element]) => element)
  if (absent.length) lines.push(colors.dim(`          not found: ${absent.join(', ')}`))
  if (duties) lines.push(...dutyLines(duties, colors))
  return lines.join('\n') + '\n'
}

function sign(s: LedgerStatistic, colors: Paint): string {
  return s.status === 'attributed' ? colors.green(SIGN.attributed) : s.status === 'unattributed' ? colors.red(SIGN.unattributed) : colors.blue(SIGN[s.status])
}

function standingOf(s: LedgerStatistic, colors: Paint): string {
  if (s.status === 'attributed') return `${colors.green(harmless(s.source?.text ?? 'attributed'))}${colors.dim(` ${harmless(s.why)}`)}`
  const word = s.status === 'unattributed' ? colors.red(s.certain ? 'no source' : 'no source, perhaps') : colors.blue(s.status)
  return `${word}${colors.dim(` ${harmless(s.why)}`)}`
}

function cut(text: string, most: number): string {
  const line = harmless(text).replace(/ {2,}/gu, ' ')
  return line.length > most ? `${[...line].slice(0, most).join('')}…` : line
}
