import { readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { fromEslint, pruned, readEslintCounts, withFile, writeBaseline, type FileBaseline } from '../../lint/baseline.ts'
import { ConfigError } from '../../lint/config.ts'
import { BASELINE_NAME, loadBaseline, nameIn, nearestFile } from '../beside-config.ts'
import { UsageError, type Arguments } from './args.ts'
import type { Checked } from './check-files.ts'
import { deliver } from './output.ts'

/**
 * Writes the baseline the command line asks for, and gives the files with what it forgives now silenced.
 * @throws UsageError, ConfigError
 */
export function writeSuppressions(files: readonly Checked[], args: Arguments, cwd: string): { readonly files: readonly Checked[]; readonly note: string } {
  const path = args.suppressionsLocation === undefined ? (nearestFile(cwd, BASELINE_NAME) ?? resolve(cwd, BASELINE_NAME)) : resolve(cwd, args.suppressionsLocation)
  let { baseline } = loadBaseline(path)
  const counts = args.importSuppressions === undefined ? undefined : readCounts(resolve(cwd, args.importSuppressions))
  let added = 0
  const after = files.map((file): Checked => {
    const name = nameIn({ path }, resolve(cwd, file.path))
    const all = file.entries ?? {}
    const wanted = counts ? fromEslint(all, counts(file.path)) : args.suppress === 'no' ? {} : all
    const kept = args.pruneSuppressions ? pruned(baseline.files[name] ?? {}, file.stale ?? {}) : (baseline.files[name] ?? {})
    added += Object.values(wanted).reduce((sum, entries) => sum + entries.length, 0)
    baseline = withFile(baseline, name, joined(kept, wanted))
    const findings = file.findings.map((finding) => (!finding.silenced && wanted[finding.rule] ? { ...finding, silenced: { by: 'baseline' as const } } : finding))
    return { ...file, findings, ...(args.pruneSuppressions ? { stale: {} } : {}) }
  })
  deliver(writeBaseline(baseline), path, cwd)
  return { files: after, note: `${relative(cwd, path) || path}: ${added} finding${added === 1 ? '' : 's'} added${args.pruneSuppressions ? ', stale entries removed' : ''}` }
}

function joined(a: FileBaseline, b: FileBaseline): FileBaseline {
  const rules = new Set([...Object.keys(a), ...Object.keys(b)])
  return Object.fromEntries([...rules].map((rule) => [rule, [...(a[rule] ?? []), ...(b[rule] ?? [])]]))
}

/** ESLint's counts by path; its paths count from the folder of its file. */
function readCounts(path: string): (file: string) => ReturnType<typeof readEslintCounts>[string] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new UsageError(`--import-suppressions ${path}: cannot be read`)
  }
  try {
    const counts = readEslintCounts(text)
    return (file) => counts[relative(dirname(path), resolve(file)).split(sep).join('/')] ?? {}
  } catch (error) {
    throw error instanceof ConfigError ? new ConfigError(`${path}: ${error.message}`) : error
  }
}
