import list from './disclosure-words.json' with { type: 'json' }

/** The words of disclosures laid out for asking; plain data, so that a build can keep it as it is. */
export interface DisclosureTable {
  /** What a word or phrase can be; the other columns tell a place in this list. */
  readonly kinds: readonly (readonly string[])[]
  readonly single: Readonly<Record<string, number>>
  /** Phrases by their first word, the longest first. */
  readonly phrases: Readonly<Record<string, readonly (readonly [words: readonly string[], kinds: number])[]>>
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

const places = new Map<string, number>()
const single: Record<string, number> = {}
const phrases: Record<string, [string[], number][]> = {}
const guessable: Record<string, string[]> = {}
for (const [text, kinds] of kindsOf) {
  const key = kinds.join()
  const place = places.get(key) ?? places.size
  places.set(key, place)
  const words = text.split(' ')
  if (words.length > 1) {
    ;(phrases[words[0]!] ??= []).push([words, place])
    continue
  }
  single[text] = place
  if (text.length < 6 || !GUESSED.some((kind) => kinds.includes(kind))) continue
  for (const letter of new Set([text[0], text[1]])) (guessable[`${text.length}${letter}`] ??= []).push(text)
}
for (const among of Object.values(phrases)) among.sort(([a], [b]) => b.length - a.length)

const table: DisclosureTable = { kinds: [...places.keys()].map((key) => key.split(',')), single, phrases, guessable }
export default table
