import { resolve } from 'node:path'
import { readLazily } from '../../formats/read-lazily.ts'
import { fixText } from '../../lint/fix.ts'
import { lintArticle } from '../../lint/lint.ts'
import type { FileFailure, FileReport } from '../../reporters/report.ts'
import { FileError, readTextFile, writeTextFile } from '../text-file.ts'
import type { Arguments } from './args.ts'
import type { SettingsReader } from './settings.ts'

/** What became of one file. */
export interface Checked extends FileReport {
  /** The text before fixes, where they were asked for and changed something. */
  readonly before?: string
  readonly empty?: true
}

export type Outcome = Checked | FileFailure

/** Whether a file could not be checked. */
export function hasFailed(outcome: Outcome): outcome is FileFailure {
  return 'message' in outcome
}

/** Reads and checks one file, and fixes it where that is asked for. A file that cannot be read or written is an outcome, not an error. */
export async function checkFile(path: string, reader: SettingsReader, fix: Arguments['fix'], cwd: string): Promise<Outcome> {
  try {
    const checked = await checkText(readTextFile(resolve(cwd, path)), path, reader, fix)
    if (fix === 'write' && checked.before !== undefined) writeTextFile(resolve(cwd, path), checked.text, cwd)
    return checked
  } catch (error) {
    if (error instanceof FileError) return { path, message: error.message }
    throw error
  }
}

/** Checks a text that goes by a path. */
export async function checkText(text: string, path: string, reader: SettingsReader, fix: Arguments['fix']): Promise<Checked> {
  const { settings, catalog, around } = await reader.for(path)
  const empty = /\S/u.test(text) ? {} : { empty: true as const }
  const found = lintArticle(await readLazily(text, path), settings, catalog, around)
  if (fix === 'no' || !found.some((finding) => finding.fix)) return { path, text, findings: found, ...empty }
  // Fixing reads the text again and again: only now is everything that reads loaded at once.
  const { read } = await import('../../formats/read.ts')
  const fixed = fixText(text, (now) => lintArticle(read(now, path), settings, catalog, around))
  return { path, text: fixed.text, findings: fixed.findings, ...(fixed.text === text ? {} : { before: text }), ...empty }
}
