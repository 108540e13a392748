import { resolve } from 'node:path'
import type { Article } from '../../article/article.ts'
import { readAllLazily } from '../../formats/read-lazily.ts'
import { applyBaseline, baselineOf, type BaselineEntry, type FileBaseline } from '../../lint/baseline.ts'
import { dutiesOf, type DutyRow } from '../../lint/duties.ts'
import { fixText } from '../../lint/fix.ts'
import { lintArticle } from '../../lint/lint.ts'
import type { FileFailure, FileReport } from '../../reporters/report.ts'
import { FileError, readTextFile, writeTextFile } from '../text-file.ts'
import type { Arguments } from './args.ts'
import type { SettingsReader, Standing } from './settings.ts'

/** What became of one file. */
export interface Checked extends FileReport {
  /** The text before fixes, where they were asked for and changed something. */
  readonly before?: string
  readonly empty?: true
  /** Entries of the baseline that no finding needs. */
  readonly stale?: FileBaseline
  /** What a baseline would have to hold for this file to be clean, where that was asked for. */
  readonly entries?: FileBaseline
  /** What the file owes, where that was asked for. */
  readonly duties?: readonly DutyRow[]
}

export type Outcome = Checked | FileFailure

/** Whether a file could not be checked. */
export function hasFailed(outcome: Outcome): outcome is FileFailure {
  return 'message' in outcome
}

/** What is done with a text beside checking it. */
export type Work = Pick<Arguments, 'fix' | 'suppress' | 'importSuppressions' | 'verbose'>

/** A text so long that faster code pays for being made while it is checked; in UTF-16 code units. */
const LONG_TEXT = 20_000

/** Reads and checks one file, and fixes it where that is asked for. A file that cannot be read or written is an outcome, not an error. */
export async function checkFile(path: string, reader: SettingsReader, work: Work, cwd: string, settle?: () => void): Promise<Outcome> {
  try {
    const text = readTextFile(resolve(cwd, path))
    if (text.length > LONG_TEXT) settle?.()
    const checked = await checkText(text, path, reader, work)
    if (work.fix === 'write' && checked.before !== undefined) writeTextFile(resolve(cwd, path), checked.text, cwd)
    return checked
  } catch (error) {
    if (error instanceof FileError) return { path, message: error.message }
    throw error
  }
}

/** Checks a text that goes by a path. */
export async function checkText(text: string, path: string, reader: SettingsReader, { fix, suppress, importSuppressions, verbose }: Work): Promise<Checked> {
  const policy = await reader.for(path)
  const empty = /\S/u.test(text) ? {} : { empty: true as const }
  const articles = await readAllLazily(text, path)
  const { findings, stale, entries } = judge(articles, policy, (rule) => suppress === 'all' || suppress === 'no' || suppress.includes(rule))
  const duties = verbose ? { duties: articles.flatMap((article) => dutiesOf(article, policy.settings, policy.catalog, policy.around)) } : {}
  const rest = { ...(Object.keys(stale).length ? { stale } : {}), ...duties }
  if (suppress !== 'no' || importSuppressions !== undefined) return { path, text, findings, ...empty, ...rest, entries }
  if (fix === 'no' || !findings.some((finding) => finding.fix && !finding.silenced)) return { path, text, findings, ...empty, ...rest }
  // Fixing reads the text again and again: only now is everything that reads loaded at once.
  const { readAll } = await import('../../formats/read.ts')
  const fixed = fixText(text, (now) => judge(readAll(now, path), policy).findings)
  return { path, text: fixed.text, findings: fixed.findings, ...(fixed.text === text ? {} : { before: text }), ...empty, ...duties }
}

/** Checks every article of a file; the baseline of the file is theirs together. */
function judge(articles: readonly Article[], { settings, catalog, around, baseline }: Standing, wanted: (rule: string) => boolean = () => false) {
  let stale: FileBaseline = baseline ?? {}
  const entries: Record<string, BaselineEntry[]> = {}
  const findings = articles.flatMap((article) => {
    const judged = applyBaseline(article, lintArticle(article, settings, catalog, around), stale)
    stale = judged.stale
    const owed = baselineOf(article, judged.findings.filter((finding) => !finding.silenced), wanted)
    for (const [rule, found] of Object.entries(owed)) entries[rule] = [...(entries[rule] ?? []), ...found]
    return judged.findings
  })
  return { findings, stale: baseline ? stale : {}, entries }
}
