import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import type { MarkdownExtension } from './markdown.ts'

/** GitHub's additions; bare links are found in the prose instead, alike for every format (`links.ts`). */
export const gfm: readonly MarkdownExtension[] = [
  { syntax: gfmTable(), tree: gfmTableFromMarkdown() },
  { syntax: gfmStrikethrough(), tree: gfmStrikethroughFromMarkdown() },
  { syntax: gfmFootnote(), tree: gfmFootnoteFromMarkdown() },
  { syntax: gfmTaskListItem(), tree: gfmTaskListItemFromMarkdown() },
]
