import type { Diagnostic } from 'vscode-languageserver/node'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article } from '../../article/article.ts'
import { allEndings } from '../../formats/formats.ts'
import { DocumentReader } from '../../formats/incremental.ts'
import type { Finding } from '../../lint/finding.ts'
import { toDiagnostic, type PageOf } from './convert.ts'
import type { Document } from './document.ts'
import type { Policies, Policy } from './policies.ts'

/** What was found in one version of a document. */
export interface Analysis {
  readonly document: Document
  /** Every article of the document, in order. */
  readonly articles: readonly Article[]
  readonly policy: Policy
  /** All findings, silenced ones too. */
  readonly findings: readonly Finding[]
  /** The article a finding is about. */
  articleOf(finding: Finding): Article
  readonly diagnostics: readonly Diagnostic[]
}

/** Endings by what an editor calls a language, for texts whose own name says nothing. */
const ENDING: Readonly<Record<string, string>> = {
  markdown: '.md', mdx: '.mdx', html: '.html', plaintext: '.txt', typescript: '.ts', typescriptreact: '.tsx', javascript: '.js', javascriptreact: '.jsx',
  json: '.json', jsonc: '.json',
}

/** One open document: reads again what changed, and knows what was found in its last version. */
export class DocumentSession {
  readonly #policies: Policies
  readonly #pageOf: PageOf
  readonly #folder: string
  readonly #reader = new DocumentReader()
  document: Document
  #analysis: Analysis | undefined

  /** @param folder where a document that is not on disk takes its settings from */
  constructor(document: Document, policies: Policies, pageOf: PageOf, folder: string) {
    this.document = document
    this.#policies = policies
    this.#pageOf = pageOf
    this.#folder = folder
  }

  /** The path that decides settings and format. */
  get path(): string {
    return pathOf(this.document, this.#folder)
  }

  /** Findings on the text as it is now; the same object as long as neither text nor settings change. Undefined where the text changed meanwhile. */
  async analyse(): Promise<Analysis | undefined> {
    const { document } = this
    let path = this.path
    let policy = await this.#policies.for(path)
    const own = policy.formats.flatMap(({ extensions }) => extensions)
    if (own.length > 0) {
      path = pathOf(document, this.#folder, own)
      if (path !== this.path) policy = await this.#policies.for(path)
    }
    if (this.document !== document) return undefined
    const known = this.#analysis
    if (known && known.document === document && known.policy.read === policy.read) return known
    const articles = this.#reader.readAll(document.text, path, policy.formats)
    const found = policy.lint(articles)
    const findings = found.flat()
    const articleOf = (finding: Finding) => articles[found.findIndex((some) => some.includes(finding))]!
    const diagnostics = findings.filter((finding) => !finding.silenced).map((finding) => toDiagnostic(finding, document, this.#pageOf))
    if (policy.problem !== undefined) diagnostics.unshift(problemDiagnostic(policy.problem, document))
    return (this.#analysis = { document, articles, articleOf, policy, findings, diagnostics })
  }
}

/** A config that cannot be used is shown under the first line: a point would not be seen. */
function problemDiagnostic(message: string, document: Document): Diagnostic {
  const line = /^[^\r\n]*/u.exec(document.text)![0].length
  return { range: document.rangeOf({ start: 0, end: Math.max(1, line) }), severity: 1, source: 'fineprint', code: 'config', message }
}

/**
 * A document's path on disk; untitled ones get one in the workspace, with the ending their language has.
 * @param own endings beside the built-in ones
 */
export function pathOf({ uri, languageId }: Pick<Document, 'uri' | 'languageId'>, folder: string, own: readonly string[] = []): string {
  const path = uri.startsWith('file:') ? fileURLToPath(uri) : `${folder}/${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/^[^:]*:/u, '')}`
  return [...allEndings, ...own].includes(extname(path).toLowerCase()) ? path : path + (ENDING[languageId] ?? '')
}
