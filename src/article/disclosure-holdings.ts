import type { View } from './disclosure-clauses.ts'
import { holdingAt } from './disclosure-having.ts'
import { ahead, behind, defect, is, type Reader, speaks, weakness } from './disclosure-readings.ts'
import { inCapitals, type Word } from './disclosure-words.ts'

/** Finds statements about the discloser's current holdings: verb and object, passive, fragment, "long X", "sold out". */
export function readHoldings(reader: Reader): void {
  const { statement, words, views, found } = reader
  let done = -1
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    if (view.clause === done || word.quoted) continue
    // "My employer has no position, and nor do I", "may not hold its shares, and none does"
    if (statement.inPosition && deniedToo(words, i) && words.slice(0, i).some((w, j) => is(w, 'haveable') && views[j]!.negated)) {
      found({ element: 'holdings', value: 'none', at: i, scope: 'all', subject: { speaker: 'author', at: i, name: '', relative: false } })
      continue
    }
    // "I have no position, but funds I manage do."
    if (is(word, 'do') && i > 3 && !words[i + 1]?.letters && !view.negated && speaks(view, reader) && view.subject.speaker === 'author'
      && views[0]!.clause !== view.clause && words.slice(0, i).some((w, j) => is(w, 'haveable') && views[j]!.negated)) {
      found({ element: 'holdings', value: 'some', at: i, subject: view.subject })
      continue
    }
    if (owningExcepted(reader, i)) {
      found({ element: 'holdings', value: 'some', at: i, subject: views.find((v) => v.subject.speaker === 'author')!.subject })
      continue
    }
    const kind = holdingAt(reader, i)
    if (!kind || behind(words, i, 8, (w) => w.text === 'whether') >= 0 || recommends(words, i, view)) continue
    const { speaker } = view.subject
    // "Norland sold its stake and holds no shares now": a company's own affairs.
    if (speaker === 'name' && words.some((w, j) => j <= i && w.text === 'sold its')) continue
    // "Staff are barred from owning shares" is a rule of the house, not what is held.
    if (words.some((w) => /^(?:barred|banned|prohibited|forb)/.test(w.text))) continue
    if (speaker === 'employer' || words.slice(0, Math.max(0, view.verb)).some((w) => is(w, 'owned') && w.text.includes('parent'))) continue
    if (is(word, 'holder')
      && ahead(words, i, 3, (w, j) => is(w, 'outlet') && /^(?:this|our|the)$/.test(words[j - 1]?.text ?? '')) >= 0) continue
    const spoiled = weakness(view, words) ?? thresholdAt(words, views, i)
    const own = is(words[view.verb], 'own') || is(words[view.verb], 'have')
    if (spoiled === 'intention' && own && /^(?:have|has|having|with)$/.test(words[view.intent - 1]?.text ?? '')) continue
    const able = !view.negated && behind(words, i, 5, (w, j) => w.text === 'can' && views[j]!.clause === view.clause) >= 0
    const denied = kind === 'sold' || (view.negated)
    const except = denied ? words.findIndex((w, j) => is(w, 'exception') && Math.abs(j - i) <= 30) : -1
    const cut = except >= 0 && words[except + 1] !== undefined && !is(words[except + 1], 'default')
      && !/^(?:as|where|stated|disclosed|through)$/.test(words[except + 1]!.text)
    done = view.clause
    if (cut) {
      found({ element: 'holdings', value: 'some', at: except, subject: view.subject })
      found({ element: 'holdings', value: 'none', at: i, defect: 'contradicted', subject: view.subject })
      continue
    }
    // "The companies described are held in our portfolio" means all of them.
    const wholly = is(word, 'ownParticiple') && words[i + 1]?.text === 'in'
    const reversed = !denied && (view.double || (!wholly && unnamed(words, i, statement.label.length > 0)))
    // "no position in most of the companies": the others are left open
    const some = denied
      && ahead(words, i, 5,
      (w, j) => /^(?:most|some|many|several|half|part)$/.test(w.text) && /^(?:in|of)$/.test(words[j - 1]?.text ?? '')) >= 0
    const sizeable = denied && /^(?:material|significant|substantial|large|meaningful|controlling|major)$/.test(words[i - 1]?.text ?? '')
      && !is(words[i], 'tie')
    const what = spoiled ?? (some ? 'partial' : sizeable ? 'threshold' : undefined) ?? (able ? 'hedged' : undefined)
      ?? (reversed ? 'polarity' : undefined)
    found({ element: 'holdings', value: denied ? 'none' : 'some', at: i, ...defect(what), subject: view.subject,
      ...(denied ? { scope: scopeOf(words, i) } : {}) })
  }
}

/** Finds what the discloser means to do, which says nothing about what is held now. */
export function readIntentions(reader: Reader): void {
  const { words, views, found } = reader
  for (let i = 0; i < words.length; i++) {
    const view = views[i]!
    const open = is(words[i], 'hedge') && is(words[i + 1], 'trade')
    const will = /^(?:will|shall)$/.test(words[i]!.text) && (is(words[i + 1], 'trade') || is(words[i + 2], 'trade'))
    if (!(open || will || is(words[i], 'intent')) || words[i]!.quoted || view.subject.speaker !== 'author') continue
    const deal = ahead(words, i, 4,
      (w) => is(w, 'trade') || /^(?:buying|selling|purchasing|adding|trading|acquiring|opening|initiating|exiting)$/.test(w.text)) >= 0
        || will || /^will (?:buy|sell|initiate)$/.test(words[i]!.text)
    const object = words.slice(i).some((w) => is(w, 'haveable') || is(w, 'discussed') || w.ticker || (w.capital && w.letters)
      || /^(?:at any time|from time to time|without notice|within)$/.test(w.text))
    if (deal && object) return found({ element: 'holdings', value: 'none', at: i, defect: open ? 'hedged' : 'intention',
      subject: view.subject })
  }
}

/** "We don't advise buying, selling or holding any of the shares": what is held is the reader's. */
function recommends(words: readonly Word[], i: number, view: View): boolean {
  const own = words[view.verb]?.text
  const gerund = own === 'holding' || own === 'owning' ? view.verb : behind(words, i, 5, (w) => w.text === 'holding' || w.text === 'owning')
  return gerund >= 0 && behind(words, gerund, 8, (w) => is(w, 'recommend') || w.text === 'buying' || w.text === 'selling') >= 0
}

/** A share that is denied or admitted beyond a size only: "not more than 1% of the stock". */
function thresholdAt(words: readonly Word[], views: readonly View[], i: number): 'threshold' | undefined {
  const limit = (w: Word, j: number) => is(w, 'threshold') && !/^(?:above)$/.test(w.text) && sized(words, j)
  const sizes = (w: Word, j: number) => limit(w, j) || (/^(?:above)$/.test(w.text) && sized(words, j))
    || ((w.text === 'and above' || w.text === 'or more') && /^(?:\d|per|cent|percent|%|one)/.test(words[j - 1]?.text ?? ''))
  const at = ahead(words, i, 10, sizes)
  const before = behind(words, i, 7, sizes)
  const where = at >= 0 && views[at]!.clause === views[i]!.clause ? at : before
  if (where < 0
    || !views[i]!.negated
    && !/^(?:less than|below|under|exceed|exceeds|no more than|not exceeding|smaller than)$/.test(words[where]!.text)) return undefined
  return /financial interest|beneficial interest/.test(words[i]!.text) && where > i + 4 ? undefined : 'threshold'
}

function sized(words: readonly Word[], at: number): boolean {
  return /^[$€£]?\d|^(?:one|two|five|ten|a)$|%$/.test(words[at + 1]?.text ?? '')
}

/** `nor do I`, `neither does the author`, `and none does`, at the end of its clause. */
function deniedToo(words: readonly Word[], i: number): boolean {
  const { text } = words[i]!
  if (text === 'none') return is(words[i + 1], 'do') && !words[i + 2]?.letters
  if (text !== 'nor' && text !== 'neither') return false
  const verb = is(words[i + 1], 'do') || is(words[i + 1], 'have')
  const who = words[i + 2]?.text === 'the' ? words[i + 3] : words[i + 2]
  const end = words[i + (words[i + 2]?.text === 'the' ? 4 : 3)]
  return verb && (is(who, 'self') || is(who, 'author')) && !end?.letters
}

/** "Aside from owning the stock, the author has no connection": what is excepted is admitted. */
function owningExcepted({ words, views }: Reader, i: number): boolean {
  if (!/^(?:owning|holding|possessing)$/.test(words[i]!.text) || !is(words[i - 1], 'exception')) return false
  const object = ahead(words, i, 5, (w) => is(w, 'haveable') || w.ticker || (w.capital && w.kinds.size === 0))
  return object >= 0 && views.some((v) => v.subject.speaker === 'author')
}

/** An admission that names nothing: "has securities of, or affiliations with, the organizations covered". */
export function unnamed(words: readonly Word[], i: number, labelled: boolean): boolean {
  if (labelled) return false
  const rest = words.slice(i + 1)
  if (words.some((w, j) => j !== 0 && w.letters && w.capital && j >= i) && !inCapitals(words)) return false
  if (rest.some((w) => w.ticker || /^\d/.test(w.text)) || words.slice(0, i).some((w) => /^\d/.test(w.text))) return false
  const vague = rest.some((w) => is(w, 'discussed')
    || /^(?:organizations|organisations|companies|issuers|firms|names|securities|related)$/.test(w.text))
  return vague && !/^(?:long|short|bitcoin|ether|ethereum|crypto)/.test(words[i]!.text)
    && !rest.some((w) => /^(?:both|all|each|these|this|every)$/.test(w.text))
}

function scopeOf(words: readonly Word[], i: number): 'all' | 'listed' {
  const from = Math.max(0, i - 6)
  const near = words.slice(from, i + 16)
  if (near.some((w) => (is(w, 'discussed') && !/^(?:above|here|herein)$/.test(w.text))
    || /^(?:any|either|anything|other|nothing|none|related|whatsoever)$/.test(w.text))) return 'all'
  const listed = words.slice(i + 1).some((w) => (w.letters && w.capital && !is(w, 'self')) || w.ticker)
    || near.some((w) => /^(?:two|three|four|first|second|it)$/.test(w.text))
  return listed && !inCapitals(words) ? 'listed' : 'all'
}
