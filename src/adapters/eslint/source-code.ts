import type { FileProblem, RulesConfig, TraversalStep } from '@eslint/core'
import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit'
import type { Position } from 'unist'
import type { Article } from '../../article/article.ts'
import type { Comment } from '../../article/block.ts'
import { Lines } from '../../text/lines.ts'
import { SourceFindings } from './source-findings.ts'

/** The whole tree: one node. What the rules read is not in it but beside it, see `SourceFindings`. */
export interface ArticleNode {
  readonly type: 'article'
  readonly position: Position
}

/** A comment of an article that speaks to ESLint. */
export interface ConfigNode {
  readonly type: 'comment'
  readonly value: string
  readonly position: Position
}

interface Types {
  LangOptions: Record<string, unknown>
  RootNode: ArticleNode
  SyntaxElementWithLoc: ArticleNode | ConfigNode
  ConfigNode: ConfigNode
}

const parser = new ConfigCommentParser()

/** Articles as ESLint's rule machinery sees them. */
export class ArticleSourceCode extends TextSourceCodeBase<Types> {
  readonly #steps: readonly TraversalStep[]
  readonly #comments: readonly ConfigNode[]

  constructor(text: string, ast: ArticleNode, articles: readonly Article[], comments: readonly Comment[]) {
    super({ text, ast, lineEndingPattern: /\r\n|[\r\n]/u })
    this.#steps = ([1, 2] as const).map((phase) => new VisitNodeStep({ target: ast, phase, args: [ast] }))
    const lines = articles[0]?.source.lines ?? new Lines(text)
    this.#comments = comments.filter((comment) => /^eslint(?:-|\s)/u.test(comment.text)).map((comment) => nodeOf(comment, lines))
    SourceFindings.keep(this, articles)
  }

  override traverse(): Iterable<TraversalStep> {
    return this.#steps
  }

  override getParent(): undefined {
    return undefined
  }

  getInlineConfigNodes(): ConfigNode[] {
    return [...this.#comments]
  }

  /** `eslint-disable`, `eslint-enable` and their line forms, with the reason after `--`. */
  getDisableDirectives(): { directives: Directive[]; problems: FileProblem[] } {
    const directives = this.#comments.flatMap((node) => {
      const { label, value, justification } = parser.parseDirective(node.value) ?? { label: '', value: '', justification: '' }
      const type = label.replace('eslint-', '')
      return isDirective(type) ? [new Directive({ type, node, value, justification })] : []
    })
    return { directives, problems: [] }
  }

  /** `eslint plugin/rule: "warn"` in a comment. */
  applyInlineConfig(): { configs: { config: { rules: RulesConfig }; loc: Position }[]; problems: FileProblem[] } {
    const configs: { config: { rules: RulesConfig }; loc: Position }[] = []
    const problems: FileProblem[] = []
    for (const { value: text, position: loc } of this.#comments) {
      const comment = parser.parseDirective(text)
      if (comment?.label !== 'eslint') continue
      const result = parser.parseJSONLikeConfig(comment.value)
      if (result.ok) configs.push({ config: { rules: result.config }, loc })
      else problems.push({ ruleId: null, message: result.error.message, loc })
    }
    return { configs, problems }
  }
}

function isDirective(type: string): type is Directive['type'] {
  return type === 'disable' || type === 'enable' || type === 'disable-line' || type === 'disable-next-line'
}

function nodeOf({ text, span }: Comment, lines: Lines): ConfigNode {
  const position = { start: { ...lines.at(span.start), offset: span.start }, end: { ...lines.at(span.end), offset: span.end } }
  return { type: 'comment', value: text, position }
}
