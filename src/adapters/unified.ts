import type { Root as HastRoot } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import type { Node, Position } from 'unist'
import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import type { Article } from '../article/article.ts'
import { createLinter } from '../fineprint.ts'
import { readGiven } from '../formats/given.ts'
import type { Config } from '../lint/config.ts'
import type { Finding, Fix } from '../lint/finding.ts'
import { pageOf } from '../lint/page.ts'
import { applyEdits } from '../text/edit.ts'
import { contains, shift, type Span } from '../text/span.ts'
import { globToRegExp } from './globs.ts'

/** What the plugin leaves in `file.data.fineprint`. */
export interface FineprintData {
  /** Everything that was found, in reading order. */
  readonly findings: readonly Finding[]
  /** What a waiver lets stand, with its reason; no message was made of these. */
  readonly silenced: readonly Finding[]
}

declare module 'vfile' {
  interface DataMap {
    fineprint: FineprintData
  }
}

/**
 * Lints Markdown and HTML inside a unified pipeline: `remark().use(fineprint, { preset: 'house' })`, `rehype().use(…)`,
 * or `fineprint/remark` in `.remarkrc`. The tree is read and never changed; findings become messages on the file.
 * Globs in the config's `files` count from the file's `cwd`.
 * @throws ConfigError, one line, when the plugin is attached with a config that cannot be used
 */
export default function fineprint(config: Config = {}): (tree: Node, file: VFile) => undefined {
  const linter = createLinter(config)
  return (tree, file) => {
    if (!isRoot(tree)) return
    const article = readGiven(tree, String(file), file.path)
    const findings = linter.lint(article, { matches: matcherFor(file) })
    const silenced = findings.filter((finding) => finding.silenced)
    file.data.fineprint = { findings, silenced }
    for (const finding of findings) {
      const rule = linter.catalog.rules.get(finding.rule)?.rule
      if (!finding.silenced) say(finding, article, rule?.summary ?? finding.rule, file)
    }
  }
}

/** Syntax trees of other languages have no root of this kind; what is in them is not ours to judge. */
function isRoot(tree: Node): tree is HastRoot | MdastRoot {
  return tree.type === 'root' && 'children' in tree
}

/** `true` is an error to unified, `false` a warning, `undefined` information. */
const FATAL = { error: true, warn: false, info: undefined } as const

function say(finding: Finding, article: Article, summary: string, file: VFile): void {
  const [first, ...others] = finding.related.map(({ span, message }) => aside(message, placeOf(span, article)))
  const place = placeOf(finding.span, article)
  const message = file.message(finding.message, { place, ruleId: finding.rule, source: 'fineprint', ...(first ? { cause: first } : {}) })
  const changes = [...(finding.fix ? [finding.fix] : []), ...finding.suggestions]
  const replacing = changes.flatMap((change) => replacement(change, finding.span, article) ?? [])
  const elsewhere = changes.filter((change) => replacement(change, finding.span, article) === undefined)
  message.fatal = FATAL[finding.severity]
  message.url = pageOf(finding.rule)
  message.actual = article.slice(finding.span)
  if (replacing.length) message.expected = [...new Set(replacing)]
  message.note = [
    `${summary}.`,
    ...others.map((other) => `- ${other.place ? `${other.line}:${other.column}: ` : ''}${other.reason}`),
    ...elsewhere.map(({ title }) => `- ${title}`),
  ].join('\n')
}

/** Another place, as a message of its own; language servers show its `stack`, reporters its reason. */
function aside(reason: string, place: Position): VFileMessage {
  const message = new VFileMessage(reason, { place, source: 'fineprint' })
  message.stack = `${reason} (line ${place.start.line})`
  return message
}

/** What stands at `span` after a change, or undefined where the change touches anything outside it. */
function replacement({ edits }: Fix, span: Span, article: Article): string | undefined {
  if (!edits.every((edit) => contains(span, edit.span))) return undefined
  return applyEdits(article.slice(span), edits.map(({ span: at, text }) => ({ span: shift(at, -span.start), text })))
}

/** Offsets count in the file as it is, byte order mark included; in columns it is not counted, as remark does not. */
function placeOf({ start, end }: Span, { source: { lines, text } }: Article): Position {
  const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const point = (offset: number) => {
    const { line, column } = lines.at(offset)
    return { line, column: line === 1 ? Math.max(1, column - mark) : column, offset }
  }
  return { start: point(start), end: point(end) }
}

function matcherFor(file: VFile): (glob: string) => boolean {
  const slashed = (path: string) => path.replaceAll('\\', '/')
  const path = slashed(file.path ?? '')
  const base = `${slashed(file.cwd).replace(/\/$/u, '')}/`
  const relative = path.startsWith(base) ? path.slice(base.length) : path.replace(/^\.\//u, '')
  return (glob) => relative !== '' && globToRegExp(glob.replace(/^\.\//u, '')).test(relative)
}
