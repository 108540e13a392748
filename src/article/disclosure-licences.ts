import type { View } from './disclosure-clauses.ts'
import { agentAfter } from './disclosure-having.ts'
import { ahead, behind, defect, is, type Reader, reported, speaks, weakness } from './disclosure-readings.ts'
import { isFinite } from './disclosure-speakers.ts'
import { inCapitals, type Word } from './disclosure-words.ts'

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
      const elsewhere = behind(words, i, 5,
        (w) => is(w, 'consult') || (words[i - 1]!.letters && (w.text === 'from' || w.text === 'by' || w.text === 'under'))) >= 0
          && behind(words, i, 5, (w, j) => is(w, 'be') && views[j]!.clause === view.clause) < 0
      const predicate = (is(verb, 'be') || is(words[i - 1], 'be')) && i - view.verb <= 12
      const apposed = (words[i - 1]?.text === ',' || words[i - 1]?.text === '(' || /^(?:a|an)$/.test(words[i - 1]?.text ?? ''))
        && statement.inPosition && (/^(?:name|author|none)$/.test(speaker) || (speaker === 'text' && words[i - 2]?.capital === true))
      const fragment = i <= 3 && (speaker === 'none' || speaker === 'name') && view.verb < 0 && statement.inPosition
        && !words.some((w, j) => j > i && isFinite(w))
      const ours = speaks(view, reader)
        || ((speaker === 'name' || speaker === 'author') && view.subject.relative && statement.inPosition && !outside)
        || (speaker === 'third' && statement.inPosition && firmItself(words, view))
      stated = !elsewhere
        && ((ours && (predicate || (apposed && !is(noun, 'professional')) || fragment)) || (speaker === 'text' && apposed))
      if (un && stated) denied = !view.negated
      if (noun?.text === 'trademark' || words[i + 1]?.text === 'under') stated = false
      // "Cryptoassets are unregulated": what is traded, not who writes
      const traded = words[view.verb - 1]
      if (predicate && speaker !== 'author' && traded && !(traded.capital && words[view.verb - 2]?.capital)
        && (is(traded, 'investing') || is(traded, 'security'))) stated = false
    } else if (is(word, 'licence')) {
      if (/^(?:creative|open|copyright|software|driving)$/.test(words[i - 1]?.text ?? '') || words[i - 1]?.text === 'commons') continue
      const held = !!verb && (is(verb, 'own') || is(verb, 'have') || is(verb, 'do')) && view.verb < i
      const carried = behind(words, i, 8,
        (w) => (is(w, 'own') && w.text !== 'held') || is(w, 'carry') || w.text === 'lacks' || w.text === 'lack') >= 0
      const active = speaks(view, reader) && speaker !== 'none' && (held || carried)
      const participle = ahead(words, i, 10, (w) => is(w, 'ownParticiple') || w.text === 'granted')
      const passive = participle >= 0 && agentAfter(words, participle) === 'author'
      const granted = statement.inPosition && /^(?:granted|issued|from|with|number|no|under)$/.test(words[i + 1]?.text ?? '')
        && ahead(words, i, 6, (w) => is(w, 'regulator')) >= 0
      const numbered = statement.inPosition && ahead(words, i, 3, (w) => /^(?:\d{3,}|in[ahpz]\d+|inh\d+)/.test(w.text), ';:') >= 0
      const fragment = view.negated && view.verb < 0 && speaker === 'none' && statement.inPosition && i - view.negator <= 4
      stated = active || passive || granted || numbered || fragment || (active && word.text === 'afsl')
      if ((granted || numbered) && !active) denied = view.negated && view.negator < i
    }
    if (!stated) continue
    done = view.clause
    const adverse = !denied
    const bare = adverse
      && !words.some((w, j) => j > 0 && w.letters && (w.capital && !inCapitals(words) || /\d/.test(w.text) || is(w, 'regulator')))
      && !words.slice(i).some((w) => /^(?:under|from|by|as|with|in|to)$/.test(w.text) || is(w, 'professional'))
    found({ element: 'licenses', value: denied ? 'none' : 'some', at: i,
      ...defect(spoiled ?? (adverse && (view.double || bare) ? 'polarity' : undefined)), subject: view.subject })
  }
}

/** `The firm is authorised …`: broker notes call themselves that. */
function firmItself(words: readonly Word[], view: View): boolean {
  return /^(?:firm|company)$/.test(words[view.subject.at]?.text ?? '') && view.subject.at <= 1
}
