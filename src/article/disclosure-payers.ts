import { ahead, behind, is, type Reader } from './disclosure-readings.ts'
import type { Word } from './disclosure-words.ts'

/** "This is a sponsored article", "a paid advertisement on behalf of …", "… was paid for by …". */
export function sponsoredText(words: readonly Word[], i: number): boolean {
  if (words[i]!.text === 'paid for by') return words[i + 1] !== undefined
  if (!/^(?:paid|sponsored|paid-for)$/.test(words[i]!.text)
    || behind(words, i, 6, (w) => is(w, 'be') || w.text === 'is part of') < 0) return false
  return /^(?:article|post|content|advertisement|advertorial|promotion|feature|story|press release|partnership)$/.test(words[i + 1]?.text
    ?? '') || (words[i + 1]?.text === 'by' && words[i]!.text === 'sponsored')
}

const PURPOSE = /^(?:coverage|advertising|advertisement|sponsorship|awareness|campaign|promotion|promoting|profile|marketing|article|report|note|research|dissemination|services|publication|content|placement|newsletter|feature|writing|producing|commissioned|it|interview|story|post|creation|distribution|production|issue|edition|episode|podcast|video|page)$/

/** Whether a party with an interest pays here: somebody other than the outlet, to the outlet or for the piece. */
export function pays({ words, views }: Reader, i: number): boolean {
  const word = words[i]!
  const view = views[i]!
  if (word.text === 'commissioned'
    || word.text === 'sponsored') return /^(?:this|the|by|our)$/.test(words[i + 1]?.text ?? '')
    && ahead(words, i, 8, (w) => is(w, 'text') || w.capital || PURPOSE.test(w.text)) >= 0
  const passive = is(words[i - 1], 'be') || is(words[i - 2], 'be') || /^(?:get|gets|got|getting)$/.test(words[i - 1]?.text ?? '')
    || word.text.startsWith('been ') || (is(words[i - 1], 'have') && word.text.startsWith('been'))
  if (passive) {
    // "well funded, with $6 million in the bank": money somebody has, unless it is for the piece
    if (/^(?:funded|bankrolled|underwritten|engaged|hired)$/.test(word.text)
      && ahead(words, i, 14, (w) => PURPOSE.test(w.text) || (is(w, 'text') && !is(w, 'demonstrative'))) < 0
      && !is(words[view.subject.at], 'text')) return false
    const by = ahead(words, i, 14, (w) => w.text === 'by' || w.text === 'from')
    const payer = by >= 0 && !!words[by + 1]
      && (words[by + 1]!.capital || words.slice(by + 1, by + 5).some((w) => is(w, 'third')) || is(words[by + 1], 'demonstrative'))
    const amount = ahead(words, i, 6,
      (w) => /^[$€£]?\d|^[a-z]{0,3}\$\d|^(?:dollars|usd|cad|pounds|euros|rupees|francs|yen|cash)$/.test(w.text)) >= 0
    if (view.subject.speaker === 'employer') return false
    // "I was paid $2,140 when the case was settled": for nothing that is written here
    const earned = amount
      && (words.filter((w, j) => j > i && w.letters).length <= 5 || words.some((w) => is(w, 'client'))
      || ahead(words, i, 24, (w, j) => PURPOSE.test(w.text) || (w.text === 'for' && is(words[j + 1], 'demonstrative'))) >= 0)
    // "has been paid to produce this note"
    const task = words[i + 1]?.text === 'to' && ahead(words, i, 6, (w) => is(w, 'text') && !is(w, 'demonstrative')) >= 0
    return (payer || earned || task) && view.subject.speaker !== 'third' && view.subject.speaker !== 'text'
      || (view.subject.speaker === 'text' && /^(?:for|by)$/.test(words[i + 1]?.text ?? ''))
  }
  if (view.subject.speaker === 'employer') return false
  if (view.subject.speaker === 'author' && !is(words[i], 'paid')) return false
  if (view.subject.speaker === 'author') return false
  return ahead(words, i, 14,
    (w) => is(w, 'compensation') || (is(w, 'self') && w.text === 'us') || is(w, 'author') || PURPOSE.test(w.text)) >= 0
}

/** Pay by another name: "Paid for by X", "covered the cost of this report", "our fee was met by X", "given tokens in exchange for this review". */
export function bargain(words: readonly Word[], i: number): boolean {
  const word = words[i]!
  const piece = (from: number, reach: number) => ahead(words, from, reach,
    (w) => PURPOSE.test(w.text) || (is(w, 'text') && !is(w, 'demonstrative'))) >= 0
  if (i === 0 && /^(?:paid for by|sponsored|sponsored by|commissioned|commissioned by|funded by|supported by)$/.test(word.text)) return word.text.endsWith('by') ? words[1]?.capital === true : words[1]?.text === 'by' && words[2]?.capital === true
  if (/^(?:covered|met|bore|covers|meets|bears|defrayed)$/.test(word.text)) {
    if (is(words[i - 1], 'be')) return words[i + 1]?.text === 'by'
      && behind(words, i, 10, (w) => /^(?:fees?|costs?|expenses)$/.test(w.text)) >= 0
      && (behind(words, i, 12, (w) => is(w, 'self') || is(w, 'text')) >= 0)
    return ahead(words, i, 3, (w) => /^(?:costs?|expenses|fees?)$/.test(w.text)) >= 0 && piece(i, 10)
  }
  const swap = words.findIndex((w, j) => w.text === 'in' && /^(?:exchange|return|lieu)$/.test(words[j + 1]?.text ?? ''))
  if (swap < 0) return false
  const gift = ahead(words, i, 7, (w) => is(w, 'security') || is(w, 'compensation')) >= 0
  if (/^(?:given|granted|issued|awarded|provided|sent|gave)$/.test(word.text)
    && gift) return piece(swap, 8) && words.some((w) => is(w, 'author') || is(w, 'self'))
  return is(word, 'receive') && (gift || words[swap + 1]!.text === 'lieu')
    && ahead(words, swap, 6, (w) => is(w, 'compensation') || PURPOSE.test(w.text) || is(w, 'text')) >= 0
}

/** A sum of money right after word `i`: "$8,500", "USD 8,500", "20,000 dollars". */
export function sumAfter(words: readonly Word[], i: number): boolean {
  for (let j = i + 1; j <= i + 3; j++) {
    const text = words[j]?.text ?? ''
    if (/^[a-z]{0,3}[$€£]\d/.test(text)
      || (/^\d/.test(text) && (MONEY.test(words[j + 1]?.text ?? '') || MONEY.test(words[j - 1]!.text)))) return true
  }
  return false
}

const MONEY = /^(?:dollars|usd|cad|aud|eur|gbp|chf|inr|rs|euros?|pounds|rupees|francs|yen|thousand|million|lakh)$/

/** Whether the pay that word `i` speaks of comes from somebody covered, or is for the piece. */
export function payerNear({ words }: Reader, i: number): boolean {
  if (behind(words, i, 4, (w, j) => w.text === 'which' && words[j - 1]?.text === 'for') >= 0) return true
  if (behind(words, i, 16, (w, j) => w.text === 'in' && /^(?:exchange|return|lieu)$/.test(words[j + 1]?.text ?? '')) >= 0) return true
  const from = ahead(words, i, 14,
    (w, j) => /^(?:from|by)$/.test(w.text) && !!words[j + 1]
      && (words[j + 1]!.capital || is(words[j + 1], 'third') || is(words[j + 2], 'third')))
  return from >= 0 || ahead(words, i, 10, (w, j) => w.text === 'for' && ahead(words, j, 5, (x) => PURPOSE.test(x.text)) >= 0) >= 0
    || ahead(words, i, 4, (w, j) => w.text === 'as' && is(words[j + 1], 'compensation')) >= 0
    || ahead(words, i, 4, (w, j) => w.text === 'in' && /^(?:exchange|return)$/.test(words[j + 1]?.text ?? '')) >= 0
}
