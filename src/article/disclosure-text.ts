import type { View } from './disclosure-clauses.ts'
import { ahead, type Reader, reported } from './disclosure-readings.ts'
import type { Word } from './disclosure-words.ts'

/** Somebody is said to say it; "this note reports", "the table shows" are the text's own words. */
export function reportedHere(words: readonly Word[]): boolean {
  return reported(words.filter((w) => !/^(?:stated|shows|reported|reports|notes|claims|tells|states)$/.test(w.text)))
}

/** Whether the text, its author or its publisher says this of the text: not somebody in the story. */
export function ofThisText(view: View, { statement, words }: Reader): boolean {
  const { speaker, relative } = view.subject
  if (reportedHere(words) && speaker !== 'author') return false
  if (speaker === 'text' || speaker === 'author') return true
  if (speaker === 'reader') return view.negated
  if (speaker === 'none') return true
  return speaker === 'name' && !relative && statement.inPosition
}

/** "Recommendations are not made here." */
export function deniedAfter(words: readonly Word[], views: readonly View[], i: number): boolean {
  const not = ahead(words, i, 12, (w, j) => w.text === 'not' && views[j]!.clause === views[i]!.clause)
  return not >= 0 && words[not]!.kinds.has('negator')
    && ahead(words, not, 3, (w) => /^(?:made|given|intended|implied|offered|provided|meant|issued|expressed|contained)$/.test(w.text)) >= 0
}
