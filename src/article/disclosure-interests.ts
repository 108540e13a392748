import { ahead, behind, defect, is, reported, saidByAnother, speaks, weakness, type Reader } from './disclosure-readings.ts'
import { isFinite, type View } from './disclosure-clauses.ts'
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
    if (is(word, 'do') && i > 3 && !words[i + 1]?.letters && !view.negated && speaks(view, reader) && view.subject.speaker === 'author' && views[0]!.clause !== view.clause && words.slice(0, i).some((w, j) => is(w, 'haveable') && views[j]!.negated)) {
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
    if (is(word, 'holder') && ahead(words, i, 3, (w, j) => is(w, 'outlet') && /^(?:this|our|the)$/.test(words[j - 1]?.text ?? '')) >= 0) continue
    const spoiled = weakness(view, words) ?? thresholdAt(words, views, i)
    const own = is(words[view.verb], 'own') || is(words[view.verb], 'have')
    if (spoiled === 'intention' && own && /^(?:have|has|having|with)$/.test(words[view.intent - 1]?.text ?? '')) continue
    const able = !view.negated && behind(words, i, 5, (w, j) => w.text === 'can' && views[j]!.clause === view.clause) >= 0
    const denied = kind === 'sold' || (view.negated)
    const except = denied ? words.findIndex((w, j) => is(w, 'exception') && Math.abs(j - i) <= 30) : -1
    const cut = except >= 0 && words[except + 1] !== undefined && !is(words[except + 1], 'default') && !/^(?:as|where|stated|disclosed|through)$/.test(words[except + 1]!.text)
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
    const some = denied && ahead(words, i, 5, (w, j) => /^(?:most|some|many|several|half|part)$/.test(w.text) && /^(?:in|of)$/.test(words[j - 1]?.text ?? '')) >= 0
    const sizeable = denied && /^(?:material|significant|substantial|large|meaningful|controlling|major)$/.test(words[i - 1]?.text ?? '') && !is(words[i], 'tie')
    const what = spoiled ?? (some ? 'partial' : sizeable ? 'threshold' : undefined) ?? (able ? 'hedged' : undefined) ?? (reversed ? 'polarity' : undefined)
    found({ element: 'holdings', value: denied ? 'none' : 'some', at: i, ...defect(what), subject: view.subject, ...(denied ? { scope: scopeOf(words, i) } : {}) })
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
    const deal = ahead(words, i, 4, (w) => is(w, 'trade') || /^(?:buying|selling|purchasing|adding|trading|acquiring|opening|initiating|exiting)$/.test(w.text)) >= 0 || will || /^will (?:buy|sell|initiate)$/.test(words[i]!.text)
    const object = words.slice(i).some((w) => is(w, 'haveable') || is(w, 'discussed') || w.ticker || (w.capital && w.letters) || /^(?:at any time|from time to time|without notice|within)$/.test(w.text))
    if (deal && object) return found({ element: 'holdings', value: 'none', at: i, defect: open ? 'hedged' : 'intention', subject: view.subject })
  }
}

/** "We don't advise buying, selling or holding any of the shares": what is held is the reader's. */
function recommends(words: readonly Word[], i: number, view: View): boolean {
  const own = words[view.verb]?.text
  const gerund = own === 'holding' || own === 'owning' ? view.verb : behind(words, i, 5, (w) => w.text === 'holding' || w.text === 'owning')
  return gerund >= 0 && behind(words, gerund, 8, (w) => is(w, 'recommend') || w.text === 'buying' || w.text === 'selling') >= 0
}

/** In which construction a holding is spoken of at word `i`, or undefined. */
function holdingAt(reader: Reader, i: number): 'active' | 'passive' | 'fragment' | 'sold' | undefined {
  const { statement, words, views } = reader
  const word = words[i]!
  const view = views[i]!
  const verb = words[view.verb]
  if (view.notOnly) return undefined
  if (is(word, 'soldOut') && speaks(view, reader) && view.subject.speaker !== 'none') {
    const clears = !/^(?:half|some|part|most)$/.test(words[i + 1]?.text ?? '')
    return clears && ahead(words, i, 12, (w) => w.text === 'no longer' || /^(?:positions?|shares?|holdings?|stake|entire|units?|tokens?|coins?|bonds?|it|them)$/.test(w.text)) >= 0 ? 'sold' : undefined
  }
  // "my exposure to the sector is nil"
  if (is(word, 'haveable') && view.subject.speaker === 'author' && !view.negated && speaks(view, reader)) {
    const predicate = ahead(words, i, 9, (w) => is(w, 'be'))
    if (predicate >= 0 && /^(?:nil|zero|none|nonexistent|non-existent|0)$/.test(words[predicate + 1]?.text ?? '') && behind(words, predicate, predicate - i, (w) => is(w, 'own') || is(w, 'have')) < 0) return 'sold'
  }
  // "75,000 shares …, all of which we still hold"
  if (is(word, 'own') && (is(words[i - 1], 'self') || is(words[i - 2], 'self') || is(words[i - 1], 'author') || (statement.inPosition && /^(?:it|they|he|she)$/.test(words[i - (/^(?:still|now|currently|also)$/.test(words[i - 1]?.text ?? '') ? 2 : 1)]?.text ?? ''))) && behind(words, i, 4, (w) => w.text === 'which' || w.text === 'that') >= 0 && words.slice(0, i - 2).some((w) => is(w, 'haveable'))) return 'active'
  // "I own some of this one"
  if (/^(?:some|any|part|several|most|all|both|plenty|lots|bits|few|bit|little)$/.test(word.text) && words[i + 1]?.text === 'of' && is(verb, 'own') && i - view.verb <= 2 && view.subject.speaker === 'author' && /^(?:it|them|this|these|those|the)$/.test(words[i + 2]?.text ?? '')) return 'active'
  if (is(word, 'long') && !is(word, 'security')) {
    const stated = is(words[i - 1], 'be') || (is(words[i - 1], 'be') && is(words[i - 2], 'self')) || (i === 0 && statement.label.length > 0) || words[i - 1]?.text === 'also' || words[i - 1]?.text === 'currently' || words[i - 1]?.text === 'not'
    const next = words[i + 1]
    const object = !!next && !/^(?:on|term|time|way|before|after|as|enough|ago|the|run)$/.test(next.text) || (next?.text === 'the' && is(words[i + 2], 'security'))
      || (next?.text === 'on' && (words[i + 2]?.ticker === true || words[i + 2]?.capital === true))
    if (stated && object && speaks(view, reader)) return 'active'
    if (stated && next && (next.text === 'the' || next.text === 'on') && speaks(view, reader) && view.subject.speaker === 'author') return 'active'
  }
  // "the fund run by the author had 3% of its assets in Arvel"
  if (/%$|^per ?cent$/.test(word.text) && is(verb, 'have') && view.subject.speaker === 'author' && !view.subject.relative && ahead(words, i, 4, (w) => /^(?:assets|portfolio|money|holdings|capital|savings)$/.test(w.text)) >= 0) return 'active'
  if (word.text === 'portfolio' && /^(?:my|our)$/.test(words[i - 1]?.text ?? '') && ahead(words, i, 3, (w) => /^(?:includes?|contains?|holds?|has|have)$/.test(w.text)) >= 0) return 'active'
  if (is(word, 'hold') && !(/^stakes?$/.test(word.text) && /^(?:a|an|the|at|its|his|her|their|no|any|my|our|of)$/.test(words[i - 1]?.text ?? '')) && speaks(view, reader) && view.subject.speaker !== 'none') return words[i + 1] ? 'active' : undefined
  // "The companies described are held in our portfolio"
  if (is(word, 'ownParticiple') && is(words[i - 1], 'be') && words[i + 1]?.text === 'in' && /^(?:my|our)$/.test(words[i + 2]?.text ?? '')) return 'active'
  if (is(word, 'holder') && speaks(view, reader) && (is(verb, 'be') || is(words[0], 'holder')) && behind(words, i, 8, (w, j) => j > view.verb && is(w, 'works')) < 0) return 'active'
  const security = is(word, 'security') || is(word, 'haveable') || (is(word, 'interest') && interested(words, i))
  if (security) {
    if (is(words[i + 1], 'licence') || is(words[i + 1], 'licensed')) return undefined
    const passive = ahead(words, i, 14, (w, j) => is(w, 'ownParticiple') && views[j]!.clause - view.clause <= 1 && passiveAt(words, j))
    if (passive >= 0 && !(verb && is(verb, 'own'))) {
      const agent = agentAfter(words, passive)
      return agent === 'author' || (agent === 'none' && statement.inPosition && views[passive]!.negated && !reported(words)) ? 'passive' : undefined
    }
    // "One share I do own is …": object first.
    const fronted = ahead(words, i, 4, (w, j) => is(w, 'own') && is(words[j - 1], 'self') || is(w, 'own') && words[j - 1]?.text === 'do' && is(words[j - 2], 'self'))
    if (fronted >= 0 && view.verb < 0) return 'active'
    if (!speaks(view, reader)) return undefined
    if (verb && governs(reader, view, i)) {
      if (view.subject.speaker === 'none' && view.verb > 1) return undefined
      if (is(verb, 'own')) return 'active'
      if (is(verb, 'have')) return is(word, 'haveable') || is(word, 'interest') ? 'active' : undefined
      if (/^(?:take|takes|took|taken)$/.test(verb.text) && is(word, 'haveable')) return 'active'
    }
    if (words[i - 1]?.text === 'without' || words[i - 2]?.text === 'without') return view.verb >= 0 && view.subject.speaker !== 'none' && is(word, 'haveable') ? 'active' : undefined
    const bareOwn = behind(words, i, 8, (w) => is(w, 'own') || w.text === 'have' || w.text === 'having')
    if (bareOwn >= 0 && views[bareOwn]!.clause === view.clause && view.subject.speaker !== 'none') return is(words[bareOwn], 'own') || is(word, 'haveable') ? 'active' : undefined
    // "Mara Quist (no positions)"
    const bracketed = view.subject.speaker === 'name' && view.verb < 0 && words.length <= 12 && view.negator > 0 && i - view.negator <= 3 && /^[(:,—–]$/.test(words[view.negator - 1]!.text) && !words.some(isFinite)
    if (bracketed && is(word, 'haveable') && statement.inPosition) return 'fragment'
    if (view.subject.speaker === 'none' && view.verb < 0) {
      const start = view.negator >= 0 && i - view.negator <= 4 && /^(?:no|neither|zero|none|without|nil|no longer)$/.test(words[view.negator]!.text) && opensFragment(words, view.negator)
      if (start && is(word, 'haveable') && statement.inPosition) return 'fragment'
      // "Declaration: 2,000 shares of Ostrey"
      const counted = statement.direct && i <= 2 && /^\d[\d.,]*$/.test(words[0]!.text) && statement.label.some((w) => /declar|disclos|holding|position|interest/.test(w.text)) && is(word, 'haveable')
      const admitted = (bareOwn === 0 && statement.inPosition) || counted
      return admitted ? 'fragment' : undefined
    }
    return undefined
  }
  // Objects that are no securities by name: "holds none of the names", "own it", "holds VNTK", "I hold nothing in".
  // "I bought the shares two years ago and still have them"
  if (is(verb, 'have') && i === view.verb + 1 && /^(?:it|them|both|most|all)$/.test(word.text) && !words[i + 1]?.letters && speaks(view, reader) && behind(words, view.verb, 20, (w) => is(w, 'security')) >= 0) return 'active'
  // "Interests: the author declares none"
  if (/^(?:declares?|declared)$/.test(verb?.text ?? '') && i === view.verb + 1 && /^(?:none|nothing)$/.test(word.text) && speaks(view, reader) && (statement.label.length > 0 || words.slice(0, i).some((w) => is(w, 'interest') || is(w, 'haveable')))) return 'active'
  if (is(verb, 'own') && view.verb < i && speaks(view, reader) && view.subject.speaker !== 'none') {
    const near = i - view.verb <= 4
    if (near && word.ticker && word.kinds.size === 0) return 'active'
    if (i === view.verb + 1 && /^(?:it|them|this|these|both|either)$/.test(word.text) && ahead(words, i, 3, (w) => QUALIFIES.test(w.text) || is(w, 'text') && !is(w, 'demonstrative')) < 0) return 'active'
    // "his wife owns 2,000", "holds the rest": of what was named before
    const rest = /^(?:rest|remainder|balance)$/.test(word.text) || (i === view.verb + 1 && /^\d[\d.,]*$/.test(word.text) && !words[i + 1]?.letters)
    if (near && rest && behind(words, view.verb, 30, (w) => is(w, 'haveable')) >= 0) return 'active'
    if (near && /^(?:none|nothing|neither)$/.test(word.text) && ahead(words, i, 4, (w) => is(w, 'licence') || is(w, 'tie')) < 0) return 'active'
    if (/%$|^percent$/.test(word.text) && near && view.subject.speaker === 'author' && ahead(words, i, 3, (w) => w.text === 'of' || w.text === 'in') >= 0) return 'active'
    if (ahead(words, i - 1, 7, (w) => is(w, 'licence') || is(w, 'licensed') || QUALIFIES.test(w.text)) >= 0) return undefined
    if (word.capital && i - view.verb <= 6 && word.kinds.size === 0 && words.slice(view.verb + 1, i).every((w) => AMOUNT.test(w.text)) && !inCapitals(words)) return 'active'
    if (i === view.verb + 1 && word.capital && !words[0]!.capital === false && word.kinds.size === 0 && view.subject.speaker !== 'third' && !inCapitals(words)) return 'active'
  }
  return undefined
}

/** What one can hold that is no holding. */
const QUALIFIES = /^(?:degree|phd|mba|ba|bsc|msc|cfa|cpa|cfp|bachelor|master|masters|designation|charter|certificate|doctorate|diploma|patent|patents|seat|post|title|office|copyright|view|views|opinion|opinions|rights|passport|credential|credentials|qualification)$/
const AMOUNT = /^(?:a|an|some|small|few|bit|little|bag|bags|amounts?|of|in|both|modest|large|tiny|only|stack|chunk|position|piece|also|any|no|not|lot|more|still|personally|currently|directly)$/

/** `interest` alone is a stake where something is done to or in it: "no interest in", "has an interest in". */
function interested(words: readonly Word[], i: number): boolean {
  if (words[i - 1]?.text === 'of' || is(words[i + 1], 'tie')) return false
  return words[i + 1]?.text === 'in' || /^(?:direct|indirect|financial|beneficial|material|no|any|personal)$/.test(words[i - 1]?.text ?? '')
}

/** Whether the clause's verb still reaches word `i`, and the word is its object. */
function governs({ words, views }: Reader, view: View, i: number): boolean {
  if (view.verb < 0 || view.verb >= i) return false
  const verb = words[view.verb]!
  if (is(verb, 'own') || is(verb, 'have')) {
    // "has a history of holding stocks", "holds a licence to sell shares": another object stands between.
    for (let j = view.verb + 1; j < i; j++) {
      if (is(words[j], 'licence') && words[j + 1]?.text !== 'and' && words[j + 1]?.text !== 'or' && words[j + 1]?.text !== ',') return false
      if (is(words[j], 'tie') && !words.slice(j, i).some((w) => /^(?:and|or|nor|,)$/.test(w.text))) return false
      if (/^(?:to|about|because|after|when)$/.test(words[j]!.text) && !is(words[j - 1], 'plan') && words[j + 1] !== undefined && !is(words[j + 1], 'negator') && j > view.verb + 1 && words[j]!.text !== 'to') return false
    }
    return views[i]!.clause === views[view.verb]!.clause || i - view.verb < 14
  }
  return /^(?:take|takes|took|taken)$/.test(verb.text)
}

function passiveAt(words: readonly Word[], j: number): boolean {
  return is(words[j - 1], 'be') || words[j + 1]?.text === 'by' || is(words[j - 2], 'be')
}

function agentAfter(words: readonly Word[], at: number): 'author' | 'other' | 'none' {
  const by = ahead(words, at, 6, (w) => w.text === 'by')
  if (by < 0) return 'none'
  return ahead(words, by, 8, (w) => is(w, 'author') || (is(w, 'self') && w.text !== 'mine') || is(w, 'analyst')) >= 0 ? 'author' : 'other'
}

/** Nothing but an opening before the negation: "No position", "Currently no position", "Holdings: none". */
function opensFragment(words: readonly Word[], at: number): boolean {
  let from = at
  while (from > 0 && !/^[:;(—–]$/.test(words[from - 1]!.text)) from--
  for (let i = from; i < at; i++) if (words[i]!.letters && !/^(?:currently|there|is|are|i|have|and|or|also|as|of|the|author|at|today|personally)$/.test(words[i]!.text) && !is(words[i], 'anchor') && !is(words[i], 'haveable') && !is(words[i], 'tie') && !is(words[i], 'negator') && !is(words[i], 'licence')) return false
  return true
}

/** A share that is denied or admitted beyond a size only: "not more than 1% of the stock". */
function thresholdAt(words: readonly Word[], views: readonly View[], i: number): 'threshold' | undefined {
  const limit = (w: Word, j: number) => is(w, 'threshold') && !/^(?:above)$/.test(w.text) && sized(words, j)
  const sizes = (w: Word, j: number) => limit(w, j) || (/^(?:above)$/.test(w.text) && sized(words, j)) || ((w.text === 'and above' || w.text === 'or more') && /^(?:\d|per|cent|percent|%|one)/.test(words[j - 1]?.text ?? ''))
  const at = ahead(words, i, 10, sizes)
  const before = behind(words, i, 7, sizes)
  const where = at >= 0 && views[at]!.clause === views[i]!.clause ? at : before
  if (where < 0 || !views[i]!.negated && !/^(?:less than|below|under|exceed|exceeds|no more than|not exceeding|smaller than)$/.test(words[where]!.text)) return undefined
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
function unnamed(words: readonly Word[], i: number, labelled: boolean): boolean {
  if (labelled) return false
  const rest = words.slice(i + 1)
  if (words.some((w, j) => j !== 0 && w.letters && w.capital && j >= i) && !inCapitals(words)) return false
  if (rest.some((w) => w.ticker || /^\d/.test(w.text)) || words.slice(0, i).some((w) => /^\d/.test(w.text))) return false
  const vague = rest.some((w) => is(w, 'discussed') || /^(?:organizations|organisations|companies|issuers|firms|names|securities|related)$/.test(w.text))
  return vague && !/^(?:long|short|bitcoin|ether|ethereum|crypto)/.test(words[i]!.text) && !rest.some((w) => /^(?:both|all|each|these|this|every)$/.test(w.text))
}

function scopeOf(words: readonly Word[], i: number): 'all' | 'listed' {
  const from = Math.max(0, i - 6)
  const near = words.slice(from, i + 16)
  if (near.some((w) => (is(w, 'discussed') && !/^(?:above|here|herein)$/.test(w.text)) || /^(?:any|either|anything|other|nothing|none|related|whatsoever)$/.test(w.text))) return 'all'
  const listed = words.slice(i + 1).some((w) => (w.letters && w.capital && !is(w, 'self')) || w.ticker) || near.some((w) => /^(?:two|three|four|first|second|it)$/.test(w.text))
  return listed && !inCapitals(words) ? 'listed' : 'all'
}

/** Finds statements about relations other than holdings and pay. */
export function readAffiliation(reader: Reader): void {
  const { statement, words, views, found } = reader
  const outside = reported(words)
  let done = -1
  const tell = (at: number, value: 'none' | 'some', view: View, what?: ReturnType<typeof weakness>) => {
    done = view.clause
    found({ element: 'affiliation', value, at, ...defect(what), subject: view.subject })
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    if (view.clause === done || word.quoted || view.notOnly || (outside && view.subject.speaker !== 'author' && view.subject.speaker !== 'employer')) continue
    const spoiled = weakness(view, words)
    if (is(word, 'employer') && /^(?:my|our)$/.test(words[i - 1]?.text ?? '') && ahead(words, i, 6, (w) => is(w, 'own') || is(w, 'have') || is(w, 'client') || is(w, 'do')) >= 0) {
      if (ahead(words, i, 4, (w) => is(w, 'negator')) >= 0) continue
      tell(i, 'some', view, spoiled ?? (view.negated ? undefined : 'partial'))
      continue
    }
    if (word.text === 'unaffiliated' && speaks(view, reader)) {
      tell(i, 'none', view, spoiled)
      continue
    }
    if (word.text === 'independent' && words[i + 1]?.text === 'of' && is(words[view.verb], 'be') && speaks(view, reader)) {
      tell(i, 'none', view, spoiled)
      continue
    }
    if (is(word, 'tie')) {
      // "Note on possible conflicts of interest: …" is what the note is called.
      if (view.verb < 0 && words[i + 1]?.text === ':' && !is(words[i + 2], 'nil') && words[i + 2]?.text !== 'yes') continue
      if (words[i - 1]?.text === 'affiliate' || is(words[i + 1], 'have') && /^(?:links?|connections?)$/.test(word.text)) continue
      const link = /^(?:links?|connected|linked|associated|association|connections?)$/.test(word.text)
      const verb = words[view.verb]
      const having = verb && (is(verb, 'have') || is(verb, 'own') || is(verb, 'be') || is(verb, 'do') || /^(?:maintain|declare|disclose|face)/.test(verb.text))
      const bare = view.subject.speaker === 'none' && view.negated && statement.inPosition && i - view.negator <= 8
      const passive = /^(?:none|text|third)$/.test(view.subject.speaker) && view.negated && statement.inPosition && !link && (view.verb < 0 || i < view.verb || /^(?:there|no)$/.test(words[0]!.text))
      const conflict = word.text.includes('conflict') && (statement.inPosition || speaks(view, reader))
      const arises = conflict && behind(words, i, 4, (w) => /^(?:rise|creates?|constitutes?|represents?|poses?|causes?|gives rise to)$/.test(w.text)) >= 0
      if ((speaks(view, reader) && ((having && view.subject.speaker !== 'none') || bare || coordinatedDenial(words, view, i))) || passive || (conflict && (arises || ((view.negated || /^(?:exists|exist|arises)$/.test(words[i + 1]?.text ?? '')) && view.subject.speaker !== 'third')))) {
        const adverse = !view.negated
        tell(i, adverse ? 'some' : 'none', view, spoiled ?? (adverse && (view.double || unnamed(words, i, false)) ? 'polarity' : undefined))
        if (view.negated) {
          const except = ahead(words, i, 14, (w) => is(w, 'exception'))
          if (except >= 0) found({ element: 'affiliation', value: 'some', at: except, subject: view.subject })
        }
      }
      continue
    }
    if (is(word, 'works') && /^(?:buying|selling|holding|you|anyone|clients|readers|against|on|that|free|now|decades|years|months|all|everyone)$|^\d/.test(words[i + 1]?.text ?? '')) continue
    if (is(word, 'works') && (speaks(view, reader) || (statement.inPosition && view.subject.speaker === 'name')) && (view.subject.speaker !== 'none' || statement.inPosition)) {
      if (/^(?:advise|advises|advised)$/.test(word.text) && (is(words[i + 1], 'reader') || words[i + 1]?.text === 'to' || words[i - 1]?.text === 'to' || is(words[i - 1], 'be') || !(view.negated || is(words[i - 1], 'have') || words[i + 1]?.capital || is(words[i + 1], 'third') || is(words[i + 2], 'third')))) continue
      if (word.text === 'on the board' || /^(?:sits on|sit on|serves on|serve on)$/.test(word.text) ? ahead(words, i, 8, (w) => w.text.startsWith('board') || w.text.startsWith('committee')) < 0 && word.text !== 'on the board' : false) continue
      if (word.text === 'employed' && ahead(words, i, 5, (w) => /^(?:by|at|with)$/.test(w.text)) < 0) continue
      if (/^(?:worked for|works for|work for|employed by|retained by)$/.test(word.text) && ownOutlet(words, i)) continue
      // "the board of the publisher"
      // "A director of the house owns …": who owns, not what he is
      if (word.text.endsWith(' of') && i <= 1 && view.verb < 0 && !view.negated) continue
      if (word.text.endsWith(' of') && ahead(words, i, 2, (w) => is(w, 'author') || is(w, 'outlet') || is(w, 'self')) >= 0) continue
      tell(i, view.negated ? 'none' : 'some', view, spoiled ?? (!view.negated && /affiliated|connected/.test(word.text) && unnamed(words, i, false) ? 'polarity' : undefined))
      continue
    }
    // "Hollis Media, which owns The Lamplighter, and the author …"
    if (/^(?:owns|publishes)$/.test(word.text) && view.subject.relative && view.subject.at <= 3 && words[i + 1]?.letters && statement.inPosition && words.some((w, j) => j > i && w.text === 'and' && (is(words[j + 1], 'author') || is(words[j + 2], 'author')))) {
      tell(i, 'some', view, spoiled)
      continue
    }
    // "Blockcourier's owner, Tern Holdings, has invested in …"
    if (is(word, 'proprietor') && words[i - 1]?.possessive && i <= 4 && words[i + 1]?.text === ',' && statement.inPosition && !view.negated) {
      tell(i, 'some', view, spoiled)
      continue
    }
    if (is(word, 'owned') && statement.inPosition && !view.negated && !(is(word, 'finite') && view.negated) && view.subject.speaker !== 'third' && !(i < view.verb || view.verb < 0 && ahead(words, i, 8, (w) => is(w, 'own')) >= 0)) {
      if (view.subject.speaker === 'name' || view.subject.speaker === 'author' || is(words[i - 1], 'outlet') || words[i - 1]?.possessive) tell(i, 'some', view, spoiled)
      continue
    }
    // "The publisher was acquired in 2021 by a group …"
    if (/^(?:acquired|bought)$/.test(word.text) && is(words[i - 1], 'be') && statement.inPosition && (is(words[view.subject.at], 'author') || is(words[view.subject.at], 'outlet')) && ahead(words, i, 6, (w) => w.text === 'by') >= 0) {
      tell(i, view.negated ? 'none' : 'some', view, spoiled)
      continue
    }
    // "Larkhill Capital, where the author is a partner"
    if (word.text === 'where' && statement.inPosition && words[i - 1]?.text === ',' && words[i - 2]?.capital && ahead(words, i, 3, (w) => is(w, 'author') || is(w, 'self')) >= 0 && ahead(words, i, 6, (w) => is(w, 'be') || is(w, 'works') || /^works?$/.test(w.text)) >= 0) {
      tell(i, 'some', view, spoiled)
      continue
    }
    // "sponsors this newsletter", "no bank owns us", "employs the author's husband"
    if (statement.inPosition && towardsUs(words, i)) {
      tell(i, view.negated ? 'none' : 'some', view, spoiled)
      continue
    }
    if (is(word, 'client') && statement.inPosition && related(reader, i)) tell(i, 'some', view, spoiled)
  }
}

/** A relation told from the other side: "sponsors us", "owns this site", "employs the author's husband", "is an investor in this website". */
function towardsUs(words: readonly Word[], i: number): boolean {
  const { text } = words[i]!
  const next = words[i + 1]
  if (/^(?:owns us|controls us)$/.test(text)) return true
  if (/^(?:sponsors|owns|controls|publishes|backs|funds)$/.test(text)) return /^(?:this|our|us)$/.test(next?.text ?? '') && (next!.text === 'us' || is(words[i + 2], 'outlet'))
  if (/^(?:employs|retains|hires)$/.test(text)) return ahead(words, i, 4, (w) => is(w, 'author') || is(w, 'self')) >= 0
  if (is(words[i], 'holder') || /^(?:investor in|stake in|shares in|an investor in this|a shareholder in this)$/.test(text)) return text.endsWith(' this') || ahead(words, i, 3, (w, j) => is(w, 'outlet') && /^(?:this|our)$/.test(words[j - 1]?.text ?? '')) >= 0
  return false
}

/** "no shares in, and no ties to": the denial is carried by its own `no`. */
function coordinatedDenial(words: readonly Word[], view: View, i: number): boolean {
  return view.negated && view.negator >= 0 && i - view.negator <= 3 && /^(?:no|nor|neither|any)$/.test(words[view.negator]!.text)
}

/** `works for The Grey Lantern`: the discloser's own outlet. Known only by "our", "this" and the like. */
function ownOutlet(words: readonly Word[], i: number): boolean {
  return /^(?:our|this|us)$/.test(words[i + 1]?.text ?? '')
}

/** A sponsor, advertiser or client of the outlet: "is an advertiser with us", "a sponsor of this newsletter". */
function related({ words, views, statement }: Reader, i: number): boolean {
  const word = words[i]!
  const view = views[i]!
  if (view.negated && i - view.negator < 4) return false
  if (/^(?:sponsors?|advertisers?|partner|customer|clients)$/.test(word.text) && /^(?:the|our|of|other)$/.test(words[i - 1]?.text ?? '') && !/^(?:of|is)$/.test(words[i + 1]?.text ?? '')) return false
  const predicate = is(words[view.verb], 'be') && i - view.verb <= 5
  const apposed = words[i - 2]?.text === ',' || words[i - 3]?.text === ','
  const verbal = word.text.includes('advertise') && word.text !== 'advertiser' && word.text !== 'advertisers'
  const next = words[i + 1]
  const branded = predicate && words[i - 1]?.capital === true && i - 1 > view.verb
  const ours = branded || verbal || /^(?:of|with|to|for|on|in|here)$/.test(next?.text ?? '') || words[i - 1]?.possessive === true || words[i - 1]?.text === 'our'
  if (word.text === 'partner') return false
  return (predicate || apposed || verbal) && ours && (view.subject.speaker === 'name' || view.subject.speaker === 'third' || statement.inPosition)
}

/** Finds the discloser's standing with a regulator. */
export function readLicences(reader: Reader): void {
  const { statement, words, views, found } = reader
  let done = -1
  const outside = reported(words)
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    if (view.clause === done || word.quoted || view.notOnly) continue
    const { speaker } = view.subject
    if (speaker === 'reader' || (outside && speaker !== 'author')) continue
    const spoiled = weakness(view, words)
    const verb = words[view.verb]
    let stated = false
    let denied = view.negated
    if (is(word, 'licensed')) {
      const un = is(word, 'unlicensed') || /^un/.test(word.text)
      const noun = words[i + 1]
      // "ask a licensed adviser": somebody else's licence.
      const elsewhere = behind(words, i, 5, (w) => is(w, 'consult') || (words[i - 1]!.letters && (w.text === 'from' || w.text === 'by' || w.text === 'under'))) >= 0 && behind(words, i, 5, (w, j) => is(w, 'be') && views[j]!.clause === view.clause) < 0
      const predicate = (is(verb, 'be') || is(words[i - 1], 'be')) && i - view.verb <= 12
      const apposed = (words[i - 1]?.text === ',' || words[i - 1]?.text === '(' || /^(?:a|an)$/.test(words[i - 1]?.text ?? '')) && statement.inPosition && (/^(?:name|author|none)$/.test(speaker) || (speaker === 'text' && words[i - 2]?.capital === true))
      const fragment = i <= 3 && (speaker === 'none' || speaker === 'name') && view.verb < 0 && statement.inPosition && !words.some((w, j) => j > i && isFinite(w))
      const ours = speaks(view, reader) || ((speaker === 'name' || speaker === 'author') && view.subject.relative && statement.inPosition && !outside) || (speaker === 'third' && statement.inPosition && firmItself(words, view))
      stated = !elsewhere && ((ours && (predicate || (apposed && !is(noun, 'professional')) || fragment)) || (speaker === 'text' && apposed))
      if (un && stated) denied = !view.negated
      if (noun?.text === 'trademark' || words[i + 1]?.text === 'under') stated = false
      // "Cryptoassets are unregulated": what is traded, not who writes
      const traded = words[view.verb - 1]
      if (predicate && speaker !== 'author' && traded && !(traded.capital && words[view.verb - 2]?.capital) && (is(traded, 'investing') || is(traded, 'security'))) stated = false
    } else if (is(word, 'licence')) {
      if (/^(?:creative|open|copyright|software|driving)$/.test(words[i - 1]?.text ?? '') || words[i - 1]?.text === 'commons') continue
      const held = !!verb && (is(verb, 'own') || is(verb, 'have') || is(verb, 'do')) && view.verb < i
      const carried = behind(words, i, 8, (w) => (is(w, 'own') && w.text !== 'held') || is(w, 'carry') || w.text === 'lacks' || w.text === 'lack') >= 0
      const active = speaks(view, reader) && speaker !== 'none' && (held || carried)
      const participle = ahead(words, i, 10, (w) => is(w, 'ownParticiple') || w.text === 'granted')
      const passive = participle >= 0 && agentAfter(words, participle) === 'author'
      const granted = statement.inPosition && /^(?:granted|issued|from|with|number|no|under)$/.test(words[i + 1]?.text ?? '') && ahead(words, i, 6, (w) => is(w, 'regulator')) >= 0
      const numbered = statement.inPosition && ahead(words, i, 3, (w) => /^(?:\d{3,}|in[ahpz]\d+|inh\d+)/.test(w.text), ';:') >= 0
      const fragment = view.negated && view.verb < 0 && speaker === 'none' && statement.inPosition && i - view.negator <= 4
      stated = active || passive || granted || numbered || fragment || (active && word.text === 'afsl')
      if ((granted || numbered) && !active) denied = view.negated && view.negator < i
    }
    if (!stated) continue
    done = view.clause
    const adverse = !denied
    const bare = adverse && !words.some((w, j) => j > 0 && w.letters && (w.capital && !inCapitals(words) || /\d/.test(w.text) || is(w, 'regulator'))) && !words.slice(i).some((w) => /^(?:under|from|by|as|with|in|to)$/.test(w.text) || is(w, 'professional'))
    found({ element: 'licenses', value: denied ? 'none' : 'some', at: i, ...defect(spoiled ?? (adverse && (view.double || bare) ? 'polarity' : undefined)), subject: view.subject })
  }
}

/** `The firm is authorised …`: broker notes call themselves that. */
function firmItself(words: readonly Word[], view: View): boolean {
  return /^(?:firm|company)$/.test(words[view.subject.at]?.text ?? '') && view.subject.at <= 1
}

/** Finds pay from a party with an interest: denied, or stated. */
export function readCompensation(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (saidByAnother(words)) return
  const outside = reported(words.filter((w, i) => !(w.text === 'promised' && /^(?:or|and|nor|was|were)$/.test(words[i - 1]?.text ?? ''))))
  if (outside && !words.some((w) => is(w, 'self') || is(w, 'author'))) return
  let done = -1
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    if (view.clause === done || word.quoted || view.notOnly) continue
    const { speaker } = view.subject
    const spoiled = weakness(view, words)
    const ours = speaker === 'author' || (statement.inPosition && /^(?:name|none|text|employer)$/.test(speaker)) || (statement.inPosition && speaker === 'third')
    if (!ours || (speaker === 'third' && !words.some((w) => is(w, 'self') || (is(w, 'text') && !is(w, 'demonstrative'))))) continue
    if (/^sponsors?$/.test(word.text) && !(view.negated && ahead(words, i, 4, (w) => is(w, 'text')) >= 0)) continue
    // "got nothing for writing this"
    if (is(word, 'receive') && (/^(?:nothing|zero)$/.test(words[i + 1]?.text ?? '')) && ahead(words, i, 8, (w) => w.text === 'for') >= 0) {
      done = view.clause
      found({ element: 'compensation', value: 'none', at: i, ...defect(spoiled), subject: view.subject })
      continue
    }
    if (statement.inPosition && !view.negated && bargain(words, i)) {
      done = view.clause
      found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      continue
    }
    const un = word.text === 'unpaid' || word.text === 'uncompensated'
    // "received USD 8,500 from a third party for distributing this"
    if (is(word, 'receive') && !view.negated && statement.inPosition && sumAfter(words, i) && payerNear(reader, i)) {
      done = view.clause
      found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      continue
    }
    if ((speaker === 'text' || (speaker === 'name' && is(words[view.subject.at], 'demonstrative'))) && !view.negated && statement.inPosition && sponsoredText(words, i)) {
      done = view.clause
      found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      continue
    }
    if (/^pa(?:ying|id)\b/.test(word.text) && (is(word, 'client') || (word.text.startsWith('paying') && is(words[i + 1], 'client'))) && !view.negated && statement.inPosition) {
      done = view.clause
      found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      continue
    }
    if (is(word, 'paid')) {
      if (/^(?:attention|off|out|tribute)$/.test(words[i + 1]?.text ?? '') || is(words[i + 1], 'tie')) continue
      if (view.negated || un || /^(?:nothing|nobody|no)$/.test(words[i + 1]?.text ?? '')) {
        const about = speaker === 'author' || words.some((w) => is(w, 'self') || (is(w, 'text') && !is(w, 'demonstrative')) || is(w, 'author')) || (statement.inPosition && (/^(?:none|text|employer)$/.test(speaker) || (speaker === 'name' && /^(?:paid|compensated|remunerated)$/.test(word.text) && behind(words, i, 3, (w) => is(w, 'be')) >= 0)))
        if (about && !un || un && (is(words[view.verb], 'be') || statement.inPosition)) {
          done = view.clause
          found({ element: 'compensation', value: view.double ? 'paid' : 'none', at: i, ...defect(spoiled ?? (view.double ? 'polarity' : undefined)), subject: view.subject })
        }
        continue
      }
      if (!statement.inPosition && speaker !== 'author') continue
      if (pays(reader, i)) {
        done = view.clause
        found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      }
      continue
    }
    if (is(word, 'compensation') || (is(word, 'security') && /^(?:shares|options|warrants|tokens|units|equity)$/.test(word.text))) {
      const receive = behind(words, i, 14, (w) => is(w, 'receive') || w.text === 'receiving')
      const passive = ahead(words, i, 8, (w, j) => is(w, 'receive') && w.text.endsWith('ed') || w.text === 'paid' || w.text === 'given' || (w.text === 'hands' && words[j - 1]?.text === 'changed'))
      const security = is(word, 'security')
      const verb = words[view.verb]
      const fragment = !security && view.negated && speaker === 'none' && view.verb < 0 && i - view.negator <= 3 && statement.inPosition
      const accepts = receive >= 0 && views[receive]!.clause === view.clause
      const shape = accepts || (!security && passive >= 0 && views[passive]!.clause === view.clause) || fragment || (!security && is(verb, 'have') && view.negated)
      if (!shape || (speaker === 'third' && !(passive >= 0))) continue
      if (view.negated && !security) {
        if (word.text === 'benefit' || word.text === 'money' && !accepts && passive < 0) continue
        done = view.clause
        found({ element: 'compensation', value: 'none', at: i, ...defect(spoiled), subject: view.subject })
      } else if (!view.negated && (spoiled || payerNear(reader, i))) {
        if (ahead(words, i, 8, (w, j) => w.text === 'pay' && /^(?:their|his|her|of)$/.test(words[j - 1]?.text ?? '') || /^(?:salary|salaries)$/.test(w.text)) >= 0) continue
        if (security && !payerNear(reader, i)) continue
        done = view.clause
        found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      }
    }
  }
}

/** "This is a sponsored article", "a paid advertisement on behalf of …", "… was paid for by …". */
function sponsoredText(words: readonly Word[], i: number): boolean {
  if (words[i]!.text === 'paid for by') return words[i + 1] !== undefined
  if (!/^(?:paid|sponsored|paid-for)$/.test(words[i]!.text) || behind(words, i, 6, (w) => is(w, 'be') || w.text === 'is part of') < 0) return false
  return /^(?:article|post|content|advertisement|advertorial|promotion|feature|story|press release|partnership)$/.test(words[i + 1]?.text ?? '') || (words[i + 1]?.text === 'by' && words[i]!.text === 'sponsored')
}

const PURPOSE = /^(?:coverage|advertising|advertisement|sponsorship|awareness|campaign|promotion|promoting|profile|marketing|article|report|note|research|dissemination|services|publication|content|placement|newsletter|feature|writing|producing|commissioned|it|interview|story|post|creation|distribution|production|issue|edition|episode|podcast|video|page)$/

/** Whether a party with an interest pays here: somebody other than the outlet, to the outlet or for the piece. */
function pays({ words, views }: Reader, i: number): boolean {
  const word = words[i]!
  const view = views[i]!
  if (word.text === 'commissioned' || word.text === 'sponsored') return /^(?:this|the|by|our)$/.test(words[i + 1]?.text ?? '') && ahead(words, i, 8, (w) => is(w, 'text') || w.capital || PURPOSE.test(w.text)) >= 0
  const passive = is(words[i - 1], 'be') || is(words[i - 2], 'be') || /^(?:get|gets|got|getting)$/.test(words[i - 1]?.text ?? '') || word.text.startsWith('been ') || (is(words[i - 1], 'have') && word.text.startsWith('been'))
  if (passive) {
    // "well funded, with $6 million in the bank": money somebody has, unless it is for the piece
    if (/^(?:funded|bankrolled|underwritten|engaged|hired)$/.test(word.text) && ahead(words, i, 14, (w) => PURPOSE.test(w.text) || (is(w, 'text') && !is(w, 'demonstrative'))) < 0 && !is(words[view.subject.at], 'text')) return false
    const by = ahead(words, i, 14, (w) => w.text === 'by' || w.text === 'from')
    const payer = by >= 0 && !!words[by + 1] && (words[by + 1]!.capital || words.slice(by + 1, by + 5).some((w) => is(w, 'third')) || is(words[by + 1], 'demonstrative'))
    const amount = ahead(words, i, 6, (w) => /^[$€£]?\d|^[a-z]{0,3}\$\d|^(?:dollars|usd|cad|pounds|euros|rupees|francs|yen|cash)$/.test(w.text)) >= 0
    if (view.subject.speaker === 'employer') return false
    // "I was paid $2,140 when the case was settled": for nothing that is written here
    const earned = amount && (words.filter((w, j) => j > i && w.letters).length <= 5 || words.some((w) => is(w, 'client')) || ahead(words, i, 24, (w, j) => PURPOSE.test(w.text) || (w.text === 'for' && is(words[j + 1], 'demonstrative'))) >= 0)
    // "has been paid to produce this note"
    const task = words[i + 1]?.text === 'to' && ahead(words, i, 6, (w) => is(w, 'text') && !is(w, 'demonstrative')) >= 0
    return (payer || earned || task) && view.subject.speaker !== 'third' && view.subject.speaker !== 'text' || (view.subject.speaker === 'text' && /^(?:for|by)$/.test(words[i + 1]?.text ?? ''))
  }
  if (view.subject.speaker === 'employer') return false
  if (view.subject.speaker === 'author' && !is(words[i], 'paid')) return false
  if (view.subject.speaker === 'author') return false
  return ahead(words, i, 14, (w) => is(w, 'compensation') || (is(w, 'self') && w.text === 'us') || is(w, 'author') || PURPOSE.test(w.text)) >= 0
}

/** Pay by another name: "Paid for by X", "covered the cost of this report", "our fee was met by X", "given tokens in exchange for this review". */
function bargain(words: readonly Word[], i: number): boolean {
  const word = words[i]!
  const piece = (from: number, reach: number) => ahead(words, from, reach, (w) => PURPOSE.test(w.text) || (is(w, 'text') && !is(w, 'demonstrative'))) >= 0
  if (i === 0 && /^(?:paid for by|sponsored|sponsored by|commissioned|commissioned by|funded by|supported by)$/.test(word.text)) return word.text.endsWith('by') ? words[1]?.capital === true : words[1]?.text === 'by' && words[2]?.capital === true
  if (/^(?:covered|met|bore|covers|meets|bears|defrayed)$/.test(word.text)) {
    if (is(words[i - 1], 'be')) return words[i + 1]?.text === 'by' && behind(words, i, 10, (w) => /^(?:fees?|costs?|expenses)$/.test(w.text)) >= 0 && (behind(words, i, 12, (w) => is(w, 'self') || is(w, 'text')) >= 0)
    return ahead(words, i, 3, (w) => /^(?:costs?|expenses|fees?)$/.test(w.text)) >= 0 && piece(i, 10)
  }
  const swap = words.findIndex((w, j) => w.text === 'in' && /^(?:exchange|return|lieu)$/.test(words[j + 1]?.text ?? ''))
  if (swap < 0) return false
  const gift = ahead(words, i, 7, (w) => is(w, 'security') || is(w, 'compensation')) >= 0
  if (/^(?:given|granted|issued|awarded|provided|sent|gave)$/.test(word.text) && gift) return piece(swap, 8) && words.some((w) => is(w, 'author') || is(w, 'self'))
  return is(word, 'receive') && (gift || words[swap + 1]!.text === 'lieu') && ahead(words, swap, 6, (w) => is(w, 'compensation') || PURPOSE.test(w.text) || is(w, 'text')) >= 0
}

/** A sum of money right after word `i`: "$8,500", "USD 8,500", "20,000 dollars". */
function sumAfter(words: readonly Word[], i: number): boolean {
  for (let j = i + 1; j <= i + 3; j++) {
    const text = words[j]?.text ?? ''
    if (/^[a-z]{0,3}[$€£]\d/.test(text) || (/^\d/.test(text) && (MONEY.test(words[j + 1]?.text ?? '') || MONEY.test(words[j - 1]!.text)))) return true
  }
  return false
}

const MONEY = /^(?:dollars|usd|cad|aud|eur|gbp|chf|inr|rs|euros?|pounds|rupees|francs|yen|thousand|million|lakh)$/

/** Whether the pay that word `i` speaks of comes from somebody covered, or is for the piece. */
function payerNear({ words }: Reader, i: number): boolean {
  if (behind(words, i, 4, (w, j) => w.text === 'which' && words[j - 1]?.text === 'for') >= 0) return true
  if (behind(words, i, 16, (w, j) => w.text === 'in' && /^(?:exchange|return|lieu)$/.test(words[j + 1]?.text ?? '')) >= 0) return true
  const from = ahead(words, i, 14, (w, j) => /^(?:from|by)$/.test(w.text) && !!words[j + 1] && (words[j + 1]!.capital || is(words[j + 1], 'third') || is(words[j + 2], 'third')))
  return from >= 0 || ahead(words, i, 10, (w, j) => w.text === 'for' && ahead(words, j, 5, (x) => PURPOSE.test(x.text)) >= 0) >= 0 || ahead(words, i, 4, (w, j) => w.text === 'as' && is(words[j + 1], 'compensation')) >= 0 || ahead(words, i, 4, (w, j) => w.text === 'in' && /^(?:exchange|return)$/.test(words[j + 1]?.text ?? '')) >= 0
}
