import type { Article } from '../article/article.ts'
import { sentenceAt } from '../article/sentence-at.ts'
import { ConfigError } from './config.ts'
import type { Finding } from './finding.ts'
import { hash } from './fingerprint.ts'

/** One finding the archive is forgiven, named by its words. */
export interface BaselineEntry {
  /** Names the finding's words and the sentence around them. */
  readonly sentence: string
  /** Names the sentences on both sides: tells the same sentence twice in a file apart. */
  readonly beside: string
  /** The words, for whoever reads the file; not compared. */
  readonly words: string
}

/** What one file is forgiven: rule id → entries. */
export type FileBaseline = Readonly<Record<string, readonly BaselineEntry[]>>

/** `fineprint-suppressions.json`: path from the folder of that file, with `/` → what it is forgiven. */
export interface Baseline {
  readonly version: 1
  readonly files: Readonly<Record<string, FileBaseline>>
}

export const EMPTY_BASELINE: Baseline = { version: 1, files: {} }

/** Findings with those marked that the baseline forgives, and what it holds for nothing any more. */
export interface Forgiven {
  readonly findings: readonly Finding[]
  /** Entries that no finding needs: the words were changed or the fault is gone. */
  readonly stale: FileBaseline
}

const LONGEST_WORDS = 80

/** The entry that forgives a finding. It holds wherever the sentence stands in the file, and falls when a word of it changes. */
export function entryFor(article: Article, finding: Finding): BaselineEntry {
  const words = plain(article.slice(finding.span))
  const sentence = sentenceAt(article, finding.span.start)
  const around = sentence ? [article.sentences[sentence.index - 1]?.text, article.sentences[sentence.index + 1]?.text] : []
  return {
    sentence: hash([finding.rule, words, plain(sentence?.text ?? '')].join('\u0000')),
    beside: hash(around.map((text) => plain(text ?? '')).join('\u0000')),
    words: words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS - 1)}…` : words,
  }
}

/** What a file would have to be forgiven to have no finding; findings that a waiver silences are left out. */
export function baselineOf(article: Article, findings: readonly Finding[], wanted: (rule: string) => boolean = () => true): FileBaseline {
  const rules = new Map<string, BaselineEntry[]>()
  for (const finding of findings) {
    if (finding.silenced?.by === 'waiver' || !wanted(finding.rule)) continue
    const entries = rules.get(finding.rule)
    if (entries) entries.push(entryFor(article, finding))
    else rules.set(finding.rule, [entryFor(article, finding)])
  }
  return Object.fromEntries(rules)
}

/**
 * Marks the findings a baseline forgives. Where a sentence stands twice, entries go first to the finding whose neighbours
 * are the same, then in reading order; no entry forgives two findings, so a new fault cannot take the place of an old one.
 */
export function applyBaseline(article: Article, findings: readonly Finding[], known: FileBaseline = {}): Forgiven {
  const left = new Map(Object.entries(known).map(([rule, entries]) => [rule, [...entries]]))
  if (left.size === 0) return { findings, stale: {} }
  const open = findings.flatMap((finding) => (finding.silenced || !left.has(finding.rule) ? [] : [{ finding, entry: entryFor(article, finding) }]))
  const forgiven = new Set<Finding>()
  for (const sameNeighbours of [true, false]) {
    for (const { finding, entry } of open) {
      if (forgiven.has(finding)) continue
      const entries = left.get(finding.rule)!
      const at = entries.findIndex((e) => e.sentence === entry.sentence && (!sameNeighbours || e.beside === entry.beside))
      if (at < 0) continue
      entries.splice(at, 1)
      forgiven.add(finding)
    }
  }
  return {
    findings: findings.map((finding): Finding => (forgiven.has(finding) ? { ...finding, silenced: { by: 'baseline' } } : finding)),
    stale: Object.fromEntries([...left].filter(([, entries]) => entries.length > 0)),
  }
}

/** A file's baseline without the entries that are stale. */
export function pruned(known: FileBaseline, stale: FileBaseline): FileBaseline {
  return Object.fromEntries(Object.entries(known).flatMap(([rule, entries]) => {
    const kept = [...entries]
    for (const entry of stale[rule] ?? []) {
      const at = kept.findIndex((e) => e.sentence === entry.sentence && e.beside === entry.beside)
      if (at >= 0) kept.splice(at, 1)
    }
    return kept.length ? [[rule, kept]] : []
  }))
}

/** A baseline with another file's entries; an empty set takes the file out. */
export function withFile(baseline: Baseline, path: string, entries: FileBaseline): Baseline {
  const { [path]: _, ...files } = baseline.files
  return { version: 1, files: Object.keys(entries).length ? { ...files, [path]: entries } : files }
}

/** The baseline as its file: keys sorted, entries in a fixed order, so that two desks that write it get the same lines. */
export function writeBaseline({ files }: Baseline): string {
  const sorted = <T>(record: Readonly<Record<string, T>>): [string, T][] => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const order = (a: BaselineEntry, b: BaselineEntry) => (a.sentence + a.beside < b.sentence + b.beside ? -1 : a.sentence + a.beside > b.sentence + b.beside ? 1 : 0)
  const body = sorted(files).map(([path, rules]) => [path, Object.fromEntries(sorted(rules).map(([rule, entries]) => [rule, [...entries].sort(order)]))])
  return `${JSON.stringify({ version: 1, files: Object.fromEntries(body) }, null, 2)}\n`
}

/**
 * Reads a baseline's file.
 * @throws ConfigError, one line, for a text that is none; ESLint's own file is named as such
 */
export function readBaseline(text: string): Baseline {
  const value = parsed(text)
  if (isRecord(value) && value['version'] === 1 && isRecord(value['files']) && Object.values(value['files']).every(isFileBaseline)) {
    return { version: 1, files: value['files'] as Baseline['files'] }
  }
  throw new ConfigError(isEslintFile(value)
    ? 'is a suppressions file of ESLint, which counts findings: import it with --import-suppressions'
    : 'is no baseline of fineprint, expected {"version": 1, "files": {…}}')
}

/** What ESLint's own suppressions file holds: path → rule name → how many findings. */
export type EslintCounts = Readonly<Record<string, Readonly<Record<string, { readonly count: number }>>>>

/** @throws ConfigError, one line, for a text that is no suppressions file of ESLint */
export function readEslintCounts(text: string): EslintCounts {
  const value = parsed(text)
  if (!isEslintFile(value)) throw new ConfigError('is no suppressions file of ESLint, expected {"path": {"rule": {"count": 1}}}')
  return value
}

/**
 * What a file is forgiven by ESLint's counts: as ESLint does, all findings of a rule where there are no more than it
 * counted, and none where there are more. Rules may carry a plugin's prefix.
 * @param all entries for everything that was found in the file
 */
export function fromEslint(all: FileBaseline, counts: EslintCounts[string]): FileBaseline {
  const most = new Map(Object.entries(counts).map(([name, { count }]) => [name.slice(name.lastIndexOf('/') + 1), count]))
  return Object.fromEntries(Object.entries(all).filter(([rule, entries]) => entries.length <= (most.get(rule) ?? 0)))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ConfigError('is no JSON')
  }
}

function isFileBaseline(value: unknown): value is FileBaseline {
  return isRecord(value) && Object.values(value).every((entries) => Array.isArray(entries) &&
    entries.every((entry) => isRecord(entry) && typeof entry['sentence'] === 'string' && typeof entry['beside'] === 'string'))
}

function isEslintFile(value: unknown): value is EslintCounts {
  return isRecord(value) && Object.values(value).every((rules) => isRecord(rules) &&
    Object.values(rules).every((entry) => isRecord(entry) && typeof entry['count'] === 'number'))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
