import { resolve } from 'node:path'
import type { Article } from '../../article/article.ts'
import { applyBaseline, baselineOf, type BaselineEntry, type FileBaseline } from '../../lint/baseline.ts'
import { dutiesOf, type DutyRow } from '../../lint/duties.ts'
import { fixText } from '../../lint/fix.ts'
import { lintArticle } from '../../lint/lint.ts'
import type { FileFailure, FileReport } from '../../reporters/report.ts'
import { FileError, writeTextFile } from '../text-file.ts'
import type { Arguments } from './args.ts'
import { isWord, openBytes, openFile, type Opened } from './open.ts'
import type { SettingsReader, Standing } from './settings.ts'

/** What became of one file. */
export interface Checked extends FileReport {
  /** The text before fixes, where they were asked for and changed something. */
  readonly before?: string
  readonly empty?: true
  /** A Word document, which is never written. */
  readonly isWord?: true
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
    const policy = await reader.for(path)
    const opened = await openFile(resolve(cwd, path), path, policy.formats)
    if (opened.text.length > LONG_TEXT) settle?.()
    const checked = await checkOpened(opened, path, policy, work)
    if (work.fix === 'write' && checked.before !== undefined) writeTextFile(resolve(cwd, path), checked.text, cwd)
    return checked
  } catch (error) {
    if (error instanceof FileError) return { path, message: error.message }
    throw error
  }
}

/**
 * Checks bytes that go by a path.
 * @throws FileError for bytes that cannot be read
 */
export async function checkBytes(bytes: Buffer, path: string, reader: SettingsReader, work: Work): Promise<Checked> {
  const policy = await reader.for(path)
  return checkOpened(await openBytes(bytes, path, policy.formats), path, policy, work)
}

async function checkOpened({ text, articles }: Opened, path: string, policy: Standing, { fix, suppress, importSuppressions, verbose }: Work): Promise<Checked> {
  const traits = { ...(/\S/u.test(text) ? {} : { empty: true as const }), ...(isWord(path) ? { isWord: true as const } : {}) }
  const { findings, stale, entries } = judge(articles, policy, (rule) => suppress === 'all' || suppress === 'no' || suppress.includes(rule))
  const duties = verbose ? { duties: articles.flatMap((article) => dutiesOf(article, policy.settings, policy.catalog, policy.around)) } : {}
  const rest = { ...(Object.keys(stale).length ? { stale } : {}), ...duties }
  if (suppress !== 'no' || importSuppressions !== undefined) return { path, text, findings, ...traits, ...rest, entries }
  if (fix === 'no' || isWord(path) || !findings.some((finding) => finding.fix && !finding.silenced)) return { path, text, findings, ...traits, ...rest }
  // Fixing reads the text again and again: only now is everything that reads loaded at once.
  const { readAllIn } = await import('../../formats/read.ts')
  const fixed = fixText(text, (now) => judge(readAllIn(now, path, policy.formats), policy).findings)
  return { path, text: fixed.text, findings: fixed.findings, ...(fixed.text === text ? {} : { before: text }), ...traits, ...duties }
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
