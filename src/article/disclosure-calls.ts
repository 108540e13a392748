import { ahead, behind, is, type Reader } from './disclosure-readings.ts'
import { reportedHere } from './disclosure-text.ts'
import type { Word } from './disclosure-words.ts'

/** Whether an order or duty laid on the reader stands at word `i`: imperative, "readers should", "we encourage you to". */
function addressed(reader: Reader, i: number): boolean {
  const { words, views } = reader
  const view = views[i]!
  const { speaker } = view.subject
  if (view.conditional && view.verb >= 0) return false
  // "Members were asked to do their own sums": what happened
  if (behind(words, i, 8, (w, j) => is(w, 'urge') && /^(?:was|were|been)$/.test(words[j - 1]?.text ?? '')) >= 0) return false
  if (/^(?:third|employer)$/.test(speaker)) return behind(words, i, 8, (w) => is(w, 'reader')) >= 0
    && behind(words, i, 8, (w) => is(w, 'urge')) >= 0
  const before = words[i - 1]
  const urged = behind(words, i, 8, (w) => is(w, 'urge')) >= 0
  const toReader = behind(words, i, 16, (w) => is(w, 'reader')) >= 0
  if (before?.text === 'to'
    || before?.text === 'not') return urged && (toReader || speaker !== 'author' || behind(words, i, 16, (w) => is(w, 'reader')) >= 0)
  if (speaker === 'reader') return true
  if (/^(?:,|;|:|so|please|always|then)$/.test(before?.text ?? '') && !/^(?:third|employer)$/.test(speaker)
    && /^(?:check|verify|research|investigate|consult|look further into|look closely|look deeper into|read further|dig deeper|make up your own mind|seek|speak|talk|ask|do|dig further|look into|double-check|speak with|speak to|talk to|conduct|get|see)$/.test(words[i]!.text)) return true
  if (speaker === 'author' || speaker === 'name') return urged && toReader
  if (speaker === 'text') return urged || imperative(words, i)
  return imperative(words, i) || urged
}

/** Nothing before the verb but an adverb, a conjunction or a subordinate clause. */
function imperative(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]
  return !before || !before.letters
    || /^(?:please|always|and|or|then|so|but|also|first|instead|kindly|just|do|carefully|independently|never|to|further|or|let|simply)$/.test(before.text) || before.kinds.has('oneself') || before.kinds.has('idle')
}

/** Calls on readers to research, check or judge for themselves. */
export function readResearch(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (statement.question || reportedHere(words)) return
  // "Members were asked to do their own sums": what happened
  if (words.some((w, i) => is(w, 'urge') && /^(?:was|were|been)$/.test(words[i - 1]?.text ?? ''))) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted) continue
    const view = views[i]!
    const give = () => found({ element: 'dueDiligence', value: true, at: i,
      ...(view.negated && refused(words, view.negator, i) ? { defect: 'polarity' as const } : {}), subject: view.subject })
    if (word.text === 'dyor' || word.text === 'do your homework') return give()
    if (is(word, 'researchNoun')) {
      const own = behind(words, i, 4, (w) => w.text === 'own')
      const owner = own >= 0 ? words[own - 1]?.text ?? '' : ''
      if (own >= 0 && /^(?:your|their|one's|one|his|her)$/.test(owner)) {
        const verb = behind(words, own, 6,
          (w) => /^(?:do|doing|conduct|conducting|perform|carry|undertake|make|draw|use|form|reach|complete|come|exercise|rely|apply|up|out|out your|run|with|need|on|their|to)$/.test(w.text))
        if (verb >= 0
          && (owner === 'your' || views[i]!.subject.speaker === 'reader' || behind(words, own, 12, (w) => is(w, 'reader')) >= 0)
          && !/^(?:third)$/.test(view.subject.speaker)) return give()
        if (owner === 'your' && view.verb < 0) return give()
      }
      const ofYours = /^of$/.test(words[i + 1]?.text ?? '') && /^(?:your|their)$/.test(words[i + 2]?.text ?? '')
        && words[i + 3]?.text === 'own'
      const doing = behind(words, i, 5, (w) => /^(?:do|conduct|perform|undertake|carry|carry out|complete|exercise)$/.test(w.text))
      const more = behind(words, i, 3, (w) => is(w, 'more')) >= 0
      if ((ofYours || more || word.text === 'due diligence' || word.text === 'research' || word.text === 'homework') && doing >= 0
        && !/^(?:decision|decisions|opinion|view)$/.test(word.text) && addressed(reader, doing)) return give()
      const yours = /^decisions?$|^conclusions?$/.test(word.text)
        && ahead(words, i, 6, (w, j) => w.text === 'made' && words[j + 1]?.text === 'by') >= 0
        && ahead(words, i, 10, (w) => is(w, 'reader') || is(w, 'oneself')) >= 0
      if (yours && statement.inPosition) return give()
      const needed = (more || word.text === 'due diligence')
        && ahead(words, i, 10,
        (w) => /^(?:advised|recommended|essential|encouraged|required|necessary|needed|advisable|important|urged)$/.test(w.text)) >= 0
      if (needed && statement.inPosition && /^(?:text|none|reader|author)$/.test(view.subject.speaker)) return give()
    }
    if (word.text === 'decide' || word.text === 'think' || word.text === 'conclude' || is(word, 'research')) {
      const self = ahead(words, i, 8, (w) => is(w, 'oneself')) >= 0 || is(words[i - 1], 'oneself')
      const plain = is(word, 'research')
      if (/^(?:research|study|test|check|weigh|question)$/.test(word.text) && (is(words[i - 1], 'be') || is(words[i + 1], 'be'))) continue
      // "Research for this article relied on …"
      if (word.text === 'research' && /^(?:for|by|into|behind|on)$/.test(words[i + 1]?.text ?? '') && !self) continue
      if (/^(?:analysis|research)$/.test(word.text)
        && /^(?:the|this|our|any|investment|independent|own|of)$/.test(words[i - 1]?.text ?? '')) continue
      if (/^(?:assess|evaluate|judge|decide|think|conclude|confirm|probe|examine|vet)$/.test(word.text) && !self
        && !carefully(words, i)) continue
      if (/^(?:check|confirm)$/.test(word.text) && (words[i + 1]?.text === 'with' || words[i + 1]?.text === 'out')) continue
      if (/^(?:assess|evaluate)$/.test(word.text) && ahead(words, i, 6, (w) => is(w, 'circumstances')) >= 0 && !self) continue
      if (plain || self) if (addressed(reader, i)
        && !(view.negated && !refused(words, view.negator, i) && view.negator > i - 4)) return give()
    }
  }
}

function carefully(words: readonly Word[], i: number): boolean {
  return ahead(words, i, 6, (w) => /^(?:carefully|thoroughly|everything|claims|facts|information|merits|project)$/.test(w.text)) >= 0
}

/** "Do not do your own research": turned into its opposite. */
function refused(words: readonly Word[], negator: number, i: number): boolean {
  return i - negator <= 3 && /^(?:do|not|no)$/.test(words[negator]!.text) && words[negator - 1]?.text === 'do'
}

/** Calls on readers to ask somebody who knows. */
export function readConsult(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (statement.question || reportedHere(words)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted || !is(word, 'consult')) continue
    if (word.kinds.has('receive') && !/^(?:get|take)$/.test(word.text)) continue
    const view = views[i]!
    // "this is not investment advice from an adviser; consult one"
    // "Nothing here is personal advice, and you should get your own"
    const owned = /^(?:get|seek|take|obtain|find)$/.test(word.text) && /^(?:your|their)$/.test(words[i + 1]?.text ?? '')
      && words[i + 2]?.text === 'own' && !words[i + 3]?.letters ? words.findIndex((w, j) => j < i && is(w, 'advice')) : -1
    const named = owned >= 0 ? owned
      : /^(?:one|him|her|them)$/.test(words[i + 1]?.text ?? '') && !is(words[i + 2], 'trade')
      ? words.findIndex((w, j) => j < i && is(w, 'professional') && !is(w, 'advice')) : -1
    const who = named >= 0 ? named : ahead(words, i, 10, (w) => is(w, 'professional'), ';.:')
    if (who < 0) continue
    const loose = /^(?:take|see|ask|contact|check|get|obtain|find|approach|involve|visit|hire|engage|discuss|speak|talk)$/.test(word.text)
    const advice = /advice|guidance|counsel$|opinion/.test(words[who]!.text)
    if (advice && /^(?:see|ask|contact|check|approach|visit|hire|speak|talk)$/.test(word.text)) continue
    if (advice && /^(?:take|find)$/.test(word.text)
      && (words[i + 1]?.text === 'this' || words[i + 1]?.text === 'it' || words[who - 1]?.text === 'as')) continue
    if (loose && who - i > 7) continue
    if (view.negated && view.negator >= i - 3 && view.negator < i) continue
    if (/^(?:seeking|consulting|obtaining|getting|taking|speaking|talking)\b/.test(word.text)
      && !/^(?:recommend|recommends|suggest|suggests|advise|by|before|without|consider|recommended)$/.test(words[i - 1]?.text
      ?? '')) continue
    if (word.text === 'without') continue
    if (addressed(reader, i)
      || (/^(?:seeking|consulting|obtaining|getting|taking|speaking|talking)\b/.test(word.text) && statement.inPosition)) {
      found({ element: 'consultProfessional', value: true, at: i, subject: view.subject })
      return
    }
  }
  // "A talk with an expert is advised"
  const talk = words.findIndex((w, i) => /^(?:talk|talk with|talk to|word|chat|conversation|consultation|discussion|consult)$/.test(w.text)
    && /^(?:a|an)$/.test(words[i - 1]?.text ?? ''))
  if (talk >= 0 && statement.inPosition && ahead(words, talk, 6, (w) => is(w, 'professional')) >= 0
    && ahead(words, talk, 14, (w) => /^(?:advised|recommended|suggested|advisable|encouraged|wise|essential)$/.test(w.text)) >= 0
    && !views[talk]!.negated) found({ element: 'consultProfessional', value: true, at: talk })
  const advised = words.findIndex((w) => is(w, 'professional') && /advice|guidance/.test(w.text))
  if (advised >= 0 && statement.inPosition) {
    const should = ahead(words, advised, 5, (w, j) => /^(?:sought|taken|obtained)$/.test(w.text) && is(words[j - 1], 'be'))
    if (should >= 0 && !views[should]!.negated) found({ element: 'consultProfessional', value: true, at: advised })
  }
}
