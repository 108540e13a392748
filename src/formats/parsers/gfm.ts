import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { MarkdownExtension } from './markdown.ts'

/**
 * GitHub's additions that change what a text says. Bare links are found in the prose instead, alike for every format, and the
 * boxes of task items are dropped by the reader.
 */
export const gfm: readonly MarkdownExtension[] = [
  { syntax: gfmTable(), tree: gfmTableFromMarkdown() },
  { syntax: gfmStrikethrough(), tree: gfmStrikethroughFromMarkdown() },
  { syntax: gfmFootnote(), tree: gfmFootnoteFromMarkdown() },
]
