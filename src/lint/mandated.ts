import type { Article } from '../article/article.ts'
import { isEditorial } from '../article/editorial.ts'
import type { Block } from '../article/block.ts'
import { passage, type Passage } from '../article/passage.ts'
import { MANDATED_TEXTS, type MandatedText } from './provisions.ts'

/** How a prescribed text stands in an article. */
export type Match =
  | { readonly status: 'exact'; readonly at: Passage }
  | { readonly status: 'changed'; readonly at: Passage; readonly why: string }
  | { readonly status: 'missing' }

/** The prescribed texts of a provision. */
export function textsOf(provision: string): readonly MandatedText[] {
  return MANDATED_TEXTS.filter((t) => t.provision === provision)
}

/** A prescribed text as an editor would put it in; slots with a choice take the first, the others stay open. */
export function wordingOf({ text, slots = {} }: MandatedText): string {
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const slot = slots[name]
    return Array.isArray(slot) ? String(slot[0]) : '[X%]'
  })
}

/**
 * Looks for a prescribed text in the newsroom's own blocks, word by word; only quotes, dashes and white space may differ, and
 * the text may run over several blocks. Near misses come with what is wrong.
 *
 * @param page the article in one line, where several texts are looked for
 */
export function findMandated(article: Article, text: MandatedText, page: Page = pageOf(article)): Match {
  const exact = patternOf(text).exec(page.text)
  if (exact) {
    const at = page.at(exact.index)
    const isWhole = text.also === undefined || page.text.includes(plain(text.also))
    return isWhole ? { status: 'exact', at } : { status: 'changed', at, why: `the sentence that goes with it is missing: ${text.also!}` }
  }
  for (const { text: wrong, why } of [...(text.mistaken ?? []), ...(text.superseded ?? [])]) {
    const index = page.text.indexOf(plain(wrong))
    if (index >= 0) return { status: 'changed', at: page.at(index), why }
  }
  const opening = plain(text.text).split(' ').slice(0, 5).join(' ').toLowerCase()
  const index = opening.includes('{') ? -1 : page.folded.indexOf(opening)
  return index >= 0 ? { status: 'changed', at: page.at(index), why: 'the words after its beginning differ' } : { status: 'missing' }
}

/** An article's own text in one line, and from which block each piece comes. */
export interface Page {
  readonly text: string
  /** The same in lower case. */
  readonly folded: string
  at(index: number): Passage
}

/** Puts the newsroom's own blocks into one line. */
export function pageOf(article: Article): Page {
  const pieces: { readonly block: Block; readonly start: number }[] = []
  let text = ''
  article.blocks.forEach((block, i) => {
    if (!isEditorial(article.roles[i]!)) return
    pieces.push({ block, start: text.length })
    text += `${plain(block.prose.text)} `
  })
  return {
    text,
    folded: text.toLowerCase(),
    at(index) {
      const { block } = pieces.findLast((p) => p.start <= index) ?? pieces[0]!
      return passage(block, 0, block.prose.text.length)
    },
  }
}

/** Quotes, dashes and white space made one kind each. */
function plain(text: string): string {
  // Most blocks need nothing: no curly quote, no dash, one space at a time.
  if (!/[^ -~]| {2}|^ | $/u.test(text)) return text
  return text.replace(/[\u2018\u2019\u02BC]/gu, "'").replace(/[\u201C\u201D]/gu, '"').replace(/[\u2010-\u2015]/gu, '-').replace(/\s+/gu, ' ').trim()
}

/** Texts are data that never changes: each is made a pattern once. */
const PATTERNS = new WeakMap<MandatedText, RegExp>()

function patternOf(text: MandatedText): RegExp {
  const known = PATTERNS.get(text)
  if (known) return known
  const made = makePattern(text)
  PATTERNS.set(text, made)
  return made
}

function makePattern({ text, slots = {} }: MandatedText): RegExp {
  const source = plain(text).split(/(\{\w+\})/u).map((piece) => {
    const name = /^\{(\w+)\}$/u.exec(piece)?.[1]
    if (name === undefined) return literal(piece)
    const slot = slots[name]
    return Array.isArray(slot) ? `(?:${slot.map((s: string) => literal(s)).join('|')})` : String.raw`\d{1,3}(?:[.,]\d{1,2})? ?%`
  }).join('')
  return new RegExp(source, 'u')
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`)
}
