import type { View } from './disclosure-clauses.ts'
import { ahead, behind, is, type Reader } from './disclosure-readings.ts'
import { deniedAfter, ofThisText } from './disclosure-text.ts'
import type { Word } from './disclosure-words.ts'

/** Denials of being a recommendation, offer or call. */
export function readRecommendation(reader: Reader): void {
  const { statement, words, views, found } = reader
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted || !(is(word, 'recommendation') || is(word, 'recommend'))) continue
    const view = views[i]!
    if (view.notOnly || !ofThisText(view, reader) || statement.question) continue
    // "has not received any endorsements"
    if (view.verb >= 0 && view.verb < i && is(words[view.verb], 'receive')) continue
    if (/^offers?$/.test(word.text)
      && (is(words[i + 1], 'negator') || is(words[i + 1], 'advice') || is(words[i + 1], 'reader') || i === view.verb)) continue
    if (is(word, 'recommend') && view.negated && is(words[i - 1], 'be') && word.text.endsWith('ed')) continue
    // "Not a tip."
    if (/^tips?$/.test(word.text) && view.negated && words.filter((w) => w.letters).length <= 5
      && statement.inPosition) return found({ element: 'notRecommendation', value: true, at: i, subject: view.subject })
    const strong = is(word, 'strongRecommendation') || word.text === 'recommend' || word.text === 'recommends'
      || word.text === 'recommending' || word.text === 'solicit' || word.text === 'solicits'
    const trades = (word.text === 'endorsement' && words[i + 1]?.text === 'of' && ahead(words, i, 4, (w) => is(w, 'security')) >= 0)
      || ahead(words, i, 9,
      (w) => is(w, 'trade')
        || /^(?:stocks?|buying|selling|holding|invest|hold|dispose|subscribe|trading|investing|engage|transact|securities|purchases?|sales?|trades?)$/.test(w.text)) >= 0
    if (is(word, 'recommend') && is(words[i + 1], 'reader') && !trades) continue
    if (is(word, 'recommend') && TELLS.test(word.text) && !trades) continue
    if (is(word, 'recommend') && !trades && ahead(words, i, 7, (w) => is(w, 'security') || is(w, 'discussed')) < 0) continue
    const predicate = view.negated && view.verb >= 0 && i - view.negator <= 14
    const denied = view.negated || (view.verb > i ? false : false) || deniedAfter(words, views, i)
    if (denied) {
      if (!strong && !trades
        && !(predicate && is(word, 'recommendation') && !/^(?:tips?|rating|endorsement|offers)$/.test(word.text))) continue
      if (word.text === 'endorsement' && !trades) continue
      if (view.subject.speaker === 'none' && view.verb < 0 && !statement.inPosition && i - view.negator > 6) continue
      if (view.double) found({ element: 'notRecommendation', value: true, at: i, defect: 'polarity', subject: view.subject })
      else found({ element: 'notRecommendation', value: true, at: i,
        ...(view.hedge >= 0 && view.hedge > view.negator - 3 && !/^(?:should not be assumed)$/.test(words[view.hedge]!.text)
          && view.hedge < i && words[view.hedge]!.text !== 'may' ? { defect: 'hedged' as const } : {}), subject: view.subject })
      return
    }
    if (view.double && strong && statement.inPosition
      && i - view.verb <= 4) return found({ element: 'notRecommendation', value: true, at: i, defect: 'polarity', subject: view.subject })
    // "A recommendation to buy or sell.": the denial has lost its word.
    const both = ahead(words, i, 5, (w) => w.text === 'or' || w.text === 'and') >= 0 && trades
    const opening = view.subject.speaker === 'none' && view.verb < 0 && i <= 2
    const claimed = view.subject.speaker === 'text' && is(words[view.verb], 'be') && i - view.verb <= 3
    if (statement.inPosition && is(word, 'strongRecommendation')
      && ((both && (opening || claimed)) || (claimed && words.length <= 9 && is(words[view.subject.at], 'demonstrative')))) {
      found({ element: 'notRecommendation', value: true, at: i, defect: 'polarity', subject: view.subject })
      return
    }
  }
}

/** Verbs that recommend only with what the reader is to do. */
const TELLS = /^(?:tell|tells|telling|advise|advises|advising|ask|asking|suggest|suggests|suggesting|encourage|encourages|encouraging|invite|invites|inviting|urge|urges|urging|promote|promotes|promoting|counsel|prompting)$/

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
    const refusedAfter = ahead(words, i, 8,
      (w, j) => w.text === 'none' && is(words[j + 1], 'be')
        && /^(?:given|offered|provided|intended|implied|meant)$/.test(words[j + 2]?.text ?? ''))
    if (refusedAfter >= 0) return found({ element: 'notAdvice', value: true, at: i, subject: view.subject })
    if (!denied) {
      const opening = view.subject.speaker === 'none' && view.verb < 0 && i <= 1 && words.length <= i + 3
      const claimed = view.subject.speaker === 'text' && is(words[view.verb], 'be') && i - view.verb <= 2 && words.length <= i + 3
      if (statement.inPosition && (opening || claimed)
        && word.text !== 'advice') found({ element: 'notAdvice', value: true, at: i, defect: 'polarity', subject: view.subject })
      continue
    }
    // "not licensed to give advice" is about the person, "nor should you need advice" about the reader.
    if (!asSuch(words, views, i)
      && behind(words, i, 14,
      (w, j) => (is(w, 'licensed')
        || /^(?:qualified|replace|substitute|receive|seek|seeking|need|needing|want|wants|asked|without)$/.test(w.text))
        && views[j]!.clause === view.clause && j > view.negator - 1) >= 0 && !behindSubstitute(words, i)) continue
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
