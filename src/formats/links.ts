import type { Block, Mark } from '../article/block.ts'

const BARE = /(?:https?:\/\/|www\.)[^\s<>"“”]+/giu
const TRAILING = /[\])}>.,;:!?*_~'"’”]+$/u

/** Adds link marks for web addresses that stand in the prose as they are. */
export function markBareLinks(block: Block): Block {
  const { text } = block.prose
  if (!text.includes('://') && !/www\./i.test(text)) return block
  const marks: Mark[] = [...block.marks]
  for (const match of text.matchAll(BARE)) {
    const from = match.index
    const url = match[0].replace(TRAILING, '')
    const to = from + url.length
    if (url.length < 8 || block.marks.some((m) => m.kind === 'link' && m.from < to && from < m.to)) continue
    marks.push({ kind: 'link', from, to, url: url.startsWith('h') || url.startsWith('H') ? url : `http://${url}` })
  }
  if (marks.length === block.marks.length) return block
  marks.sort((a, b) => a.from - b.from || b.to - a.to)
  return { ...block, marks }
}
