import type { Elements } from '../../article/facts.ts'
import type { Severity } from '../../lint/finding.ts'
import { isFailed, type Figures, type Judged, type Result } from './result.ts'
import { Top } from './top.ts'

/** What a group of articles comes to: all of a month, of an author, of a section. */
export interface Tally {
  readonly name: string
  readonly articles: number
  readonly errors: number
  readonly warnings: number
  readonly figures: number
  readonly unattributed: number
}

/** An article to look at first. */
export interface Worst {
  readonly key: string
  readonly id: string
  readonly ref: string
  readonly url?: string
  readonly title?: string
  readonly author?: string
  readonly date?: string
  readonly errors: number
  readonly warnings: number
  readonly findings: number
  /** Its rules, the most frequent first. */
  readonly rules: readonly string[]
}

/** What an archive comes to. The same results give the same report, in whatever order they came. */
export interface AuditReport {
  readonly schemaVersion: 1
  /** Of the rules that judged. */
  readonly digest: string
  readonly articles: number
  /** Articles nothing was found in. */
  readonly clean: number
  /** Articles that could not be judged. */
  readonly failed: number
  readonly words: number
  readonly findings: Readonly<Record<Severity | 'silenced', number>>
  readonly rules: readonly { readonly rule: string; readonly articles: number; readonly findings: number; readonly silenced: number }[]
  readonly figures: Figures
  /** Statements articles lack, of all 14 that are read; whether one is owed is for the rules to say. */
  readonly missing: readonly { readonly element: string; readonly articles: number }[]
  readonly months: readonly Tally[]
  readonly authors: Ranked
  readonly sections: Ranked
  readonly worst: readonly Worst[]
  readonly faults: readonly { readonly code: string; readonly articles: number }[]
  /** Some of the articles that could not be judged. */
  readonly failures: readonly { readonly id: string; readonly ref: string; readonly code: string; readonly message: string }[]
}

/** The groups with the most errors, and what the others come to together. */
export interface Ranked {
  readonly all: number
  readonly shown: readonly Tally[]
  readonly others?: Tally
}

type Counts = { -readonly [Name in Exclude<keyof Tally, 'name'>]: number }

const MOST_WORST = 50
const MOST_SHOWN = 50
const MOST_FAILURES = 100
/** Names held at once; in an archive with more, those that come later are counted together. */
const MOST_NAMES = 200_000
const NOBODY = '(not given)'
const OTHERS = '(others)'

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Takes results one by one and holds sums: as much memory for ten million as for a thousand. */
export class Summary {
  #digest = ''
  #articles = 0
  #clean = 0
  #failed = 0
  #words = 0
  readonly #findings = { error: 0, warn: 0, info: 0, silenced: 0 }
  readonly #rules = new Map<string, { articles: number; findings: number; silenced: number }>()
  readonly #figures = { attributed: 0, market: 0, exempt: 0, unattributed: 0, vague: 0, anonymous: 0 }
  readonly #missing = new Map<string, number>()
  readonly #months = new Map<string, Counts>()
  readonly #authors = new Map<string, Counts>()
  readonly #sections = new Map<string, Counts>()
  readonly #faults = new Map<string, number>()
  readonly #worst = new Top<Worst>(MOST_WORST, (a, b) => b.errors - a.errors || b.warnings - a.warnings || b.findings - a.findings || byName(a.id, b.id) || byName(a.key, b.key))
  readonly #failures = new Top<AuditReport['failures'][number]>(MOST_FAILURES, (a, b) => byName(a.ref, b.ref) || byName(a.id, b.id) || byName(a.message, b.message))

  add(result: Result): void {
    this.#digest = result.digest
    if (isFailed(result)) {
      const { id, ref, error } = result
      this.#failed++
      this.#faults.set(error.code, (this.#faults.get(error.code) ?? 0) + 1)
      this.#failures.add({ id, ref, code: error.code, message: error.message })
    } else this.#addJudged(result)
  }

  #addJudged(result: Judged): void {
    const { about, severities, figures } = result
    this.#articles++
    this.#words += result.words
    let found = 0
    for (const severity of ['error', 'warn', 'info'] as const) {
      this.#findings[severity] += severities[severity]
      found += severities[severity]
    }
    if (found === 0) this.#clean++
    for (const [rule, [standing, silenced]] of Object.entries(result.rules)) {
      const counts = this.#rules.get(rule) ?? { articles: 0, findings: 0, silenced: 0 }
      this.#rules.set(rule, counts)
      if (standing) counts.articles++
      counts.findings += standing
      counts.silenced += silenced
      this.#findings.silenced += silenced
    }
    for (const status of Object.keys(this.#figures) as (keyof Figures)[]) this.#figures[status] += figures[status]
    for (const [element, value] of Object.entries(result.elements) as [keyof Elements, string | boolean][]) {
      this.#missing.set(element, (this.#missing.get(element) ?? 0) + (value === 'absent' || value === false ? 1 : 0))
    }
    const counts = { articles: 1, errors: severities.error, warnings: severities.warn, figures: figures.attributed + figures.market + figures.exempt + figures.unattributed, unattributed: figures.unattributed }
    count(this.#months, about.date?.slice(0, 7) ?? NOBODY, counts)
    count(this.#authors, about.author?.slice(0, 200) ?? NOBODY, counts)
    count(this.#sections, about.section?.slice(0, 200) ?? NOBODY, counts)
    if (found > 0) this.#worst.add(worstOf(result, found))
  }

  report(): AuditReport {
    return {
      schemaVersion: 1, digest: this.#digest, articles: this.#articles, clean: this.#clean, failed: this.#failed, words: this.#words, findings: this.#findings,
      rules: [...this.#rules].map(([rule, counts]) => ({ rule, ...counts })).sort((a, b) => b.findings - a.findings || byName(a.rule, b.rule)),
      figures: this.#figures,
      missing: [...this.#missing].map(([element, articles]) => ({ element, articles })).sort((a, b) => b.articles - a.articles || byName(a.element, b.element)),
      months: [...this.#months].map(([name, counts]) => ({ name, ...counts })).sort((a, b) => byName(a.name, b.name)),
      authors: ranked(this.#authors), sections: ranked(this.#sections),
      worst: this.#worst.sorted(),
      faults: [...this.#faults].map(([code, articles]) => ({ code, articles })).sort((a, b) => b.articles - a.articles || byName(a.code, b.code)),
      failures: this.#failures.sorted(),
    }
  }
}

function worstOf({ key, id, ref, about, severities, rules }: Judged, findings: number): Worst {
  const { title, author, date, url } = about
  return {
    key, id, ref, ...(url ? { url } : {}), ...(title ? { title } : {}), ...(author ? { author } : {}), ...(date ? { date } : {}),
    errors: severities.error, warnings: severities.warn, findings,
    rules: Object.entries(rules).filter(([, [standing]]) => standing > 0).sort(([a, [m]], [b, [n]]) => n - m || byName(a, b)).map(([rule]) => rule),
  }
}

function count(groups: Map<string, Counts>, name: string, counts: Counts): void {
  const known = groups.get(name)
  if (known) add(known, counts)
  else if (groups.size < MOST_NAMES || name === OTHERS) groups.set(name, { ...counts })
  else count(groups, OTHERS, counts)
}

function add(to: Counts, counts: Counts): void {
  for (const name of ['articles', 'errors', 'warnings', 'figures', 'unattributed'] as const) to[name] += counts[name]
}

function ranked(groups: ReadonlyMap<string, Counts>): Ranked {
  const all = [...groups].map(([name, counts]) => ({ name, ...counts }))
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || b.articles - a.articles || byName(a.name, b.name))
  const others: Counts = { articles: 0, errors: 0, warnings: 0, figures: 0, unattributed: 0 }
  for (const counts of all.slice(MOST_SHOWN)) add(others, counts)
  return { all: groups.size, shown: all.slice(0, MOST_SHOWN), ...(all.length > MOST_SHOWN ? { others: { name: OTHERS, ...others } } : {}) }
}
