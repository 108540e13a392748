import type { View } from './disclosure-clauses.ts'
import { unnamed } from './disclosure-holdings.ts'
import { ahead, behind, defect, is, type Reader, reported, speaks, weakness } from './disclosure-readings.ts'
import type { Word } from './disclosure-words.ts'

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
    if (view.clause === done || word.quoted || view.notOnly
      || (outside && view.subject.speaker !== 'author' && view.subject.speaker !== 'employer')) continue
    const spoiled = weakness(view, words)
    if (is(word, 'employer') && /^(?:my|our)$/.test(words[i - 1]?.text ?? '')
      && ahead(words, i, 6, (w) => is(w, 'own') || is(w, 'have') || is(w, 'client') || is(w, 'do')) >= 0) {
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
      const having = verb
        && (is(verb, 'have') || is(verb, 'own') || is(verb, 'be') || is(verb, 'do')
        || /^(?:maintain|declare|disclose|face)/.test(verb.text))
      const bare = view.subject.speaker === 'none' && view.negated && statement.inPosition && i - view.negator <= 8
      const passive = /^(?:none|text|third)$/.test(view.subject.speaker) && view.negated && statement.inPosition && !link
        && (view.verb < 0 || i < view.verb || /^(?:there|no)$/.test(words[0]!.text))
      const conflict = word.text.includes('conflict') && (statement.inPosition || speaks(view, reader))
      const arises = conflict
        && behind(words, i, 4, (w) => /^(?:rise|creates?|constitutes?|represents?|poses?|causes?|gives rise to)$/.test(w.text)) >= 0
      if ((speaks(view, reader) && ((having && view.subject.speaker !== 'none') || bare || coordinatedDenial(words, view, i))) || passive
        || (conflict
        && (arises || ((view.negated || /^(?:exists|exist|arises)$/.test(words[i + 1]?.text ?? ''))
        && view.subject.speaker !== 'third')))) {
        const adverse = !view.negated
        tell(i, adverse ? 'some' : 'none', view, spoiled ?? (adverse && (view.double || unnamed(words, i, false)) ? 'polarity' : undefined))
        if (view.negated) {
          const except = ahead(words, i, 14, (w) => is(w, 'exception'))
          if (except >= 0) found({ element: 'affiliation', value: 'some', at: except, subject: view.subject })
        }
      }
      continue
    }
    if (is(word, 'works')
      && /^(?:buying|selling|holding|you|anyone|clients|readers|against|on|that|free|now|decades|years|months|all|everyone)$|^\d/.test(words[i + 1]?.text ?? '')) continue
    if (is(word, 'works') && (speaks(view, reader) || (statement.inPosition && view.subject.speaker === 'name'))
      && (view.subject.speaker !== 'none' || statement.inPosition)) {
      if (/^(?:advise|advises|advised)$/.test(word.text)
        && (is(words[i + 1], 'reader') || words[i + 1]?.text === 'to' || words[i - 1]?.text === 'to' || is(words[i - 1], 'be')
        || !(view.negated || is(words[i - 1], 'have') || words[i + 1]?.capital || is(words[i + 1], 'third')
        || is(words[i + 2], 'third')))) continue
      if (word.text === 'on the board' || /^(?:sits on|sit on|serves on|serve on)$/.test(word.text)
        ? ahead(words, i, 8, (w) => w.text.startsWith('board') || w.text.startsWith('committee')) < 0 && word.text !== 'on the board'
        : false) continue
      // "works as a nurse": a trade, and nobody's employ
      if (word.text === 'spouse works' && ahead(words, i, 4, (w) => /^(?:at|for|with|in)$/.test(w.text)) < 0) continue
      if (word.text === 'employed' && ahead(words, i, 5, (w) => /^(?:by|at|with)$/.test(w.text)) < 0) continue
      if (/^(?:worked for|works for|work for|employed by|retained by)$/.test(word.text) && ownOutlet(words, i)) continue
      // "the board of the publisher"
      // "A director of the house owns …": who owns, not what he is
      if (word.text.endsWith(' of') && i <= 1 && view.verb < 0 && !view.negated) continue
      if (word.text.endsWith(' of') && ahead(words, i, 2, (w) => is(w, 'author') || is(w, 'outlet') || is(w, 'self')) >= 0) continue
      tell(i, view.negated ? 'none' : 'some', view, spoiled
        ?? (!view.negated && /affiliated|connected/.test(word.text) && unnamed(words, i, false) ? 'polarity' : undefined))
      continue
    }
    // "Hollis Media, which owns The Lamplighter, and the author …"
    if (/^(?:owns|publishes)$/.test(word.text) && view.subject.relative && view.subject.at <= 3 && words[i + 1]?.letters
      && statement.inPosition
      && words.some((w, j) => j > i && w.text === 'and' && (is(words[j + 1], 'author') || is(words[j + 2], 'author')))) {
      tell(i, 'some', view, spoiled)
      continue
    }
    // "Blockcourier's owner, Tern Holdings, has invested in …"
    if (is(word, 'proprietor') && words[i - 1]?.possessive && i <= 4 && words[i + 1]?.text === ',' && statement.inPosition
      && !view.negated) {
      tell(i, 'some', view, spoiled)
      continue
    }
    if (is(word, 'owned') && statement.inPosition && !view.negated && !(is(word, 'finite') && view.negated)
      && view.subject.speaker !== 'third' && !(i < view.verb || view.verb < 0 && ahead(words, i, 8, (w) => is(w, 'own')) >= 0)) {
      if (view.subject.speaker === 'name' || view.subject.speaker === 'author' || is(words[i - 1], 'outlet')
        || words[i - 1]?.possessive) tell(i, 'some', view, spoiled)
      continue
    }
    // "The publisher was acquired in 2021 by a group …"
    if (/^(?:acquired|bought)$/.test(word.text) && is(words[i - 1], 'be') && statement.inPosition
      && (is(words[view.subject.at], 'author') || is(words[view.subject.at], 'outlet'))
      && ahead(words, i, 6, (w) => w.text === 'by') >= 0) {
      tell(i, view.negated ? 'none' : 'some', view, spoiled)
      continue
    }
    // "Larkhill Capital, where the author is a partner"
    if (word.text === 'where' && statement.inPosition && words[i - 1]?.text === ',' && words[i - 2]?.capital
      && ahead(words, i, 3, (w) => is(w, 'author') || is(w, 'self')) >= 0
      && ahead(words, i, 6, (w) => is(w, 'be') || is(w, 'works') || /^works?$/.test(w.text)) >= 0) {
      tell(i, 'some', view, spoiled)
      continue
    }
    // "sponsors this newsletter", "no bank owns us", "employs the author's husband"
    if (statement.inPosition && towardsUs(words, i)) {
      tell(i, view.negated ? 'none' : 'some', view, spoiled)
      continue
    }
    if (is(word, 'client') && statement.inPosition && related(reader, i)) tell(i, view.negated ? 'none' : 'some', view, spoiled)
  }
}

/** A relation told from the other side: "sponsors us", "owns this site", "employs the author's husband", "is an investor in this website". */
function towardsUs(words: readonly Word[], i: number): boolean {
  const { text } = words[i]!
  const next = words[i + 1]
  if (/^(?:owns us|controls us)$/.test(text)) return true
  if (/^(?:sponsors|owns|controls|publishes|backs|funds)$/.test(text)) return /^(?:this|our|us)$/.test(next?.text ?? '')
    && (next!.text === 'us' || is(words[i + 2], 'outlet'))
  if (/^(?:employs|retains|hires)$/.test(text)) return ahead(words, i, 4, (w) => is(w, 'author') || is(w, 'self')) >= 0
  if (is(words[i], 'holder')
    || /^(?:investor in|stake in|shares in|an investor in this|a shareholder in this)$/.test(text)) return text.endsWith(' this')
    || ahead(words, i, 3, (w, j) => is(w, 'outlet') && /^(?:this|our)$/.test(words[j - 1]?.text ?? '')) >= 0
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
  if (/^(?:sponsors?|advertisers?|partner|customer|clients)$/.test(word.text) && /^(?:the|our|of|other)$/.test(words[i - 1]?.text ?? '')
    && !/^(?:of|is)$/.test(words[i + 1]?.text ?? '')) return false
  const predicate = is(words[view.verb], 'be') && i - view.verb <= 5
  const apposed = words[i - 2]?.text === ',' || words[i - 3]?.text === ','
  const verbal = word.text.includes('advertise') && word.text !== 'advertiser' && word.text !== 'advertisers'
  const next = words[i + 1]
  const branded = predicate && words[i - 1]?.capital === true && i - 1 > view.verb
  const ours = branded || verbal || /^(?:of|with|to|for|on|in|here)$/.test(next?.text ?? '') || words[i - 1]?.possessive === true
    || words[i - 1]?.text === 'our'
  if (word.text === 'partner') return false
  return (predicate || apposed || verbal) && ours
    && (view.subject.speaker === 'name' || view.subject.speaker === 'third' || statement.inPosition)
}
