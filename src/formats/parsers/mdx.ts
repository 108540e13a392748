import { mdxFromMarkdown } from 'mdast-util-mdx'
import { mdxjs } from 'micromark-extension-mdxjs'
import type { MarkdownExtension } from './markdown.ts'

/** What makes Markdown MDX: JSX, expressions, imports and exports. */
export const mdx: readonly MarkdownExtension[] = [{ syntax: mdxjs(), tree: mdxFromMarkdown() }]
