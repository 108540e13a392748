import type { Article } from '../article/article.ts'
import { candidatesFor } from '../article/disclosure-candidates.ts'
import { isEditorial } from '../article/editorial.ts'
import type { Disclosure, DisclosureDefect, DisclosureElement } from '../article/facts.ts'
import type { Passage } from '../article/passage.ts'
import type { Edit } from '../text/edit.ts'
import type { Fix, Related } from './finding.ts'
import type { Place } from './rule.ts'

/** The parts of the house's closing block, and the disclosure elements that make them. */
export const STATEMENTS = {
  sources: ['sources'], holdings: ['holdings'], affiliation: ['affiliation'], recommendation: ['notRecommendation'],
  research: ['dueDiligence', 'consultProfessional'], license: ['licenses'],
} as const satisfies Record<string, readonly DisclosureElement[]>
export type StatementName = keyof typeof STATEMENTS
export const STATEMENT_NAMES = Object.keys(STATEMENTS) as readonly StatementName[]

/** What is wrong with a defective disclosure, to follow "`…` ", as a clause. */
export const FAULTS: Readonly<Record<DisclosureDefect, string>> = {
  polarity: 'reads as if a `no` or `not` was lost', hedged: 'is hedged', conditional: 'depends on a condition',
  intention: 'speaks of intentions, not of what is', threshold: 'speaks only of amounts above or below a limit', partial: 'covers only a part',
  contradicted: 'is contradicted by another statement', placeholder: 'is a template that nobody filled in', struck: 'is struck out',
  past: 'speaks of the past, not of what is', policy: 'states a rule, not what is so',
}

/** What was found of one statement of the block. */
export interface Found {
  /** Sound ones: flat, by the author or the publisher. */
  readonly sound: readonly Disclosure[]
  /** Stated, but worth nothing. */
  readonly unsound: readonly Disclosure[]
}

/** Whether an article makes a statement, and what was looked at. */
export function find(article: Article, element: DisclosureElement): Found {
  const all = article.disclosures.filter((d) => d.element === element)
  return { sound: all.filter((d) => !d.defect), unsound: all.filter((d) => d.defect) }
}

/** Sentences that say it and do not count, with the reason: shown where a statement is missing. */
export function lookedAt(article: Article, elements: readonly DisclosureElement[]): Related[] {
  return candidatesFor(article, elements).slice(0, 3).map(({ sentence, why }) => ({ span: sentence.span, message: `this does not count: ${why}` }))
}

/** Index of the block that holds most of the house's statements, the last one of equals; -1 is none. */
export function houseBlock(article: Article): number {
  const counts = new Map<number, number>()
  for (const d of article.disclosures) {
    if (nameOf(d) && article.roles[d.sentence.blockIndex] === 'disclosure') counts.set(d.sentence.blockIndex, (counts.get(d.sentence.blockIndex) ?? 0) + 1)
  }
  let best = -1
  for (const [index, count] of counts) if (best < 0 || count > counts.get(best)! || (count === counts.get(best)! && index > best)) best = index
  return best
}

/** The part of the house's block a disclosure belongs to. */
export function nameOf(disclosure: Disclosure): StatementName | undefined {
  return STATEMENT_NAMES.find((name) => (STATEMENTS[name] as readonly DisclosureElement[]).includes(disclosure.element))
}

/** Where a missing statement is shown: where it belongs in the block, else where the article shows what is missing. */
export function placeFor(article: Article, name: StatementName): Place | undefined {
  return neighbours(article, name)?.shown ?? article.anchor
}

/** Puts a sentence where it belongs in the block, or below the story as a new paragraph; undefined where the text cannot take it. */
export function insertion(article: Article, name: StatementName, wording: string): Edit | undefined {
  if (!wording) return undefined
  const near = neighbours(article, name)
  if (near?.before) return near.before.block.prose.edit(near.before.to, near.before.to, ` ${wording}`)
  if (near?.after) return near.after.block.prose.edit(near.after.from, near.after.from, `${wording} `)
  const last = article.blocks.findLastIndex((_, i) => isEditorial(article.roles[i]!) && article.roles[i] !== 'headline')
  return last < 0 ? undefined : article.layout.paragraphAfter(article.blocks[last]!.span.end, wording)
}

/** The sentences of the block between which a statement belongs. */
function neighbours(article: Article, name: StatementName): { before?: Disclosure; after?: Disclosure; shown: Disclosure } | undefined {
  const index = houseBlock(article)
  if (index < 0) return undefined
  const rank = STATEMENT_NAMES.indexOf(name)
  const inBlock = article.disclosures.filter((d) => d.sentence.blockIndex === index && nameOf(d))
  const before = inBlock.findLast((d) => STATEMENT_NAMES.indexOf(nameOf(d)!) < rank)
  const after = inBlock.find((d) => STATEMENT_NAMES.indexOf(nameOf(d)!) > rank)
  const shown = before ?? after
  return shown && { ...(before ? { before } : {}), ...(after ? { after } : {}), shown }
}

/** Offers the house's wording: as `fix` where the front matter or the config attests what it says, else as a suggestion. */
export function offer(article: Article, name: StatementName, wording: string, attested: boolean): { readonly fix?: Fix; readonly suggestions?: readonly Fix[] } {
  const edit = insertion(article, name, wording)
  if (!edit) return {}
  const fix = { title: `Add: ${wording}`, edits: [edit] }
  return attested ? { fix } : { suggestions: [fix] }
}

/** Offers to put the house's wording in place of a sentence that is worth nothing. */
export function replacement({ block, from, to }: Disclosure, wording: string): { readonly suggestions?: readonly Fix[] } {
  const edit = wording ? block.prose.edit(from, to, wording) : undefined
  return edit ? { suggestions: [{ title: `Replace with: ${wording}`, edits: [edit] }] } : {}
}

/** Whether the front matter attests a fact: `attests: { holdings: none }`. */
export function attests(article: Article, element: DisclosureElement, value: string | boolean): boolean {
  const said = article.meta.attests?.[element]
  return said === value || said === String(value)
}

/** Whether the text is known to be paid for or its author to be interested: then no denial may be offered. */
export function mayDeny(article: Article): boolean {
  return !article.meta.sponsor && !article.meta.interests
}

/** A sentence of the closing block, with the statements it makes. */
export interface BlockSentence extends Passage {
  readonly names: readonly StatementName[]
}

/** The closing block: its sentences in reading order, and the statements of the house that stand elsewhere. */
export interface ClosingBlock {
  readonly index: number
  readonly statements: readonly BlockSentence[]
  readonly apart: readonly BlockSentence[]
}

/** The block that closes the story, if there is one: at least two of the house's statements in one paragraph. */
export function closingBlock(article: Article, order: readonly StatementName[]): ClosingBlock | undefined {
  const index = houseBlock(article)
  if (index < 0) return undefined
  const bySentence = new Map<number, { first: Disclosure; names: StatementName[] }>()
  for (const d of article.disclosures) {
    const name = nameOf(d)
    if (!name || d.defect || !order.includes(name) || article.roles[d.sentence.blockIndex] !== 'disclosure') continue
    const seen = bySentence.get(d.span.start)
    if (!seen) bySentence.set(d.span.start, { first: d, names: [name] })
    else if (!seen.names.includes(name)) seen.names.push(name)
  }
  const sentences = [...bySentence.values()].map(({ first: { block, from, to, text, span, sentence }, names }) => ({ block, from, to, text, span, names, at: sentence.blockIndex }))
  const statements = sentences.filter((s) => s.at === index).sort((a, b) => a.from - b.from)
  if (statements.length < 2) return undefined
  return { index, statements, apart: sentences.filter((s) => s.at !== index && s.names.every((n) => !statements.some((t) => t.names.includes(n)))) }
}

/** Whether `b` may follow `a`. */
export function inOrder(a: BlockSentence, b: BlockSentence, order: readonly StatementName[]): boolean {
  return rank(a, order) <= rank(b, order)
}

function rank({ names }: BlockSentence, order: readonly StatementName[]): number {
  return Math.min(...names.map((n) => order.indexOf(n)))
}

/** Edits that put the sentences of a block into the house's order, each in the place of another; undefined where the text cannot take them. */
export function ordered(statements: readonly BlockSentence[], order: readonly StatementName[]): Edit[] | undefined {
  const sorted = [...statements].sort((a, b) => rank(a, order) - rank(b, order))
  const edits = statements.flatMap((s, i) => (sorted[i] === s ? [] : [s.block.prose.edit(s.from, s.to, sorted[i]!.text)]))
  return edits.every((e) => e !== undefined) ? edits : undefined
}
