import type { File, Language, OkParseResult } from '@eslint/core'
import type { Article } from '../../article/article.ts'
import { read } from '../../formats/read.ts'
import { LIFTED } from './processor.ts'
import { ArticleSourceCode, type ArticleNode } from './source-code.ts'

type Parsed = OkParseResult<ArticleNode> & { readonly articles: readonly Article[] }

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
    const articles = [read(text, hostOf(file))]
    const { lines } = articles[0]!.source
    const position = { start: { ...lines.at(0), offset: 0 }, end: { ...lines.at(text.length), offset: text.length } }
    return { ok: true, ast: { type: 'article', position }, articles }
  },
  createSourceCode(file: File, parsed: OkParseResult<unknown>) {
    const { ast, articles } = parsed as Parsed
    return new ArticleSourceCode(String(file.body), ast, articles)
  },
}

/** The path whose extension says what the text is: the host's for what the processor lifted out of it. */
function hostOf({ path, physicalPath }: File): string {
  return path.endsWith(LIFTED) ? physicalPath : path
}
