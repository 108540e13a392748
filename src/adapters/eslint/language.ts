import type { File, Language, OkParseResult } from '@eslint/core'
import type { Article } from '../../article/article.ts'
import type { Comment } from '../../article/block.ts'
import { readAll } from '../../formats/read.ts'
import { Lines } from '../../text/lines.ts'
import { isScript, LIFTED } from './processor.ts'
import { ArticleSourceCode, type ArticleNode } from './source-code.ts'

type Parsed = OkParseResult<ArticleNode> & { readonly articles: readonly Article[]; readonly comments: readonly Comment[] }

/** `fineprint/article`: Markdown, HTML, MDX, plain text and whatever else fineprint reads, told apart by extension. */
export const article: Language = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: 'type',
  visitorKeys: { article: [] },
  validateLanguageOptions() {},
  parse(file: File): Parsed {
    const text = String(file.body)
    const path = hostOf(file)
    const articles = readAll(text, path)
    const comments = isScript(path) ? scriptComments(text) : articles.flatMap((one) => one.comments)
    const lines = articles[0]?.source.lines ?? new Lines(text)
    const position = { start: { ...lines.at(0), offset: 0 }, end: { ...lines.at(text.length), offset: text.length } }
    return { ok: true, ast: { type: 'article', position }, articles, comments }
  },
  createSourceCode(file: File, parsed: OkParseResult<unknown>) {
    const { ast, articles, comments } = parsed as Parsed
    return new ArticleSourceCode(String(file.body), ast, articles, comments)
  },
}

/** The path whose extension says what the text is: the host's for what the processor lifted out of it. */
function hostOf({ path, physicalPath }: File): string {
  return path.endsWith(LIFTED) ? physicalPath : path
}

/** What a program says to ESLint, in its own comments and in those of the articles in it. */
function scriptComments(text: string): Comment[] {
  const comments = text.matchAll(/\/\/[ \t]*(eslint-[^\r\n]*)|\/\*\s*(eslint-[^]*?)\*\/|<!--\s*(eslint-[^]*?)-->/gu)
  return [...comments].map(({ 0: whole, 1: line, 2: block, 3: html, index }) => (
    { text: (line ?? block ?? html ?? '').trim(), span: { start: index, end: index + whole.length } }
  ))
}
