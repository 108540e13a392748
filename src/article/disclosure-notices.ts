import { ahead, behind, is, reported, type Reader } from './disclosure-readings.ts'
import type { View } from './disclosure-clauses.ts'
import type { Word } from './disclosure-words.ts'

/** Somebody is said to say it; "this note reports", "the table shows" are the text's own words. */
function reportedHere(words: readonly Word[]): boolean {
  return reported(words.filter((w) => !/^(?:stated|shows|reported|reports|notes|claims|tells|states)$/.test(w.text)))
}

/** Whether the text, its author or its publisher says this of the text: not somebody in the story. */
function ofThisText(view: View, { statement, words }: Reader): boolean {
  const { speaker, relative } = view.subject
  if (reportedHere(words) && speaker !== 'author') return false
  if (speaker === 'text' || speaker === 'author') return true
  if (speaker === 'reader') return view.negated
  if (speaker === 'none') return true
  return speaker === 'name' && !relative && statement.inPosition
}

/** Denials of being a recommendation, offer or call. */
export function readRecommendation(reader: Reader): void {
  const { statement, words, views, found } = reader
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted || !(is(word, 'recommendation') || is(word, 'recommend'))) continue
    const view = views[i]!
    if (view.notOnly || !ofThisText(view, reader) || statement.question) continue
    if (/^offers?$/.test(word.text) && (is(words[i + 1], 'negator') || is(words[i + 1], 'advice') || is(words[i + 1], 'reader') || i === view.verb)) continue
    if (is(word, 'recommend') && view.negated && is(words[i - 1], 'be') && word.text.endsWith('ed')) continue
    // "Not a tip."
    if (/^tips?$/.test(word.text) && view.negated && words.filter((w) => w.letters).length <= 5 && statement.inPosition) return found({ element: 'notRecommendation', value: true, at: i, subject: view.subject })
    const strong = is(word, 'strongRecommendation') || word.text === 'recommend' || word.text === 'recommends' || word.text === 'recommending' || word.text === 'solicit' || word.text === 'solicits'
    const trades = (word.text === 'endorsement' && words[i + 1]?.text === 'of' && ahead(words, i, 4, (w) => is(w, 'security')) >= 0) || ahead(words, i, 9, (w) => is(w, 'trade') || /^(?:stocks?|buying|selling|holding|invest|hold|dispose|subscribe|trading|investing|engage|transact|securities|purchases?|sales?|trades?)$/.test(w.text)) >= 0
    if (is(word, 'recommend') && is(words[i + 1], 'reader') && !trades) continue
    if (is(word, 'recommend') && TELLS.test(word.text) && !trades) continue
    if (is(word, 'recommend') && !trades && ahead(words, i, 7, (w) => is(w, 'security') || is(w, 'discussed')) < 0) continue
    const predicate = view.negated && view.verb >= 0 && i - view.negator <= 14
    const denied = view.negated || (view.verb > i ? false : false) || deniedAfter(words, views, i)
    if (denied) {
      if (!strong && !trades && !(predicate && is(word, 'recommendation') && !/^(?:tips?|rating|endorsement|offers)$/.test(word.text))) continue
      if (word.text === 'endorsement' && !trades) continue
      if (view.subject.speaker === 'none' && view.verb < 0 && !statement.inPosition && i - view.negator > 6) continue
      if (view.double) found({ element: 'notRecommendation', value: true, at: i, defect: 'polarity', subject: view.subject })
      else found({ element: 'notRecommendation', value: true, at: i, ...(view.hedge >= 0 && view.hedge > view.negator - 3 && !/^(?:should not be assumed)$/.test(words[view.hedge]!.text) && view.hedge < i && words[view.hedge]!.text !== 'may' ? { defect: 'hedged' as const } : {}), subject: view.subject })
      return
    }
    if (view.double && strong && statement.inPosition && i - view.verb <= 4) return found({ element: 'notRecommendation', value: true, at: i, defect: 'polarity', subject: view.subject })
    // "A recommendation to buy or sell.": the denial has lost its word.
    const both = ahead(words, i, 5, (w) => w.text === 'or' || w.text === 'and') >= 0 && trades
    const opening = view.subject.speaker === 'none' && view.verb < 0 && i <= 2
    const claimed = view.subject.speaker === 'text' && is(words[view.verb], 'be') && i - view.verb <= 3
    if (statement.inPosition && is(word, 'strongRecommendation') && ((both && (opening || claimed)) || (claimed && words.length <= 9 && is(words[view.subject.at], 'demonstrative')))) {
      found({ element: 'notRecommendation', value: true, at: i, defect: 'polarity', subject: view.subject })
      return
    }
  }
}

/** Verbs that recommend only with what the reader is to do. */
const TELLS = /^(?:tell|tells|telling|advise|advises|advising|ask|asking|suggest|suggests|suggesting|encourage|encourages|encouraging|invite|invites|inviting|urge|urges|urging|promote|promotes|promoting|counsel|prompting)$/

/** "Recommendations are not made here." */
function deniedAfter(words: readonly Word[], views: readonly View[], i: number): boolean {
  const not = ahead(words, i, 12, (w, j) => w.text === 'not' && views[j]!.clause === views[i]!.clause)
  return not >= 0 && words[not]!.kinds.has('negator') && ahead(words, not, 3, (w) => /^(?:made|given|intended|implied|offered|provided|meant|issued|expressed|contained)$/.test(w.text)) >= 0
}

/** Denials of being advice of any kind. */
export function readAdvice(reader: Reader): void {
  const { statement, words, views, found } = reader
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted || !is(word, 'advice') || statement.question) continue
    const view = views[i]!
    if (word.text === 'nfa') {
      if (words.length <= 12 && statement.inPosition) return found({ element: 'notAdvice', value: true, at: i, subject: view.subject })
      continue
    }
    // "Advice it is not."
    const inverted = i <= 2 && /^(?:it|this|that)$/.test(words[i + 1]?.text ?? '') && is(words[i + 2], 'be') && words[i + 3]?.text === 'not'
    const denied = view.negated || inverted || deniedAfter(words, views, i) || asSuch(words, views, i)
    if (view.notOnly || !ofThisText(view, reader)) continue
    // "…, and none is given here"
    const refusedAfter = ahead(words, i, 8, (w, j) => w.text === 'none' && is(words[j + 1], 'be') && /^(?:given|offered|provided|intended|implied|meant)$/.test(words[j + 2]?.text ?? ''))
    if (refusedAfter >= 0) return found({ element: 'notAdvice', value: true, at: i, subject: view.subject })
    if (!denied) {
      const opening = view.subject.speaker === 'none' && view.verb < 0 && i <= 1 && words.length <= i + 3
      const claimed = view.subject.speaker === 'text' && is(words[view.verb], 'be') && i - view.verb <= 2 && words.length <= i + 3
      if (statement.inPosition && (opening || claimed) && word.text !== 'advice') found({ element: 'notAdvice', value: true, at: i, defect: 'polarity', subject: view.subject })
      continue
    }
    // "not licensed to give advice" is about the person, "nor should you need advice" about the reader.
    if (!asSuch(words, views, i) && behind(words, i, 14, (w, j) => (is(w, 'licensed') || /^(?:qualified|replace|substitute|receive|seek|seeking|need|needing|want|wants|asked|without)$/.test(w.text)) && views[j]!.clause === view.clause && j > view.negator - 1) >= 0 && !behindSubstitute(words, i)) continue
    if (is(words[i + 1], 'compensation')) continue
    if (view.subject.speaker === 'reader' && !behindTreat(words, i)) continue
    found({ element: 'notAdvice', value: true, at: i, ...(view.double ? { defect: 'polarity' as const } : {}), subject: view.subject })
    return
  }
}

/** "not licensed to give advice, and this should not be taken as such": the denial comes back to the word. */
function asSuch(words: readonly Word[], views: readonly View[], i: number): boolean {
  const at = ahead(words, i, 16, (w, j) => w.text === 'such' && words[j - 1]?.text === 'as')
  return at >= 0 && views[at]!.negated && behind(words, at, 6, (w) => w.text === 'not' || w.text === 'never') >= 0
}

/** "is no substitute for professional advice" denies being it. */
function behindSubstitute(words: readonly Word[], i: number): boolean {
  return behind(words, i, 5, (w) => w.text === 'substitute' || w.text === 'replacement') >= 0
}

function behindTreat(words: readonly Word[], i: number): boolean {
  return behind(words, i, 18, (w) => /^(?:treat|take|construe|regard|interpret|rely|consider|view|mistake|read)$/.test(w.text)) >= 0
}

/** Whether an order or duty laid on the reader stands at word `i`: imperative, "readers should", "we encourage you to". */
function addressed(reader: Reader, i: number): boolean {
  const { words, views } = reader
  const view = views[i]!
  const { speaker } = view.subject
  if (view.conditional && view.verb >= 0) return false
  // "Members were asked to do their own sums": what happened
  if (behind(words, i, 8, (w, j) => is(w, 'urge') && /^(?:was|were|been)$/.test(words[j - 1]?.text ?? '')) >= 0) return false
  if (/^(?:third|employer)$/.test(speaker)) return behind(words, i, 8, (w) => is(w, 'reader')) >= 0 && behind(words, i, 8, (w) => is(w, 'urge')) >= 0
  const before = words[i - 1]
  const urged = behind(words, i, 8, (w) => is(w, 'urge')) >= 0
  const toReader = behind(words, i, 16, (w) => is(w, 'reader')) >= 0
  if (before?.text === 'to' || before?.text === 'not') return urged && (toReader || speaker !== 'author' || behind(words, i, 16, (w) => is(w, 'reader')) >= 0)
  if (speaker === 'reader') return true
  if (/^(?:,|;|:|so|please|always|then)$/.test(before?.text ?? '') && !/^(?:third|employer)$/.test(speaker) && /^(?:check|verify|research|investigate|consult|look further into|look closely|look deeper into|read further|dig deeper|make up your own mind|seek|speak|talk|ask|do|dig further|look into|double-check|speak with|speak to|talk to|conduct|get|see)$/.test(words[i]!.text)) return true
  if (speaker === 'author' || speaker === 'name') return urged && toReader
  if (speaker === 'text') return urged || imperative(words, i)
  return imperative(words, i) || urged
}

/** Nothing before the verb but an adverb, a conjunction or a subordinate clause. */
function imperative(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]
  return !before || !before.letters || /^(?:please|always|and|or|then|so|but|also|first|instead|kindly|just|do|carefully|independently|never|to|further|or|let|simply)$/.test(before.text) || before.kinds.has('oneself') || before.kinds.has('idle')
}

/** Calls on readers to research, check or judge for themselves. */
export function readResearch(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (statement.question || reportedHere(words)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted) continue
    const view = views[i]!
    const give = () => found({ element: 'dueDiligence', value: true, at: i, ...(view.negated && refused(words, view.negator, i) ? { defect: 'polarity' as const } : {}), subject: view.subject })
    if (word.text === 'dyor' || word.text === 'do your homework') return give()
    if (is(word, 'researchNoun')) {
      const own = behind(words, i, 4, (w) => w.text === 'own')
      const owner = own >= 0 ? words[own - 1]?.text ?? '' : ''
      if (own >= 0 && /^(?:your|their|one's|one|his|her)$/.test(owner)) {
        const verb = behind(words, own, 6, (w) => /^(?:do|doing|conduct|conducting|perform|carry|undertake|make|draw|use|form|reach|complete|come|exercise|rely|apply|up|out|out your|run|with|need|on|their|to)$/.test(w.text))
        if (verb >= 0 && (owner === 'your' || views[i]!.subject.speaker === 'reader' || behind(words, own, 12, (w) => is(w, 'reader')) >= 0) && !/^(?:third)$/.test(view.subject.speaker)) return give()
        if (owner === 'your' && view.verb < 0) return give()
      }
      const ofYours = /^of$/.test(words[i + 1]?.text ?? '') && /^(?:your|their)$/.test(words[i + 2]?.text ?? '') && words[i + 3]?.text === 'own'
      const doing = behind(words, i, 5, (w) => /^(?:do|conduct|perform|undertake|carry|carry out|complete|exercise)$/.test(w.text))
      const more = behind(words, i, 3, (w) => is(w, 'more')) >= 0
      if ((ofYours || more || word.text === 'due diligence' || word.text === 'research' || word.text === 'homework') && doing >= 0 && !/^(?:decision|decisions|opinion|view)$/.test(word.text) && addressed(reader, doing)) return give()
      const yours = /^decisions?$|^conclusions?$/.test(word.text) && ahead(words, i, 6, (w, j) => w.text === 'made' && words[j + 1]?.text === 'by') >= 0 && ahead(words, i, 10, (w) => is(w, 'reader') || is(w, 'oneself')) >= 0
      if (yours && statement.inPosition) return give()
      const needed = (more || word.text === 'due diligence') && ahead(words, i, 10, (w) => /^(?:advised|recommended|essential|encouraged|required|necessary|needed|advisable|important|urged)$/.test(w.text)) >= 0
      if (needed && statement.inPosition && /^(?:text|none|reader|author)$/.test(view.subject.speaker)) return give()
    }
    if (word.text === 'decide' || word.text === 'think' || word.text === 'conclude' || is(word, 'research')) {
      const self = ahead(words, i, 8, (w) => is(w, 'oneself')) >= 0 || is(words[i - 1], 'oneself')
      const plain = is(word, 'research')
      if (/^(?:research|study|test|check|weigh|question)$/.test(word.text) && (is(words[i - 1], 'be') || is(words[i + 1], 'be'))) continue
      // "Research for this article relied on …"
      if (word.text === 'research' && /^(?:for|by|into|behind|on)$/.test(words[i + 1]?.text ?? '') && !self) continue
      if (/^(?:analysis|research)$/.test(word.text) && /^(?:the|this|our|any|investment|independent|own|of)$/.test(words[i - 1]?.text ?? '')) continue
      if (/^(?:assess|evaluate|judge|decide|think|conclude|confirm|probe|examine|vet)$/.test(word.text) && !self && !carefully(words, i)) continue
      if (/^(?:check|confirm)$/.test(word.text) && (words[i + 1]?.text === 'with' || words[i + 1]?.text === 'out')) continue
      if (/^(?:assess|evaluate)$/.test(word.text) && ahead(words, i, 6, (w) => is(w, 'circumstances')) >= 0 && !self) continue
      if (plain || self) if (addressed(reader, i) && !(view.negated && !refused(words, view.negator, i) && view.negator > i - 4)) return give()
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
    const owned = /^(?:get|seek|take|obtain|find)$/.test(word.text) && /^(?:your|their)$/.test(words[i + 1]?.text ?? '') && words[i + 2]?.text === 'own' && !words[i + 3]?.letters ? words.findIndex((w, j) => j < i && is(w, 'advice')) : -1
    const named = owned >= 0 ? owned : /^(?:one|him|her|them)$/.test(words[i + 1]?.text ?? '') && !is(words[i + 2], 'trade') ? words.findIndex((w, j) => j < i && is(w, 'professional') && !is(w, 'advice')) : -1
    const who = named >= 0 ? named : ahead(words, i, 10, (w) => is(w, 'professional'), ';.:')
    if (who < 0) continue
    const loose = /^(?:take|see|ask|contact|check|get|obtain|find|approach|involve|visit|hire|engage|discuss|speak|talk)$/.test(word.text)
    const advice = /advice|guidance|counsel$|opinion/.test(words[who]!.text)
    if (advice && /^(?:see|ask|contact|check|approach|visit|hire|speak|talk)$/.test(word.text)) continue
    if (advice && /^(?:take|find)$/.test(word.text) && (words[i + 1]?.text === 'this' || words[i + 1]?.text === 'it' || words[who - 1]?.text === 'as')) continue
    if (loose && who - i > 7) continue
    if (view.negated && view.negator >= i - 3 && view.negator < i) continue
    if (/^(?:seeking|consulting|obtaining|getting|taking|speaking|talking)\b/.test(word.text) && !/^(?:recommend|recommends|suggest|suggests|advise|by|before|without|consider|recommended)$/.test(words[i - 1]?.text ?? '')) continue
    if (word.text === 'without') continue
    if (addressed(reader, i) || (/^(?:seeking|consulting|obtaining|getting|taking|speaking|talking)\b/.test(word.text) && statement.inPosition)) {
      found({ element: 'consultProfessional', value: true, at: i, subject: view.subject })
      return
    }
  }
  // "A talk with an expert is advised"
  const talk = words.findIndex((w, i) => /^(?:talk|talk with|talk to|word|chat|conversation|consultation|discussion|consult)$/.test(w.text) && /^(?:a|an)$/.test(words[i - 1]?.text ?? ''))
  if (talk >= 0 && statement.inPosition && ahead(words, talk, 6, (w) => is(w, 'professional')) >= 0 && ahead(words, talk, 14, (w) => /^(?:advised|recommended|suggested|advisable|encouraged|wise|essential)$/.test(w.text)) >= 0 && !views[talk]!.negated) found({ element: 'consultProfessional', value: true, at: talk })
  const advised = words.findIndex((w) => is(w, 'professional') && /advice|guidance/.test(w.text))
  if (advised >= 0 && statement.inPosition) {
    const should = ahead(words, advised, 5, (w, j) => /^(?:sought|taken|obtained)$/.test(w.text) && is(words[j - 1], 'be'))
    if (should >= 0 && !views[should]!.negated) found({ element: 'consultProfessional', value: true, at: advised })
  }
}

/** Where the article's information comes from. */
export function readSources(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (statement.question) return
  if (statement.direct && statement.label.some((w) => /\b(?:sources?|references)$/.test(w.text)) && statement.inPosition && words.some((w) => w.letters) && !statement.label.some((w) => w.text.includes('disclos')) && (statement.label.some((w) => w.text.endsWith('s')) || words.some((w) => is(w, 'material') || is(w, 'info') || is(w, 'origin')))) {
    found({ element: 'sources', value: true, at: 0 })
    return
  }
  const named = words.some((w, j) => is(w, 'text') && !is(w, 'info') && (/^(?:this|the|our|that|above|present)$/.test(words[j - 1]?.text ?? '') || /^(?:above|herein)$/.test(w.text)))
  const here = named || words.some((w) => /^(?:above|here|herein|we|i|our|my)$/.test(w.text))
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    if (word.quoted || view.negated || view.hedge >= 0 || view.conditional) continue
    if (is(word, 'info') && i <= 6 && behind(words, i, 4, (w) => is(w, 'research')) < 0) {
      const origin = ahead(words, i, 16, (w, j) => (is(w, 'origin') || is(w, 'drawsOn')) && views[j]!.negator < 0)
      const ahead1 = origin >= 0 && behind(words, origin, 3, (w) => is(w, 'do') || w.text === 'not') < 0
      if (ahead1 && !views[origin]!.negated && words.length > origin + 1 && (here || statement.inPosition) && plainInfo(words, i, here)) return found({ element: 'sources', value: true, at: i, subject: view.subject })
      if (is(word, 'sourceNoun') && i <= 1 && named && is(words[view.verb] ?? words[i + 4], 'be')) return found({ element: 'sources', value: true, at: i, subject: view.subject })
      if (is(word, 'sourceNoun') && ahead(words, i, 6, (w) => is(w, 'be')) >= 0 && named && i <= 1) return found({ element: 'sources', value: true, at: i, subject: view.subject })
      if (is(word, 'sourceNoun') && ahead(words, i, 6, (w) => /^(?:used|consulted|include|included)$/.test(w.text)) >= 0 && statement.inPosition) return found({ element: 'sources', value: true, at: i, subject: view.subject })
    }
    if (statement.inPosition && i === 0 && (is(word, 'origin') || is(word, 'drawsOn')) && ahead(words, i, 8, (w) => is(w, 'material') || is(w, 'info')) >= 0) return found({ element: 'sources', value: true, at: i })
    if (statement.inPosition && /^(?:from|using|with)$/.test(word.text) && view.subject.speaker === 'author' && behind(words, i, 6, (w) => is(w, 'text')) >= 0 && behind(words, i, 8, (w) => /^(?:wrote|write|prepared|compiled|built|produced|researched|reported|assembled|drew|based|made)$/.test(w.text)) >= 0 && ahead(words, i, 6, (w) => is(w, 'material')) >= 0) return found({ element: 'sources', value: true, at: i, subject: view.subject })
    if (statement.inPosition && /^(?:from|via|through|using)$/.test(word.text) && view.verb >= 0 && fromMaterial(reader, i)) return found({ element: 'sources', value: true, at: view.subject.at, subject: view.subject })
    // A bare participle needs where from: "I have taken on both parties"
    if (is(word, 'origin') && !is(word, 'drawsOn') && !word.text.includes(' ') && ahead(words, i, 4, (w) => /^(?:from|through|via|by|using|out|out of|with|directly)$/.test(w.text)) < 0) continue
    if ((is(word, 'drawsOn') || is(word, 'origin')) && (view.subject.speaker === 'text' || view.subject.speaker === 'author') && (statement.inPosition || named) && words[i + 1] !== undefined) {
      const opinions = /^(?:views?|opinions?|ideas)$/.test(words[view.subject.at]?.text ?? '')
      const content = ahead(words, i, 12, (w) => is(w, 'info') || is(w, 'material') || /^(?:interviews?|filings?|reports?|documents?|records|figures|statements|releases?|accounts|disclosures|announcements?|databases?|calls?|companies|disclosed|public|publicly|transcripts?|estimates|press)$/.test(w.text)) >= 0
      if (content && !opinions) return found({ element: 'sources', value: true, at: i, subject: view.subject })
    }
  }
}

/** "This report was put together from …": the text or its information is the subject, documents or parties follow. */
function fromMaterial({ words, views }: Reader, i: number): boolean {
  const view = views[i]!
  const head = words[view.subject.at]
  if (!head || view.subject.speaker !== 'text' || /^(?:views?|opinions?|ideas|nothing|none|any part|no part|it|that)$/.test(head.text)) return false
  if (words.slice(view.verb, i).some((w) => /^(?:differ|differs|vary|varies|benefit|profit|suffer|excluded|exempt|different|separate|independent|protected|removed|reproduced|refrain|arise|arising|result|resulting|free)$/.test(w.text))) return false
  const passive = /ed$|^(?:taken|drawn|built|found|come|comes|came|put|written|pulled|got)$/.test(words[i - 1]?.text ?? '') || /^(?:together|directly|solely|only|mainly|largely|primarily)$/.test(words[i - 1]?.text ?? '')
  return passive && ahead(words, i, 6, (w) => is(w, 'material') || is(w, 'info')) >= 0
}

/** The noun speaks of the article's information as a whole, not of one claim's. */
function plainInfo(words: readonly Word[], i: number, here: boolean): boolean {
  const before = words.slice(0, i)
  if (before.some((w) => w.capital && w.letters && before.indexOf(w) > 0)) return false
  return here || i <= 2
}

/** Earlier results are said not to predict later ones. */
export function readPerformance(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (!statement.inPosition && !words.some((w) => /^(?:past|previous|prior|historical)$/.test(w.text))) return
  if (reportedHere(words)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted || !is(word, 'performance')) continue
    const past = behind(words, i, 4, (w) => is(w, 'past')) >= 0 || ahead(words, i, 4, (w) => is(w, 'past')) >= 0
    if (!past || words.slice(0, i).some((w) => w.possessive && !is(w, 'past'))) continue
    const open = ahead(words, i, 14, (w, j) => (is(w, 'negator') || is(w, 'idle') || /^(?:hardly|little|may|cannot|rarely|poor|seldom|differ)$/.test(w.text)) && views[j] !== undefined, ';.')
    const future = ahead(words, i, 18, (w) => is(w, 'future'), ';.')
    const subject = views[i]!.subject.speaker
    if ((open >= 0 || views[i]!.negated) && future >= 0 && subject !== 'author') {
      found({ element: 'pastPerformance', value: true, at: i })
      return
    }
  }
}

/** Loss, volatility, speculation or capital at risk is stated. */
export function readRisk(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (!statement.inPosition || statement.question) return
  if (reportedHere(words)) return
  const generic = words.some((w) => is(w, 'investing') || (is(w, 'lossPhrase') && /capital|invest|deposit|money/.test(w.text)))
  if (!generic) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    // "…, and short selling carries the risk of loss": a noun of its own bears it
    const bearer = is(word, 'risk') || is(word, 'lose') ? behind(words, i, 5, (w) => is(w, 'bears')) : -1
    const ofTrading = bearer > 0 && is(words[bearer - 1], 'investing') && !is(words[bearer - 1], 'reader') || words[bearer - 1]?.text === 'selling'
    if (word.quoted || view.subject.speaker === 'author' && !is(word, 'lossPhrase') && !ofTrading) continue
    if (view.negated && view.negator >= view.verb - 1 && !/^(?:without|instead of)$/.test(words[view.negator]!.text) && !is(word, 'lossPhrase')) continue
    const at = () => found({ element: 'risk', value: true, at: i })
    // "The value of your investment may fall"
    if (is(word, 'sink') && word.text !== 'back' && behind(words, i, 3, (w) => /^(?:may|can|could|will|might)$/.test(w.text)) >= 0 && !view.negated && words.slice(0, i).some((w) => /^(?:value|prices?|investments?|capital|income|shares)$/.test(w.text))) return at()
    if (word.text === 'back' && view.negated && behind(words, i, 7, (w) => is(w, 'receive') || w.text === 'getting') >= 0) return at()
    if (is(word, 'lossPhrase')) {
      if (/^(?:worth less than|go down|up or down|up and down|rise and fall|fluctuate|fluctuates)$/.test(word.text) && !words.some((w) => /^(?:value|prices?|investments?|crypto|income|capital|shares)$/.test(w.text))) continue
      return at()
    }
    if (is(word, 'volatile') && (is(words[view.verb], 'be') || /^(?:a|an|highly|very|inherently|extremely|considered|are|is)$/.test(words[i - 1]?.text ?? '') || /^(?:nature|and|investment|activity|market)$/.test(words[i + 1]?.text ?? ''))) return at()
    if (is(word, 'lose') && ahead(words, i, 7, (w) => is(w, 'stakes')) >= 0) return at()
    if (is(word, 'lose') && /^(?:losses|loss)$/.test(word.text) && behind(words, i, 7, (w) => is(w, 'risk') || /^(?:result|lead|substantial|incur|suffer|cause)$/.test(w.text)) >= 0 && behind(words, i, 8, (w) => /^(?:liable|responsible|liability|responsibility)$/.test(w.text)) < 0) return at()
    if (is(word, 'risk') && behind(words, i, 6, (w) => is(w, 'bears')) >= 0) return at()
    if (is(word, 'risk') && (word.text === 'high risk' || word.text === 'risk of loss')) return at()
    if (is(word, 'risk') && /^(?:at)$/.test(words[i - 1]?.text ?? '') && is(words[view.verb], 'be') && /^(?:capital|money|investment|funds)$/.test(words[view.subject.at]?.text ?? words[i - 3]?.text ?? '')) return at()
  }
}

/** Forward-looking statements or forecasts are named and said to be uncertain. */
export function readForward(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (!statement.inPosition || reportedHere(words)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted) continue
    if (is(word, 'forward') && !views[i]!.negated && (is(words[i - 1], 'be') || !words[i + 1]?.letters || /^(?:statements?|information|remarks?|comments?|and|or|in|views?|estimates?|content|nature|projections?|forecasts?)$/.test(words[i + 1]!.text))) return found({ element: 'forwardLooking', value: true, at: i })
    if (is(word, 'forecast') && word.text !== 'statements') {
      const uncertain = ahead(words, i, 14, (w) => is(w, 'uncertain'), ';.') >= 0 || (views[i]!.negated && is(words[i - 1], 'negator') === false && ahead(words, i, 6, (w) => w.text === 'guarantee') >= 0)
      const owner = words.slice(0, i).some((w) => w.possessive)
      if (uncertain && !owner && !/^(?:based)$/.test(words[i + 1]?.text ?? '') && /^(?:forecasts?|projections?|predictions?|targets?|estimates|outlook|expectations)$/.test(word.text) && (i <= 6 || !words[i - 1]!.letters || words[i - 1]!.text === 'and')) return found({ element: 'forwardLooking', value: true, at: i })
    }
  }
}

/** The text calls itself general, or says that it does not know the reader. */
export function readGeneral(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (reportedHere(words) || statement.question) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    if (word.quoted) continue
    const own = ofThisText(view, reader) || (view.subject.speaker === 'name' && statement.inPosition)
    const at = () => found({ element: 'generalAdvice', value: true, at: i, subject: view.subject })
    if (is(word, 'general') && (own || (view.subject.speaker === 'reader' && word.text.includes('nature'))) && statement.inPosition) {
      const next = words.slice(i + 1, i + 4)
      const noun = next.find((w) => w.text !== 'and' && w.text !== 'financial' && w.text !== 'investment' && w.text !== 'market')
      if (word.text.includes('nature') || (is(words[i + 1], 'generalNoun') && words[i + 2]?.text !== 'from') || (noun && /^(?:information|advice|guidance)$/.test(noun.text) && next[0]?.text !== 'market' && next.at(-1)?.text !== 'from' && next[1]?.text !== 'from')) return at()
      if (is(words[i - 1], 'be') && (words[i + 1] === undefined || !words[i + 1]!.letters || words[i + 1]?.text === 'and' || words[i + 1]?.text === 'only')) return at()
    }
    if (is(word, 'circumstances') && statement.inPosition) {
      const taken = behind(words, i, 12, (w) => is(w, 'consider'))
      const later = ahead(words, i, 8, (w) => is(w, 'consider'))
      if (later >= 0 && views[later]!.negated && (!views[i]!.negated || own)) return at()
      const ignores = taken >= 0 && (/^(?:ignores?|ignoring|disregards)$/.test(words[taken]!.text) || words[taken]!.text.includes(' no ') || views[taken]!.negated || behind(words, taken, 4, (w) => is(w, 'negator')) >= 0)
      if (ignores && (own || view.subject.speaker === 'reader' || view.subject.relative)) return at()
      if (behind(words, i, 8, (w) => /^(?:without|irrespective|regardless)$/.test(w.text)) >= 0) return at()
      if (view.negated && own && behind(words, i, 6, (w) => /^(?:tailored|suited|adapted|specific|know|personalised|addressed|account)$/.test(w.text)) >= 0) return at()
    }
    if (is(word, 'personal') && view.negated && own && (ahead(words, i, 2, (w) => is(w, 'advice') || w.text === 'recommendation') >= 0 || is(word, 'advice') || ahead(words, i, 4, (w) => w.text === 'you') >= 0)) {
      if (behind(words, i, 10, (w) => is(w, 'licensed')) >= 0) continue
      return at()
    }
  }
}

/** A time anchor in a disclosure: "at the time of writing", "as of 3 May". */
export function readAnchor(reader: Reader): void {
  const { statement, words, found } = reader
  if (statement.question) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted) continue
    if (is(word, 'anchor')) {
      // "did not see or approve it before publication"
      if (word.text === 'before publication' && behind(words, i, 8, (w) => /^(?:see|saw|approved?|reviewed?|read|checked|input|sight|shown)$/.test(w.text)) >= 0) continue
      if (/^(?:this was written|this was published)$/.test(word.text) && !/^(?:when|day|time|date)$/.test(words[i - 1]?.text ?? '')) continue
      return found({ element: 'asOfDate', value: true, at: i })
    }
    if (is(word, 'asOf')) {
      const next = words[i + 1]
      const dated = next !== undefined && (is(next, 'month') || /^(?:19|20)\d\d(?:-\d\d?)*$/.test(next.text) || (/^\d{1,2}(?:st|nd|rd|th)?$/.test(next.text) && (is(words[i + 2], 'month') || words[i + 2]?.text === 'of')) || /^\d{1,4}[./-]\d{1,2}/.test(next.text))
      if (word.text === 'on' && /^(?:beginning|starting|commencing|ending|founded|joined|paid|launched|born|expires?|from|began|until|through)$/.test(words[i - 1]?.text ?? '')) continue
      const close = word.text !== 'on' && /^(?:today|yesterday|now|publication|writing|close|market|this|q[1-4]|mid|early|late|end)$/.test(next?.text ?? '')
      const previous = word.text !== 'on' && ahead(words, i, 4, (w) => /^(?:close|publication|writing|day|date|month|quarter|year)$/.test(w.text)) >= 0
      if (dated || close || previous) return found({ element: 'asOfDate', value: true, at: i })
    }
  }
}
