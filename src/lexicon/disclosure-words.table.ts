import list from './disclosure-words.json' with { type: 'json' }
import { lineOf } from './pairs.ts'

/** The words of disclosures laid out for asking; plain data, so that a build can keep it as it is. */
export interface DisclosureTable {
  /** Single words and their kinds, which a comma parts. */
  readonly single: string
  /** First words and the phrases they begin, the longest first: `expert advice=advice;expert=…`. */
  readonly phrases: string
  /** Long words a slip of the finger may be read as, by length and by either letter a slip of them may begin with. */
  readonly guessable: Readonly<Record<string, readonly string[]>>
}

/** Kinds of words that are read through a slip; of other kinds, and of short words (`no`, `now`), nothing is guessed. */
const GUESSED = ['security', 'author', 'holdings', 'have', 'tie', 'licence', 'licensed', 'recommendation', 'advice', 'research', 'professional', 'consult', 'compensation', 'info', 'sourceNoun']

const kindsOf = new Map<string, string[]>()
for (const { text, kind } of list.entries) {
  const known = kindsOf.get(text)
  if (!known) kindsOf.set(text, [kind])
  else if (!known.includes(kind)) known.push(kind)
}

const single: [string, string][] = []
const phrases = new Map<string, string[][]>()
const guessable: Record<string, string[]> = {}
for (const [text, kinds] of kindsOf) {
  if (/[=;,]/.test(text)) throw new Error(`${text}: a mark that parts phrases`)
  const words = text.split(' ')
  if (words.length > 1) {
    const among = phrases.get(words[0]!)
    if (among) among.push(words)
    else phrases.set(words[0]!, [words])
    continue
  }
  single.push([text, kinds.join()])
  if (text.length < 6 || !GUESSED.some((kind) => kinds.includes(kind))) continue
  for (const letter of new Set([text[0], text[1]])) (guessable[`${text.length}${letter}`] ??= []).push(text)
}
const lines = [...phrases].map(([first, among]) => {
  const longest = among.sort((a, b) => b.length - a.length).map((words) => words.join(' '))
  return [first, longest.map((text) => `${text}=${kindsOf.get(text)!.join()}`).join(';')] as const
})

const table: DisclosureTable = { single: lineOf(single), phrases: lineOf(lines), guessable }
export default table
