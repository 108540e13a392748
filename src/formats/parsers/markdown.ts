import type { Root } from 'mdast'
import { fromMarkdown, type Extension as TreeExtension } from 'mdast-util-from-markdown'
import type { Extension as SyntaxExtension } from 'micromark-util-types'

/** What teaches the parser more than CommonMark. */
export interface MarkdownExtension {
  readonly syntax: SyntaxExtension
  readonly tree: TreeExtension | TreeExtension[]
}

/** The syntax tree remark-parse gives for the text with these extensions. */
export function parseMarkdown(text: string, extensions: readonly MarkdownExtension[]): Root {
  return fromMarkdown(text, { extensions: extensions.map((e) => e.syntax), mdastExtensions: extensions.map((e) => e.tree) })
}
