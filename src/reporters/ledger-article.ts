import type { Block } from '../article/block.ts'
import type { Role } from '../article/facts.ts'
import type { Span } from '../text/span.ts'
import type { LedgerBlock, LedgerFile } from './ledger.ts'
import { escapeHtml } from './markup.ts'

/** A stretch of the source that means something: a figure, its source, its cue, a disclosure. */
interface Marking extends Span {
  readonly kind: 'figure' | 'source' | 'cue' | 'disclosure'
  /** Index of the figure or disclosure. */
  readonly of: number
  readonly status?: string
}

const ASIDE: Partial<Record<Role, string>> = {
  embed: 'A post by somebody else', readers: 'Readers’ comments', boilerplate: 'Not part of the story',
}

/** The article's blocks as HTML, the figures and what belongs to them marked. Linear in text and markings. */
export function articleHtml(file: LedgerFile): string {
  const blocks = file.blocks()
  const markings = intoBlocks(blocks, markingsOf(file))
  const started = new Set<string>()
  const parts: string[] = []
  let aside: string | undefined
  let table: number | undefined
  let row: number | undefined
  const closeTable = () => {
    if (table !== undefined) parts.push('</tr></table></div>')
    table = row = undefined
  }
  blocks.forEach(({ block, role }, i) => {
    const label = ASIDE[role]
    if (label !== aside) {
      closeTable()
      if (aside) parts.push('</div>')
      if (label) parts.push(`<div class="not-ours"><p class="label">${label}</p>`)
      aside = label
    }
    const content = marked(block, markings[i]!, started)
    if (block.cell) {
      if (block.cell.table !== table) {
        closeTable()
        parts.push('<div class="scroll"><table class="data"><tr>')
        ;({ table, row } = block.cell)
      } else if (block.cell.row !== row) {
        parts.push('</tr><tr>')
        row = block.cell.row
      }
      parts.push(block.cell.head ? `<th>${content}</th>` : `<td>${content}</td>`)
      return
    }
    closeTable()
    parts.push(element(block, role, content))
  })
  closeTable()
  if (aside) parts.push('</div>')
  return parts.join('\n')
}

function element(block: Block, role: Role, content: string): string {
  const of = ` class="role-${role}"`
  if (role === 'headline') return `<h1${of}>${content}</h1>`
  if (block.kind === 'heading') return `<h2${of}>${content}</h2>`
  if (block.kind === 'item') return `<p class="item role-${role}" style="--depth:${Math.min(block.depth ?? 1, 6)}">${content}</p>`
  if (block.kind === 'quote' || block.quoted) return `<blockquote${of}>${content}</blockquote>`
  if (block.kind === 'field') return `<p class="field"><span class="label">${escapeHtml(block.field ?? '')}</span> ${content}</p>`
  return `<p${of}>${content}</p>`
}

function markingsOf({ ledger }: LedgerFile): Marking[] {
  const found: Marking[] = []
  ledger.statistics.forEach((s, of) => {
    found.push({ start: s.start, end: s.end, kind: 'figure', of, status: s.status })
    if (s.source) found.push({ start: s.source.start, end: s.source.end, kind: 'source', of })
    if (s.cue) found.push({ start: s.cue.start, end: s.cue.end, kind: 'cue', of })
  })
  ledger.disclosures.forEach((d, of) => found.push({ start: d.start, end: d.end, kind: 'disclosure', of, status: d.defect ? 'defect' : 'sound' }))
  return found.sort((a, b) => a.start - b.start)
}

/** For each block the markings that begin in it. */
function intoBlocks(blocks: readonly LedgerBlock[], markings: readonly Marking[]): Marking[][] {
  const order = blocks.map((_, i) => i).sort((a, b) => blocks[a]!.block.span.start - blocks[b]!.block.span.start)
  const found: Marking[][] = blocks.map(() => [])
  let at = 0
  for (const marking of markings) {
    while (at + 1 < order.length && blocks[order[at + 1]!]!.block.span.start <= marking.start) at++
    if (order.length) found[order[at]!]!.push(marking)
  }
  return found
}

/** A block's text with its markings, cut flat: stretches that share letters become one span that says both. */
function marked({ prose }: Block, markings: readonly Marking[], started: Set<string>): string {
  const begins = new Map<number, Marking[]>()
  const ends = new Map<number, Marking[]>()
  const cuts = new Set<number>([0, prose.text.length])
  for (const marking of markings) {
    const [from, to] = inProse(prose.runs, marking)
    if (to <= from) continue
    begins.set(from, [...(begins.get(from) ?? []), marking])
    ends.set(to, [...(ends.get(to) ?? []), marking])
    cuts.add(from).add(to)
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  const active = new Set<Marking>()
  const parts: string[] = []
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i]!
    const to = sorted[i + 1]!
    for (const ended of ends.get(from) ?? []) active.delete(ended)
    for (const begun of begins.get(from) ?? []) active.add(begun)
    const text = escapeHtml(prose.text.slice(from, to))
    parts.push(active.size === 0 ? text : `<span${attributes([...active], (ends.get(to) ?? []), started)}>${text}</span>`)
  }
  return parts.join('')
}

function attributes(active: readonly Marking[], ending: readonly Marking[], started: Set<string>): string {
  const classes = new Set<string>()
  const figures: number[] = []
  const sources: number[] = []
  const cues: number[] = []
  let id = ''
  for (const { kind, of, status } of active) {
    if (kind === 'figure') {
      classes.add('fig').add(`st-${status}`)
      figures.push(of)
    } else if (kind === 'source') {
      classes.add('src')
      sources.push(of)
    } else if (kind === 'cue') {
      classes.add('cue')
      cues.push(of)
    } else classes.add('dis').add(`dis-${status}`)
    const name = kind === 'figure' ? `f${of}` : kind === 'disclosure' ? `d${of}` : ''
    if (name && !id && !started.has(name)) {
      started.add(name)
      id = ` id="${name}" tabindex="0"`
    }
  }
  if (ending.some(({ kind }) => kind === 'figure')) classes.add('last')
  const list = (name: string, values: readonly number[]) => (values.length ? ` data-${name}="${values.join(' ')}"` : '')
  return `${id} class="${[...classes].join(' ')}"${list('f', figures)}${list('s', sources)}${list('c', cues)}`
}

/** Where a stretch of the source stands in the prose; empty where it is not shown. */
function inProse(runs: Block['prose']['runs'], { start, end }: Span): [from: number, to: number] {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle]!.end > start) high = middle
    else low = middle + 1
  }
  let from = -1
  let to = -1
  for (let i = low; i < runs.length && runs[i]!.start < end; i++) {
    const run = runs[i]!
    const begin = run.verbatim ? run.at + Math.max(0, start - run.start) : run.at
    if (from < 0) from = begin
    to = run.verbatim ? run.at + Math.min(run.length, end - run.start) : run.at + run.length
  }
  return [from, to]
}
