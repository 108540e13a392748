import type { View } from './disclosure-clauses.ts'
import { ahead, behind, is, type Reader, reported, speaks } from './disclosure-readings.ts'
import { isFinite } from './disclosure-speakers.ts'
import { inCapitals, type Word } from './disclosure-words.ts'

/** In which construction a holding is spoken of at word `i`, or undefined. */
export function holdingAt(reader: Reader, i: number): 'active' | 'passive' | 'fragment' | 'sold' | undefined {
  const { statement, words, views } = reader
  const word = words[i]!
  const view = views[i]!
  const verb = words[view.verb]
  if (view.notOnly) return undefined
  if (is(word, 'soldOut') && speaks(view, reader) && view.subject.speaker !== 'none') {
    const clears = !/^(?:half|some|part|most)$/.test(words[i + 1]?.text ?? '')
    return clears
      && ahead(words, i, 12,
      (w) => w.text === 'no longer'
        || /^(?:positions?|shares?|holdings?|stake|entire|units?|tokens?|coins?|bonds?|it|them)$/.test(w.text)) >= 0 ? 'sold' : undefined
  }
  // "my exposure to the sector is nil"
  if (is(word, 'haveable') && view.subject.speaker === 'author' && !view.negated && speaks(view, reader)) {
    const predicate = ahead(words, i, 9, (w) => is(w, 'be'))
    if (predicate >= 0 && /^(?:nil|zero|none|nonexistent|non-existent|0)$/.test(words[predicate + 1]?.text ?? '')
      && behind(words, predicate, predicate - i, (w) => is(w, 'own') || is(w, 'have')) < 0) return 'sold'
  }
  // "75,000 shares …, all of which we still hold"
  if (is(word, 'own')
    && (is(words[i - 1], 'self') || is(words[i - 2], 'self') || is(words[i - 1], 'author')
    || (statement.inPosition
    && /^(?:it|they|he|she)$/.test(words[i - (/^(?:still|now|currently|also)$/.test(words[i - 1]?.text ?? '') ? 2 : 1)]?.text ?? '')))
    && behind(words, i, 4, (w) => w.text === 'which' || w.text === 'that') >= 0
    && words.slice(0, i - 2).some((w) => is(w, 'haveable'))) return 'active'
  // "I own some of this one"
  if (/^(?:some|any|part|several|most|all|both|plenty|lots|bits|few|bit|little)$/.test(word.text) && words[i + 1]?.text === 'of'
    && is(verb, 'own') && i - view.verb <= 2 && view.subject.speaker === 'author'
    && /^(?:it|them|this|these|those|the)$/.test(words[i + 2]?.text ?? '')) return 'active'
  if (is(word, 'long') && !is(word, 'security')) {
    const stated = is(words[i - 1], 'be') || (is(words[i - 1], 'be') && is(words[i - 2], 'self'))
      || (i === 0 && statement.label.length > 0) || words[i - 1]?.text === 'also' || words[i - 1]?.text === 'currently'
      || words[i - 1]?.text === 'not'
    const next = words[i + 1]
    const object = !!next && !/^(?:on|term|time|way|before|after|as|enough|ago|the|run)$/.test(next.text)
      || (next?.text === 'the' && is(words[i + 2], 'security'))
      || (next?.text === 'on' && (words[i + 2]?.ticker === true || words[i + 2]?.capital === true))
    if (stated && object && speaks(view, reader)) return 'active'
    if (stated && next && (next.text === 'the' || next.text === 'on') && speaks(view, reader)
      && view.subject.speaker === 'author') return 'active'
  }
  // "the fund run by the author had 3% of its assets in Arvel"
  if (/%$|^per ?cent$/.test(word.text) && is(verb, 'have') && view.subject.speaker === 'author' && !view.subject.relative
    && ahead(words, i, 4, (w) => /^(?:assets|portfolio|money|holdings|capital|savings)$/.test(w.text)) >= 0) return 'active'
  if (word.text === 'portfolio' && /^(?:my|our)$/.test(words[i - 1]?.text ?? '')
    && ahead(words, i, 3, (w) => /^(?:includes?|contains?|holds?|has|have)$/.test(w.text)) >= 0) return 'active'
  if (is(word, 'hold')
    && !(/^stakes?$/.test(word.text) && /^(?:a|an|the|at|its|his|her|their|no|any|my|our|of)$/.test(words[i - 1]?.text ?? ''))
    && speaks(view, reader) && view.subject.speaker !== 'none') return words[i + 1] ? 'active' : undefined
  // "The companies described are held in our portfolio"
  if (is(word, 'ownParticiple') && is(words[i - 1], 'be') && words[i + 1]?.text === 'in'
    && /^(?:my|our)$/.test(words[i + 2]?.text ?? '')) return 'active'
  if (is(word, 'holder') && speaks(view, reader) && (is(verb, 'be') || is(words[0], 'holder'))
    && behind(words, i, 8, (w, j) => j > view.verb && is(w, 'works')) < 0) return 'active'
  const security = is(word, 'security') || is(word, 'haveable') || (is(word, 'interest') && interested(words, i))
  if (security) {
    if (is(words[i + 1], 'licence') || is(words[i + 1], 'licensed')) return undefined
    const passive = ahead(words, i, 14, (w, j) => is(w, 'ownParticiple') && views[j]!.clause - view.clause <= 1 && passiveAt(words, j))
    if (passive >= 0 && !(verb && is(verb, 'own'))) {
      const agent = agentAfter(words, passive)
      return agent === 'author' || (agent === 'none' && statement.inPosition && views[passive]!.negated && !reported(words)) ? 'passive'
        : undefined
    }
    // "One share I do own is …": object first.
    const fronted = ahead(words, i, 4,
      (w, j) => is(w, 'own') && is(words[j - 1], 'self') || is(w, 'own') && words[j - 1]?.text === 'do' && is(words[j - 2], 'self'))
    if (fronted >= 0 && view.verb < 0) return 'active'
    if (!speaks(view, reader)) return undefined
    if (verb && governs(reader, view, i)) {
      if (view.subject.speaker === 'none' && view.verb > 1) return undefined
      if (is(verb, 'own')) return 'active'
      if (is(verb, 'have')) return is(word, 'haveable') || is(word, 'interest') ? 'active' : undefined
      if (/^(?:take|takes|took|taken)$/.test(verb.text) && is(word, 'haveable')) return 'active'
    }
    if (words[i - 1]?.text === 'without'
      || words[i - 2]?.text === 'without') return view.verb >= 0 && view.subject.speaker !== 'none' && is(word, 'haveable') ? 'active'
      : undefined
    const bareOwn = behind(words, i, 8, (w) => is(w, 'own') || w.text === 'have' || w.text === 'having')
    if (bareOwn >= 0 && views[bareOwn]!.clause === view.clause
      && view.subject.speaker !== 'none') return is(words[bareOwn], 'own') || is(word, 'haveable') ? 'active' : undefined
    // "Mara Quist (no positions)"
    const bracketed = view.subject.speaker === 'name' && view.verb < 0 && words.length <= 12 && view.negator > 0 && i - view.negator <= 3
      && /^[(:,—–]$/.test(words[view.negator - 1]!.text) && !words.some(isFinite)
    if (bracketed && is(word, 'haveable') && statement.inPosition) return 'fragment'
    if (view.subject.speaker === 'none' && view.verb < 0) {
      const start = view.negator >= 0 && i - view.negator <= 4
        && /^(?:no|neither|zero|none|without|nil|no longer)$/.test(words[view.negator]!.text) && opensFragment(words, view.negator)
      if (start && is(word, 'haveable') && statement.inPosition) return 'fragment'
      // "Declaration: 2,000 shares of Ostrey"
      const counted = statement.direct && i <= 2 && /^\d[\d.,]*$/.test(words[0]!.text)
        && statement.label.some((w) => /declar|disclos|holding|position|interest/.test(w.text)) && is(word, 'haveable')
      const admitted = (bareOwn === 0 && statement.inPosition) || counted
      return admitted ? 'fragment' : undefined
    }
    return undefined
  }
  // Objects that are no securities by name: "holds none of the names", "own it", "holds VNTK", "I hold nothing in".
  // "I bought the shares two years ago and still have them"
  if (is(verb, 'have') && i === view.verb + 1 && /^(?:it|them|both|most|all)$/.test(word.text) && !words[i + 1]?.letters
    && speaks(view, reader) && behind(words, view.verb, 20, (w) => is(w, 'security')) >= 0) return 'active'
  // "Interests: the author declares none"
  if (/^(?:declares?|declared)$/.test(verb?.text ?? '') && i === view.verb + 1 && /^(?:none|nothing)$/.test(word.text)
    && speaks(view, reader)
    && (statement.label.length > 0 || words.slice(0, i).some((w) => is(w, 'interest') || is(w, 'haveable')))) return 'active'
  if (is(verb, 'own') && view.verb < i && speaks(view, reader) && view.subject.speaker !== 'none') {
    const near = i - view.verb <= 4
    if (near && word.ticker && word.kinds.size === 0) return 'active'
    if (i === view.verb + 1 && /^(?:it|them|this|these|both|either)$/.test(word.text)
      && ahead(words, i, 3, (w) => QUALIFIES.test(w.text) || is(w, 'text') && !is(w, 'demonstrative')) < 0) return 'active'
    // "his wife owns 2,000", "holds the rest": of what was named before
    const rest = /^(?:rest|remainder|balance)$/.test(word.text)
      || (i === view.verb + 1 && /^\d[\d.,]*$/.test(word.text) && !words[i + 1]?.letters)
    if (near && rest && behind(words, view.verb, 30, (w) => is(w, 'haveable')) >= 0) return 'active'
    if (near && /^(?:none|nothing|neither)$/.test(word.text)
      && ahead(words, i, 4, (w) => is(w, 'licence') || is(w, 'tie')) < 0) return 'active'
    if (/%$|^percent$/.test(word.text) && near && view.subject.speaker === 'author'
      && ahead(words, i, 3, (w) => w.text === 'of' || w.text === 'in') >= 0) return 'active'
    if (ahead(words, i - 1, 7, (w) => is(w, 'licence') || is(w, 'licensed') || QUALIFIES.test(w.text)) >= 0) return undefined
    if (word.capital && i - view.verb <= 6 && word.kinds.size === 0 && words.slice(view.verb + 1, i).every((w) => AMOUNT.test(w.text))
      && !inCapitals(words)) return 'active'
    if (i === view.verb + 1 && word.capital && !words[0]!.capital === false && word.kinds.size === 0 && view.subject.speaker !== 'third'
      && !inCapitals(words)) return 'active'
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
      if (/^(?:to|about|because|after|when)$/.test(words[j]!.text) && !is(words[j - 1], 'plan') && words[j + 1] !== undefined
        && !is(words[j + 1], 'negator') && j > view.verb + 1 && words[j]!.text !== 'to') return false
    }
    return views[i]!.clause === views[view.verb]!.clause || i - view.verb < 14
  }
  return /^(?:take|takes|took|taken)$/.test(verb.text)
}

function passiveAt(words: readonly Word[], j: number): boolean {
  return is(words[j - 1], 'be') || words[j + 1]?.text === 'by' || is(words[j - 2], 'be')
}

export function agentAfter(words: readonly Word[], at: number): 'author' | 'other' | 'none' {
  const by = ahead(words, at, 6, (w) => w.text === 'by')
  if (by < 0) return 'none'
  return ahead(words, by, 8, (w) => is(w, 'author') || (is(w, 'self') && w.text !== 'mine') || is(w, 'analyst')) >= 0 ? 'author' : 'other'
}

/** Nothing but an opening before the negation: "No position", "Currently no position", "Holdings: none". */
function opensFragment(words: readonly Word[], at: number): boolean {
  let from = at
  while (from > 0 && !/^[:;(—–]$/.test(words[from - 1]!.text)) from--
  for (let i = from; i < at; i++) if (words[i]!.letters
    && !/^(?:currently|there|is|are|i|have|and|or|also|as|of|the|author|at|today|personally)$/.test(words[i]!.text)
    && !is(words[i], 'anchor') && !is(words[i], 'haveable') && !is(words[i], 'tie') && !is(words[i], 'negator')
    && !is(words[i], 'licence')) return false
  return true
}
