import type { Standing } from '../../src/article/facts.ts'
import { read } from '../../src/formats/read.ts'

/** The standing of the figure between ⟦ and ⟧. */
export function standingIn(marked: string, path = 'story.txt'): Standing {
  const start = marked.indexOf('⟦')
  const end = marked.indexOf('⟧') - 1
  const article = read(marked.replace('⟦', '').replace('⟧', ''), path)
  const statistic = article.statistics.find((s) => s.span.start < end && s.span.end > start)
  if (!statistic) throw new Error(`no statistic at the mark of: ${marked}`)
  return article.standingOf(statistic)
}

/** `= source`, `? nobody in particular`, `-` none, `$` market, `.` exempt. */
export function told(standing: Standing): string {
  if (standing.status === 'attributed') return `= ${standing.source.text}`
  if (standing.status === 'unattributed') return standing.vague ? `? ${standing.vague.text}` : '-'
  return standing.status === 'market' ? '$' : '.'
}

/** Whether a verdict is the expected one: of `= a|b`, one of the words is in the source. */
export function agrees(got: string, expected: string): boolean {
  if (got[0] !== expected[0]) return false
  return expected.slice(2).split('|').some((words) => got.includes(words))
}
