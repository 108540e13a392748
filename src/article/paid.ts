import type { Article } from './article.ts'
import { isEditorial } from './editorial.ts'
import type { Sentence } from './facts.ts'
import type { Hits } from './signal-words.ts'
import type { Signals } from './signals.ts'
import type { Voices } from './voices.ts'

/** The text itself: what may be said to be paid for. "The report was paid for by a lobby" is another one. */
const THIS_TEXT = /\b[Tt]his (?:\p{L}+ )?(?:article|post|story|piece|content|video|newsletter|column|page|advertisement|advertorial|communication|promotion)\b/u
/** Its author or publisher, who may be said to be paid for it. `US` is a country. */
const DISCLOSER = /\b(?:[Tt]he|[Tt]his|[Oo]ur) (?:author|writer|publisher|outlet|site|website)s?\b|\b(?:[Ww]e|[Oo]ur|I|[Mm]y)\b/u
/** What others do too: "the two firms, in partnership with a bank". */
const ONLY_OF_TEXT: ReadonlySet<string> = new Set(['in partnership with', 'brought to you by'])

/** Affiliate programmes as links show them: a parameter, or a redirect of a network. */
const AFFILIATE = /[?&](?:aff(?:iliate)?(?:_?id)?|affid|ref(?:erral|errer|_?id|code)?|partner(?:_?id)?|clickref|irclickid|aff_sub|btag|a_aid|tag)=|[/.](?:awin1|anrdoezrs|shareasale|impact|go2cloud|partnerize|pxf)\.|\/aff_c\?|utm_medium=(?:affiliate|paid|sponsored)/i

/** Adds what says that the text is paid for: labels, statements, denials, affiliate links. */
export function findPaid(article: Article, hits: readonly (Hits | undefined)[], signals: Signals, voices: Voices): void {
  const firstOf = new Map<number, Sentence>()
  for (const sentence of article.sentences) {
    if (!isEditorial(sentence.role)) continue
    if (!firstOf.has(sentence.blockIndex)) firstOf.set(sentence.blockIndex, sentence)
    const found = hits[sentence.index]?.paid
    if (found?.length) readSentence(sentence, found, signals, voices)
  }
  for (const disclosure of article.disclosures) {
    if (disclosure.element !== 'compensation' || disclosure.defect) continue
    if (disclosure.value === 'paid' && isOtherPay(disclosure.sentence, disclosure.words.from, disclosure.words.to)) continue
    const kind = disclosure.value === 'paid' ? 'paid' : 'paid-denial'
    if (signals.in(kind, disclosure.sentence).length > 0) continue
    signals.add(kind, disclosure.sentence, disclosure.words.from, disclosure.words.to)
  }
  article.blocks.forEach((block, index) => {
    const sentence = firstOf.get(index)
    if (!sentence || !isEditorial(article.roles[index]!)) return
    for (const mark of block.marks) {
      if (mark.kind === 'link' && mark.url && mark.to > mark.from && AFFILIATE.test(mark.url)) signals.add('affiliate', sentence, mark.from, mark.to)
    }
  })
}

/** Work that is no text: who is paid for it by a company has an interest in it, and discloses that. */
const SERVICES = /\b(?:investment[- ]banking|underwriting|broking|brokerage|corporate[- ]finance|market[- ]making|bookrunning|placement agent|lending|legal|audit(?:ing)?|non-investment[- ]banking)\b/i
const PROMOTION = /\b(?:promot\w+|marketing|advertis\w+|awareness|investor relations|publi(?:city|cation|sh\w*)|coverage|sponsor\w*)\b/i

/** Whether pay is for something else than the text: banking services, or a company that is "well funded". */
function isOtherPay({ block, text }: Sentence, from: number, to: number): boolean {
  const words = block.prose.text.slice(from, to)
  if (/^funded$/i.test(words)) return !/^\sby\b/u.test(block.prose.text.slice(to, to + 4))
  return SERVICES.test(text) && !PROMOTION.test(text) && !THIS_TEXT.test(text)
}

function readSentence(sentence: Sentence, found: Hits['paid'], signals: Signals, voices: Voices): void {
  const { block: { prose: { text } }, from } = sentence
  for (const { from: at, to: end, value } of found) {
    if (voices.isOthers(sentence, at, end)) continue
    if (value === 'label') {
      if (isLabel(sentence, at, end)) signals.add('paid', sentence, at, end)
    } else if (value === 'statement' || value === 'statement-if') {
      const opens = sentence.text.slice(0, at - from).trim() === '' && value === 'statement-if' && isLabel(sentence, at, end)
      const about = THIS_TEXT.test(sentence.text) || (!ONLY_OF_TEXT.has(text.slice(at, end).toLowerCase()) && DISCLOSER.test(sentence.text))
      if (voices.isNegated(sentence, at)) {
        if (about) signals.add('paid-denial', sentence, at, end)
      } else if (opens || value === 'statement' || about) signals.add('paid', sentence, at, end)
    } else if (value === 'denial' && (THIS_TEXT.test(sentence.text) || DISCLOSER.test(sentence.text))) signals.add('paid-denial', sentence, at, end)
  }
}

/** A label that is a line of its own has no more words than this. */
const LINE_OF_WORDS = 8

/**
 * A label stands for itself: `Sponsored.`, `Ad: …`, `#ad`, `Sponsored by Norland`. "Sponsored athletes" and "ad spending" are none,
 * and `Advertisement` alone between paragraphs is a slot of the page, so it counts only at the top.
 */
function isLabel({ block, blockIndex, text: words, from: start }: Sentence, from: number, to: number): boolean {
  const text = block.prose.text
  if (text[from] === '#') return true
  const label = text.slice(from, to)
  const opens = text.slice(0, from).trim() === '' || (from === start && /^[\p{Lu}#]/u.test(words))
  if (!opens || !/^\p{Lu}/u.test(label)) return false
  const after = text.slice(to, to + 12)
  if (/^\s*$/u.test(after)) return !/^(?:ad|advertisement|promoted)$/i.test(label) || blockIndex <= 1
  if (/^\s?(?:[.:|–—]|-\s)/u.test(after)) return true
  // Without a mark behind it a label is a line of its own: "Sponsored by two senators, the bill would …" is a sentence.
  const isLine = words.split(/\s+/u).length <= LINE_OF_WORDS && !/[,;]/u.test(words)
  return isLine && (/^\s(?:by|content|post|on behalf of)\b/u.test(after) || /\bby$/i.test(label) || /^(?:paid|sponsored) \p{L}/iu.test(label))
}
