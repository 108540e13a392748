import { escapeHtml } from '../../reporters/markup.ts'
import type { Summary } from './store/store.ts'

const VERDICTS = ['pass', 'warn', 'hold', 'reject'] as const
const [WIDTH, HEIGHT, LEFT, BOTTOM] = [800, 220, 40, 24]

/** Verdicts by day as stacked bars; the key names the colours, the table beside it the numbers. */
export function barsOfDays(days: Summary['days']): string {
  if (days.length === 0) return '<p class="none">No verdict yet.</p>'
  const counts = days.map((day) => VERDICTS.map((v) => Number((day as Record<string, unknown>)[v] ?? 0)))
  const most = Math.max(1, ...counts.map((c) => c.reduce((a, b) => a + b, 0)))
  const step = Math.min(48, (WIDTH - LEFT) / days.length)
  const scale = (HEIGHT - BOTTOM - 10) / most
  const bars = days.flatMap(({ day }, i) => {
    let top = HEIGHT - BOTTOM
    return VERDICTS.flatMap((verdict, k) => {
      const count = counts[i]![k]!
      if (count === 0) return []
      const height = count * scale
      top -= height
      return [`<rect class="v-${verdict}" x="${round(LEFT + i * step + 1)}" y="${round(top)}" width="${round(Math.max(1, step - 2))}" height="${round(height)}"><title>${escapeHtml(day)}: ${count} ${verdict}</title></rect>`]
    })
  })
  const every = Math.ceil(days.length / Math.min(10, Math.max(1, Math.floor((step * days.length) / 70))))
  const labels = days.flatMap(({ day }, i) => (i % every === 0 ? [`<text x="${round(LEFT + i * step)}" y="${HEIGHT - 8}">${escapeHtml(day.slice(5))}</text>`] : []))
  const lines = [0, most].map((n) => `<line x1="${LEFT}" x2="${WIDTH}" y1="${round(HEIGHT - BOTTOM - n * scale)}" y2="${round(HEIGHT - BOTTOM - n * scale)}"/><text x="0" y="${round(HEIGHT - BOTTOM - n * scale + 4)}">${n}</text>`)
  return `<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Verdicts by day, ${escapeHtml(days[0]!.day)} to ${escapeHtml(days.at(-1)!.day)}">${lines.join('')}${bars.join('')}${labels.join('')}</svg>
<p class="key">${VERDICTS.map((v) => `<span class="k-${v}">${badge(v)}</span>`).join('')}</p>`
}

const badge = (verdict: string) => `<span class="verdict v-${verdict}">${verdict}</span>`

/** Findings by rule as bars, the most frequent first. */
export function barsOfRules(rules: Summary['rules']): string {
  if (rules.length === 0) return '<p class="none">None.</p>'
  const shown = rules.slice(0, 20)
  const most = shown[0]!.findings
  const rows = shown.map(({ rule, findings }, i) => {
    const y = i * 24
    return `<text x="0" y="${y + 15}">${escapeHtml(rule)}</text><rect class="bar" x="260" y="${y + 3}" width="${round((findings / most) * 480)}" height="16"/><text x="${round(266 + (findings / most) * 480)}" y="${y + 15}">${findings}</text>`
  })
  return `<svg class="plot" viewBox="0 0 ${WIDTH} ${shown.length * 24}" role="img" aria-label="Findings by rule: ${escapeHtml(shown.map((r) => `${r.rule} ${r.findings}`).join(', '))}">${rows.join('')}</svg>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
