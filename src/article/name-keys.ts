import resultsWords from '../lexicon/results-words.json' with { type: 'json' }
import { wordsOf } from '../lexicon/lexicon.ts'
import { keptWithFrame } from './frames.ts'
import { keptWithWords, type Parsed } from './parsed.ts'
import { hasVerb, isName } from './source-phrases.ts'
import type { Token } from './tokens.ts'
import { Word } from './vocabulary.ts'

const generic = wordsOf(resultsWords, 'generic')
const SUFFIX = new Set('inc corp corporation ltd plc llc co sa ag nv se asa holdings group bank lp'.split(' '))
const PRONOUN = new Set('it its they their he she his her'.split(' '))

/** The words of names that tell one name from another: `Norland`, not `Corp.` */
export type Keys = ReadonlySet<string>

export const NO_KEYS: Keys = new Set()

/** Which words are names in an article, and which of them name companies. */
export interface KnownNames {
  /** Words that stand with a capital where a common word would not. */
  readonly names: Keys
  /** Words of names that carry `Inc.`, a ticker, or the like. */
  readonly companies: Keys
  /** Last words of names that later stand alone: Ana Ruiz is Ruiz, Norland Corp. is Norland. */
  readonly persons: Keys
  /** The paragraph a name's word is first met in. */
  readonly first: ReadonlyMap<string, number>
}

/** Reads the names of an article, once. */
export function knownNames(sentences: readonly Parsed[]): KnownNames {
  const names = new Set<string>()
  const companies = new Set<string>()
  const first = new Map<string, number>()
  const lasts = new Set<string>()
  const firsts = new Set<string>()
  const persons = new Set<string>()
  for (const { tokens, sentence, open } of sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!
      if (token.kind !== 'word' || !token.capital) continue
      if (!first.has(token.low)) first.set(token.low, sentence.blockIndex)
      const before = tokens[i - 1]
      if (
        i > open &&
        before!.kind !== 'quote' &&
        before!.low !== '.' &&
        before!.low !== ':' &&
        !generic.has(token.low) &&
        isName(tokens, i)
      )
        names.add(token.low)
      else if (token.possessive || token.upper || (!token.bits && tokens[i + 1]?.capital && tokens[i + 1]!.kind === 'word'))
        names.add(token.low)
      const alone = !tokens[i + 1]?.capital && !before?.capital
      if (alone && lasts.has(token.low) && !firsts.has(token.low)) persons.add(token.low)
      if (before?.capital && !tokens[i + 1]?.capital && tokens[i - 2]?.low !== '&' && before.kind === 'word' && i > open)
        lasts.add(token.low)
      if (tokens[i + 1]?.capital && !before?.capital) firsts.add(token.low)
      const suffix = i > 0 && SUFFIX.has(token.low)
      const ticker = tokens[i + 1]?.low === '(' && tokens[i + 2]?.upper === true
      if (!suffix && !ticker) continue
      for (let k = suffix ? i - 1 : i; k >= 0 && i - k < 6 && tokens[k]!.kind === 'word' && tokens[k]!.capital; k--)
        if (!generic.has(tokens[k]!.low)) {
          companies.add(tokens[k]!.low)
          names.add(tokens[k]!.low)
        }
    }
  }
  return { names, companies, persons, first }
}

/** The telling words of the names between two tokens, `to` included. */
export function nameKeys(tokens: readonly Token[], from: number, to: number, known?: KnownNames): Set<string> {
  const keys = new Set<string>()
  for (let i = from; i <= to && i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || !token.capital || generic.has(token.low) || token.low.length < 2 || !isName(tokens, i)) continue
    if (known && !known.names.has(token.low)) continue
    keys.add(token.low)
  }
  return keys
}

/** The telling words of all names in a sentence. */
export const keysIn = keptWithWords(({ tokens, open }): Keys => nameKeys(tokens, open, tokens.length - 1))

/** Those of them that are names in the article. */
export const knownKeysIn = (parsed: Parsed, known: KnownNames): Keys => among(keysIn(parsed), known)

/** The telling words of the name of a frame’s source. */
export const sourceKeys = keptWithFrame(({ source, parsed }): Keys => nameKeys(parsed.tokens, source!.first, source!.last))

/** The keys that are names in the article. */
function among(keys: Keys, { names }: KnownNames): Keys {
  for (const key of keys) if (!names.has(key)) return new Set([...keys].filter((one) => names.has(one)))
  return keys
}

/** Whether two names share a telling word. */
export function sameName(a: Keys, b: Keys): boolean {
  for (const key of a) if (b.has(key)) return true
  return false
}

/** The telling words of the last name before a token. */
export function lastNameBefore(tokens: readonly Token[], before: number, known: KnownNames): Keys {
  for (let i = before - 1; i >= 0; i--) {
    const token = tokens[i]!
    if (token.low === ';') break
    if (token.kind !== 'word' || !token.capital || !isName(tokens, i) || !known.names.has(token.low)) continue
    let from = i
    while (from > 0 && isName(tokens, from - 1)) from--
    return nameKeys(tokens, from, i, known)
  }
  return NO_KEYS
}

/** The telling words of the names before the first verb, and whether a description such as “the company” stands there. */
export function subjectOf(parsed: Parsed, known: KnownNames): Subject {
  const subject = subjectIn(parsed)
  const keys = among(subject.keys, known)
  return keys === subject.keys ? subject : { ...subject, keys }
}

/** The subject of a sentence; `end` is the token of its first verb. */
export interface Subject {
  readonly keys: Keys
  readonly described: boolean
  readonly end: number
}

/** The subject as far as the sentence itself tells: any word that looks like a name is one. */
export const subjectIn = keptWithWords(({ tokens, open }): Subject => {
  let end = open
  while (end < tokens.length && !hasVerb(tokens, end, end + 1)) end++
  let described = false
  for (let i = open; i < end; i++) {
    const token = tokens[i]!
    if (i === open && PRONOUN.has(token.low)) described = true
    if (token.bits & Word.Organisation && !token.capital && /^(?:the|its|this|that)$/.test(tokens[open]!.low)) described = true
  }
  return { keys: nameKeys(tokens, open, end - 1), described, end }
})
