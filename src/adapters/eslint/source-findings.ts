import type { Root as MdastRoot } from 'mdast'
import type { Article } from '../../article/article.ts'
import { builtIn } from '../../catalog.ts'
import { readGiven } from '../../formats/given.ts'
import type { Circumstances } from '../../lint/check.ts'
import type { Catalog, Listed, RuleSetting } from '../../lint/config.ts'
import type { Finding } from '../../lint/finding.ts'
import { lintArticle } from '../../lint/lint.ts'

/** A source code of ESLint, as far as it is used here. */
export interface Code {
  readonly text: string
  readonly ast: unknown
}

/** A finding and the article it was found in. */
export interface Found {
  readonly finding: Finding
  readonly article: Article
}

/** A rule that ESLint has switched on for a source code. */
export interface Enlisted extends Listed {
  readonly id: string
  readonly setting: RuleSetting
}

const known = new WeakMap<object, SourceFindings>()

/**
 * The findings on one source code. ESLint runs each rule by itself; here they are asked together, on the first visit, so
 * that they read the text once and a waiver sees every finding it may be about.
 */
export class SourceFindings {
  readonly #articles: readonly Article[]
  readonly #enlisted = new Map<string, Enlisted>()
  #found: Map<string, Found[]> | undefined

  constructor(articles: readonly Article[]) {
    this.#articles = articles
  }

  /** Those of a source code: of our own language, which has read its articles, or of @eslint/markdown, whose tree is read. */
  static of(code: Code, path: string): SourceFindings {
    const before = known.get(code)
    return before ?? SourceFindings.keep(code, [readGiven(code.ast as MdastRoot, code.text, path)])
  }

  /** Says which articles a source code holds. */
  static keep(code: object, articles: readonly Article[]): SourceFindings {
    const findings = new SourceFindings(articles)
    known.set(code, findings)
    return findings
  }

  /** Adds a rule; all are added before the first visit. One that comes later begins another run over the same code. */
  enlist(rule: Enlisted): void {
    if (this.#found) this.#enlisted.clear()
    this.#found = undefined
    this.#enlisted.set(rule.id, rule)
  }

  /** What a rule found and no waiver lets stand, in reading order; without what it gives as information beside worse. */
  by(rule: string, around: Circumstances): readonly Found[] {
    this.#found ??= this.#lint(around)
    return this.#found.get(rule) ?? []
  }

  #lint(around: Circumstances): Map<string, Found[]> {
    const catalog: Catalog = { rules: new Map([...builtIn.rules, ...this.#enlisted]), presets: builtIn.presets }
    const settings = new Map([...this.#enlisted].map(([id, { setting }]) => [id, setting]))
    const found = new Map([...settings.keys()].map((id): [string, Found[]] => [id, []]))
    for (const article of this.#articles) {
      for (const finding of lintArticle(article, settings, catalog, around)) {
        const isHint = finding.severity === 'info' && settings.get(finding.rule)?.severity !== 'info'
        if (!finding.silenced && !isHint) found.get(finding.rule)?.push({ finding, article })
      }
    }
    return found
  }
}
