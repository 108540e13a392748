import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Statistic } from '../../src/article/facts.ts'
import { read } from '../../src/formats/read.ts'
import { told } from './standing.ts'

/** A figure of a story and what it should be told: `= source`, `-`, `? nobody in particular`, `$` or `.`. */
export interface Marked {
  readonly figure: string
  readonly expected: string
  readonly start: number
  readonly end: number
}

/** A story with its figures, as first written down: nobody read it while the words and rules were made. */
export interface UnseenStory {
  readonly batch: string
  readonly name: string
  readonly text: string
  readonly marks: readonly Marked[]
}

const folder = join(import.meta.dirname, '..', 'fixtures', 'unseen')
const MARK = /\{([^{}|]+)\|([^{}]*)\}/gu

/** All stories of `test/fixtures/unseen`. In them a figure is written `{4%|=source}`. */
export function unseenStories(): UnseenStory[] {
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().flatMap((file) =>
    readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').split('\n===\n').map((part) => {
      const [head = '', ...lines] = part.trim().split('\n')
      const marks: Marked[] = []
      let text = ''
      let at = 0
      const body = lines.join('\n')
      for (const m of body.matchAll(MARK)) {
        text += body.slice(at, m.index)
        marks.push({ figure: m[1]!, expected: m[2]!, start: text.length, end: text.length + m[1]!.length })
        text += m[1]!
        at = m.index + m[0].length
      }
      return { batch: file.slice(0, -'.txt'.length), name: head.replace(/^# /u, ''), text: text + body.slice(at), marks }
    }),
  )
}

/** What is said of a figure: a mark's letter, or nothing where no statistic was found there. */
export interface Verdict extends Marked {
  readonly story: UnseenStory
  readonly got: string
  readonly why: string
}

/** Verdicts on every marked figure, and the figures flagged where none was marked. */
export function judged(stories: readonly UnseenStory[]): { readonly verdicts: readonly Verdict[]; readonly extra: readonly Verdict[] } {
  const verdicts: Verdict[] = []
  const extra: Verdict[] = []
  for (const story of stories) {
    const article = read(story.text, 'story.txt')
    const touches = (s: Statistic, m: { start: number; end: number }) => s.span.start < m.end && s.span.end > m.start
    const verdict = (mark: Marked, statistic: Statistic | undefined): Verdict => {
      const standing = statistic && article.standingOf(statistic)
      return { ...mark, story, got: standing ? told(standing) : '', why: standing?.why ?? 'no statistic found' }
    }
    for (const mark of story.marks) verdicts.push(verdict(mark, article.statistics.find((s) => touches(s, mark))))
    for (const s of article.statistics) {
      if (story.marks.some((m) => touches(s, m))) continue
      extra.push(verdict({ figure: s.text, expected: '', start: s.span.start, end: s.span.end }, s))
    }
  }
  return { verdicts, extra }
}
