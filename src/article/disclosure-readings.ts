import type { DisclosureDefect, DisclosureElement } from './facts.ts'
import type { Subject } from './disclosure-speakers.ts'
import type { View } from './disclosure-clauses.ts'
import type { Statement } from './disclosure-statements.ts'
import { is, type Word } from './disclosure-words.ts'

export { is } from './disclosure-words.ts'

/** One element found in one statement, before the statements are weighed against each other. */
export interface Reading {
  readonly element: DisclosureElement
  readonly value: 'none' | 'some' | 'paid' | true
  /** Index of the word that decided. */
  readonly at: number
  readonly defect?: DisclosureDefect
  readonly subject: Subject
  /** Of a denial of holdings: whether it covers whatever the story discusses, or only what it lists. */
  readonly scope?: 'all' | 'listed'
  /** Of a denial: takes something out again ("other than …"). */
  readonly exception?: number
}

/** What a reader of one element is given. */
export interface Reader {
  readonly statement: Statement
  readonly words: readonly Word[]
  readonly views: readonly View[]
  found(reading: Omit<Reading, 'subject'> & { readonly subject?: Subject }): void
}

/** Whether somebody is said to say this: a reporting verb, unless it is part of a name or speaks of the text itself. */
export function reported(words: readonly Word[]): boolean {
  return words.some((w, i) => is(w, 'reporting')
    && !(/^(?:said|stated|reported|noted|described|claimed|posted)$/.test(w.text)
    && /^(?:here|in|on|above|below|otherwise|herein|at|by)$/.test(words[i + 1]?.text ?? '')
    && !words.slice(0, i).some((b) => is(b, 'third'))
    && !(w.text === 'said' && words[i - 1]?.capital && (i > 1 || words[0]!.kinds.size === 0)))
    && !(w.text === 'described' && is(words[i + 1], 'be')) && !(/^wr(?:ite|ites|ote)$/.test(w.text) && words[i + 1]?.text === 'about')
    && !(w.capital && i > 0 && words[i - 1]!.capital)
    && !(/^wr(?:ote|ites)$/.test(w.text) && /^(?:this|these|for)$/.test(words[i + 1]?.text ?? '')))
}

/** Whether the subject may speak for the author: by noun, pronoun, name in position, or left out. */
export function speaks(view: View, { statement, words }: Reader): boolean {
  const { speaker, relative } = view.subject
  const teller = words[view.subject.at]
  if (speaker === 'author' && saidByAnother(words)) return false
  if (speaker === 'author') return !(relative
    && (is(teller, 'analyst') || /^(?:editor|publisher|reporter|portfolio manager)$/.test(teller?.text ?? '')))
  if (relative) return speaker === 'name' && statement.inPosition && words.slice(0, view.subject.at).some((w) => is(w, 'client'))
  if (speaker === 'name') return statement.inPosition && !reported(words)
  return speaker === 'none'
}

/** "The authors of the report hold no shares, the university said.": the last word has somebody else. */
export function saidByAnother(words: readonly Word[]): boolean {
  let last = words.length - 1
  while (last > 0 && !words[last]!.letters) last--
  for (let i = last; i > last - 4 && i > 2; i--) {
    if (!is(words[i], 'reporting') || is(words[i - 1], 'be')) continue
    const comma = behind(words, i, 8, (w) => w.text === ',')
    return comma >= 0 && !words.slice(comma + 1, i).some((w) => is(w, 'author') || is(w, 'self')) && i - comma > 1
  }
  return false
}

/** The first word of a kind after `from`, at most `reach` words on, within the same clause or up to a full stop; -1 is none. */
export function ahead(words: readonly Word[], from: number, reach: number, test: (word: Word, i: number) => boolean, stop = ';.:'): number {
  for (let i = from + 1; i < words.length && i <= from + reach; i++) {
    if (!words[i]!.letters && stop.includes(words[i]!.text)) return -1
    if (test(words[i]!, i)) return i
  }
  return -1
}

/** The same, backwards. */
export function behind(words: readonly Word[], from: number, reach: number, test: (word: Word, i: number) => boolean, stop = ';.:'): number {
  for (let i = from - 1; i >= 0 && i >= from - reach; i--) {
    if (!words[i]!.letters && stop.includes(words[i]!.text)) return -1
    if (test(words[i]!, i)) return i
  }
  return -1
}

/** What makes a statement about the author worthless: nothing, a hedge, a condition, an intention. */
export function weakness(view: View, words: readonly Word[]): DisclosureDefect | undefined {
  if (view.hedge >= 0 || words.some((w) => is(w, 'caveat'))) return 'hedged'
  if (view.conditional && !words.some((w, i) => is(w, 'default') && !(w.text === 'if any' && i === 0))
    && !opensDefault(words)) return 'conditional'
  if (view.intent >= 0 && !deniedBoth(view, words)) return 'intention'
  return undefined
}

/** "Unless the text says so", "if not otherwise mentioned": what holds by default. */
function opensDefault(words: readonly Word[]): boolean {
  if (!/^(?:unless|if not|except|save|where)$/.test(words[0]?.text ?? '')) return false
  const end = words.findIndex((w) => w.text === ',')
  return words.slice(1, end < 0 ? 8
    : end).some((w) => /^(?:stated|noted|disclosed|mentioned|indicated|specified|declared|said|says|states|notes)$/.test(w.text))
}

/** "Neither holds nor intends to buy": what is held is denied as well. */
function deniedBoth(view: View, words: readonly Word[]): boolean {
  return view.negated && words.some((w, i) => i < view.intent && i > view.intent - 5 && i > view.subject.at && is(w, 'own'))
    && /^(?:nor|or|and)$/.test(words[view.intent - 1]?.text ?? '')
}

/** A denial of a value, with the parts that can spoil it. */
export function defect(value: DisclosureDefect | undefined): { readonly defect?: DisclosureDefect } {
  return value ? { defect: value } : {}
}
