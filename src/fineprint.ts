import { Article } from './article/article.ts'
import { joinLedgers, ledgerOf, type Ledger } from './article/ledger.ts'
import { builtIn, DEFAULT_PRESET } from './catalog.ts'
import { ownFormats } from './formats/own.ts'
import { readAll, readAllIn } from './formats/read.ts'
import { checkConfig, withPlugins } from './lint/check-config.ts'
import { formatsIn, settingsFor, type Catalog, type Config, type Settings } from './lint/config.ts'
import type { Circumstances } from './lint/check.ts'
import type { Finding } from './lint/finding.ts'
import { fixText, type Fixed } from './lint/fix.ts'
import { lintArticle } from './lint/lint.ts'

/** What a caller may say beside the text; a circumstance given here wins over the config's. */
export interface LintOptions extends Circumstances {
  /** Names the format by its extension, and the file in messages. Plain text where it is left out. */
  readonly path?: string
  /** Whether a glob of the config's `files` fits this path. */
  readonly matches?: (glob: string) => boolean
}

/** A config made ready: checked once, used for many articles. */
export interface Linter {
  /** Findings on one article, in reading order; of a text that holds several, such as a list of records, on all of them. */
  lint(input: string | Article, options?: LintOptions): Finding[]
  /** Applies fixes until none is left; suggestions are never applied. */
  fix(text: string, options?: LintOptions): Fixed
  /** The rules that are on for a path, with complete options. */
  settings(options?: LintOptions): Settings
  /** The built-in rules and presets and the config's own. */
  readonly catalog: Catalog
}

/**
 * Checks a config and makes a linter of it.
 * @throws ConfigError with one line that names the place in the config and what was expected
 */
export function createLinter(config: Config = {}): Linter {
  const checked = checkConfig(config, builtIn)
  const catalog = withPlugins(builtIn, checked.plugins)
  const whole: Config = { preset: DEFAULT_PRESET, ...checked }
  const { asOf, facts, register, inlineWaivers } = whole
  const around: Circumstances = { ...(asOf ? { asOf } : {}), ...(facts ? { facts } : {}), ...(register ? { register } : {}), ...(inlineWaivers === undefined ? {} : { inlineWaivers }) }
  const own = ownFormats(formatsIn(whole), whole.fields)
  const settings = ({ matches }: LintOptions = {}) => settingsFor(whole, catalog, matches)
  const lint = (input: string | Article, options: LintOptions = {}) => {
    const { path, matches: _, ...given } = options
    const articles = typeof input === 'string' ? readAllIn(input, path, own) : [input]
    return articles.flatMap((article) => lintArticle(article, settings(options), catalog, { ...around, ...given }))
  }
  return { lint, settings, catalog, fix: (text, options) => fixText(text, (now) => lint(now, options)) }
}

/**
 * Findings on an article, in reading order. For many articles make one linter with `createLinter`.
 * @param input the text as it is in the file, or an article from `read`
 */
export function lint(input: string | Article, config: Config = {}, options: LintOptions = {}): Finding[] {
  return createLinter(config).lint(input, options)
}

/** Applies every fix, and no suggestion; gives the new text and what is left to find. */
export function fix(text: string, config: Config = {}, options: LintOptions = {}): Fixed {
  return createLinter(config).fix(text, options)
}

/**
 * The facts of an article: figures with their standing and source, quotations, disclosures. Of a text that holds several articles, the
 * facts of all; an element counts as disclosed where each of them discloses it. `ledgers` keeps them apart.
 */
export function ledger(input: string | Article, path?: string): Ledger {
  return joinLedgers(ledgers(input, path))
}

/** The facts of each article of a text, in order. */
export function ledgers(input: string | Article, path?: string): Ledger[] {
  return (typeof input === 'string' ? readAll(input, path) : [input]).map(ledgerOf)
}
