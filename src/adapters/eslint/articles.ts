import type { SourceCode } from '@eslint/core'
import type { Root as MdastRoot } from 'mdast'
import type { Article } from '../../article/article.ts'
import { readGiven } from '../../formats/given.ts'

const known = new WeakMap<object, readonly Article[]>()

/** Says which articles a source code holds; our own language does so when it has read them. */
export function keepArticles(sourceCode: object, articles: readonly Article[]): void {
  known.set(sourceCode, articles)
}

/** The articles of a source code, read once for all rules: our own language's, or made of the tree of @eslint/markdown. */
export function articlesOf(sourceCode: SourceCode & { readonly text: string }, path: string): readonly Article[] {
  let articles = known.get(sourceCode)
  if (!articles) known.set(sourceCode, (articles = [readGiven(sourceCode.ast as MdastRoot, sourceCode.text, path)]))
  return articles
}
