import { isBorderToken, isName } from './source-phrases.ts'
import type { Token } from './tokens.ts'
import { Word, type Verb } from './vocabulary.ts'

/** A reporting verb that was found to be one, and where its verb group begins: `had also said`. */
export interface VerbCue {
  readonly at: number
  readonly verb: Verb
  /** First token of the verb group. */
  readonly group: number
  readonly voice: 'active' | 'passive' | 'participle'
}

const NOUN_OR_VERB = new Set([
  'report',
  'claim',
  'estimate',
  'plan',
  'call',
  'note',
  'show',
  'state',
  'forecast',
  'project',
  'post',
  'record',
  'book',
  'log',
  'target',
  'hope',
  'fear',
  'guide',
  'value',
  'rate',
  'signal',
  'comment',
  'detail',
  'quip',
  'find',
  'read',
  'list',
  'budget',
  'label',
  'blame',
  'credit',
  'worry',
  'boast',
  'question',
  'point',
  'feel',
  'highlight',
  'figure',
  'guess',
  'doubt',
  'remark',
  'praise',
  'answer',
  'outline',
  'reply',
  'repeat',
  'bet',
  'cite',
  'brief',
  'tweet',
  'caution',
  'pencil',
  'lament',
  'joke',
  'counter',
  'peg',
  'register',
  'mean',
  'put',
  'rule',
])
const MODAL = new Set([
  'will',
  'would',
  'could',
  'may',
  'might',
  'should',
  'must',
  'can',
  'shall',
  "won't",
  "can't",
  "wouldn't",
  "couldn't",
  "shouldn't",
  "it'll",
  "they'll",
  "we'll",
  "he'll",
  'let',
])
const BE = new Set([
  'is',
  'are',
  'was',
  'were',
  'be',
  'been',
  'being',
  "it's",
  "he's",
  "she's",
  "they're",
  "we're",
  "i'm",
  "isn't",
  "aren't",
  "wasn't",
  "weren't",
  "that's",
  'get',
  'got',
])
const HAVE = new Set([
  'has',
  'have',
  'had',
  "hasn't",
  "haven't",
  "hadn't",
  "we've",
  "they've",
  "i've",
  "it's",
  "he's",
  "she's",
  "he'd",
  "she'd",
  "they'd",
  "we'd",
  "it'd",
  'having',
])

/** The reporting verb at a token, or undefined where the form is a noun, an adjective, an infinitive, a hedge or a denial. */
export function verbCueAt(tokens: readonly Token[], i: number): VerbCue | undefined {
  const token = tokens[i]!
  const verb = token.verb
  if (!verb || (token.capital && i > 0 && tokens[i - 1]!.kind !== 'quote')) return undefined
  let group = i
  let be = false
  let have = false
  let does = false
  let modal = false
  while (group > 0) {
    const before = tokens[group - 1]!
    if (before.bits & Word.Negation && before.low !== 'no' && before.low !== 'without') return undefined
    if (MODAL.has(before.low) && !(before.capital && before.bits & Word.Month)) modal = true
    else if (BE.has(before.low)) be = true
    else if (HAVE.has(before.low)) have = true
    else if (before.low === 'did' || before.low === 'does' || before.low === 'do') does = true
    else if (before.bits & Word.Day && tokens[group - 2]?.low === 'on') group--
    else if (!isAdverb(before) && !(before.bits & Word.Day)) break
    group--
  }
  const before = tokens[group - 1]
  const next = tokens[i + 1]
  if (before?.low === 'to' || before?.low === 'not') return undefined
  // “could report” is no report
  if (modal && !have && !be) return undefined
  const { form } = verb
  if (NEEDS_CLAUSE.has(verb.lemma) && !opensClause(next)) return undefined
  if (before?.low === 'all' && verb.lemma === 'tell') return undefined
  if (form === 'ing') return be ? { at: i, verb, group, voice: 'active' } : participle(tokens, i, verb, group)
  const pastLike = form === 'past' || form === 'participle'
  if (be && pastLike) return next?.low === 'by' ? { at: i, verb, group, voice: 'passive' } : undefined
  if (be) return undefined
  if (pastLike && next?.low === 'by' && !have) return { at: i, verb, group, voice: 'passive' }
  if (form === 'participle' && !have && verb.lemma !== 'read') return undefined
  if (pastLike)
    return before && group === i && !nounBefore(tokens, i)
      ? undefined
      : isAdjective(tokens, i)
        ? undefined
        : { at: i, verb, group, voice: 'active' }
  if (form === 's') return isVerbS(tokens, i, group) ? { at: i, verb, group, voice: 'active' } : undefined
  return does || (!have && isVerbBase(tokens, i, group)) ? { at: i, verb, group, voice: 'active' } : undefined
}

/** Verbs that report only with a clause or quotation behind them: one can conclude a deal, maintain a plant, learn a trade. */
const NEEDS_CLAUSE = new Set([
  'conclude',
  'maintain',
  'learn',
  'observe',
  'realize',
  'realise',
  'signal',
  'mean',
  'repeat',
  'imagine',
  'feel',
  'know',
  'consider',
  'rule',
  'assume',
  'guess',
  'figure',
  'advise',
  'counter',
  'deny',
  'add',
])

function opensClause(next: Token | undefined): boolean {
  return (
    !next ||
    (next.kind !== 'word' && next.kind !== 'number') ||
    /^(?:that|how|why|whether|it|he|she|they|we|there|in|on|during|to)$/.test(next.low)
  )
}

function isAdverb(token: Token): boolean {
  return token.kind === 'word' && !token.capital && ((token.bits & Word.Adverb) !== 0 || (token.low.endsWith('ly') && token.low.length > 4))
}

/** “the reported loss”, “an estimated 2,000”: an adjective. */
function isAdjective(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  if (!before) return tokens[i]!.verb!.lemma !== 'say'
  return (
    ((before.bits & Word.Determiner) !== 0 &&
      !(before.bits & Word.Pronoun && before.low !== 'one') &&
      !/^(?:this|that|both|some|many|few|all)$/.test(before.low)) ||
    before.possessive
  )
}

/** A past form needs something before it that can be its subject, or a mark. */
function nounBefore(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]!
  if (before.kind !== 'word') return before.kind !== 'number' || /^(?:19|20)\d\d$/.test(before.low)
  if (before.bits & Word.Preposition && !before.capital) return false
  return true
}

function participle(tokens: readonly Token[], i: number, verb: Verb, group: number): VerbCue | undefined {
  const before = tokens[group - 1]
  if (verb.kinds.has('result') && !verb.kinds.has('say') && verb.lemma !== 'post') return undefined
  const next = tokens[i + 1]
  if (next?.low === 'to' && verb.lemma !== 'point' && verb.lemma !== 'refer') return undefined
  if (!before || before.low === ',' || before.low === 'and' || before.kind === 'quote') return { at: i, verb, group, voice: 'participle' }
  if (before.bits & (Word.Document | Word.Data)) return { at: i, verb, group, voice: 'participle' }
  if (verb.kinds.has('document') && paperBefore(tokens, group)) return { at: i, verb, group, voice: 'participle' }
  if (/^(?:after|by|in|while|when|before|without|despite)$/.test(before.low) && next && next.low !== 'of')
    return { at: i, verb, group, voice: 'participle' }
  if (before.kind === 'word' && !(before.bits & (Word.Preposition | Word.Auxiliary | Word.Determiner)) && withBefore(tokens, group))
    return { at: i, verb, group, voice: 'participle' }
  return undefined
}

const SUBJECT = Word.Organisation | Word.Role | Word.Document | Word.Data | Word.Crowd | Word.Anonymous

/** `reports`, `claims`, `shows`: verb or plural noun, told by the neighbours. */
function isVerbS(tokens: readonly Token[], i: number, group: number): boolean {
  const { lemma } = tokens[i]!.verb!
  const before = tokens[group - 1]
  const next = tokens[i + 1]
  if (
    (lemma === 'show' || lemma === 'find' || lemma === 'forecast' || lemma === 'project' || lemma === 'estimate') &&
    next?.low !== 'of' &&
    paperBefore(tokens, group)
  )
    return true
  if (!NOUN_OR_VERB.has(lemma))
    return !before || !(before.bits & Word.Determiner) || (before.bits & Word.Pronoun) !== 0 || before.low === 'one'
  // “from earlier estimates”
  if (/^(?:earlier|first|early|later|last)$/.test(tokens[i - 1]?.low ?? '') && (!next || next.kind === 'mark')) return false
  if (group < i) return true
  // “Continuing claims, which lag”
  if (group === 1 && next?.low === ',') return false
  if (!before || next?.low === 'of' || next?.low === 'from' || next?.low === 'are' || next?.low === 'were') return false
  if (before.possessive || (before.bits & Word.Determiner && !(before.bits & Word.Pronoun))) return false
  const follows =
    !next ||
    next.kind !== 'word' ||
    next.capital ||
    (next.bits & (Word.Determiner | Word.Pronoun | Word.Demonstrative)) !== 0 ||
    /^(?:at|how|why|more|less|about|some)$/.test(next.low)
  const subject =
    isName(tokens, i - 1) ||
    ((before.bits & (Word.Pronoun | SUBJECT)) !== 0 && !(before.bits & Word.Plural)) ||
    before.low === ',' ||
    before.low === ')' ||
    before.kind === 'quote'
  return (
    subject && (follows || (before.bits & Word.Pronoun) !== 0 || (next!.kind === 'word' && next!.low.endsWith('s') && lemma === 'show'))
  )
}

/** A base form is a verb after `they`, `we`, `I`, `you`, `who`, a plural, or two names. */
function isVerbBase(tokens: readonly Token[], i: number, group: number): boolean {
  const before = tokens[group - 1]
  if (!before) return false
  if (/^(?:they|we|i|you|who|people|police|some|many|most|others|which|that)$/.test(before.low)) return true
  const { lemma } = tokens[i]!.verb!
  const next = tokens[i + 1]
  if (before.possessive || (before.bits & (Word.Determiner | Word.Preposition) && !before.capital)) return false
  const plural =
    before.kind === 'word' &&
    ((before.bits & Word.Plural) !== 0 || (before.low.endsWith('s') && !before.low.endsWith('ss')) || before.low === 'data')
  if (!NOUN_OR_VERB.has(lemma))
    return (
      plural ||
      (before.bits & Word.Day) !== 0 ||
      before.low === ',' ||
      before.low === 'and' ||
      pluralBefore(tokens, group) ||
      isName(tokens, group - 1)
    )
  if (next?.low === 'of') return false
  if (lemma === 'show' || lemma === 'find' || lemma === 'forecast' || lemma === 'project' || lemma === 'estimate')
    if (pluralBefore(tokens, group)) return true
  return plural && !before.capital && (before.bits & SUBJECT) !== 0
}

/** “with the company reporting”: a clause with a subject of its own. */
function withBefore(tokens: readonly Token[], group: number): boolean {
  for (let i = group - 1; i >= 0 && group - i <= 8; i--) {
    if (tokens[i]!.low === 'with') return true
    if (isBorderToken(tokens[i])) return false
  }
  return false
}

/** A paper within twelve words before: “a Roe poll in January shows”. */
function paperBefore(tokens: readonly Token[], group: number): boolean {
  for (let i = group - 1; i >= 0 && group - i <= 12; i--) {
    const token = tokens[i]!
    if (isBorderToken(token)) return false
    if (token.bits & (Word.Data | Word.Document) && !token.possessive) return true
  }
  return false
}

/** A plural paper or people within twelve words before: “data from the bureau show”. */
function pluralBefore(tokens: readonly Token[], group: number): boolean {
  for (let i = group - 1; i >= 0 && group - i <= 12; i--) {
    const token = tokens[i]!
    if (isBorderToken(token)) return false
    if (
      token.bits & (Word.Data | Word.Document | Word.Crowd | Word.Role | Word.Organisation | Word.Anonymous) &&
      (token.low.endsWith('s') || token.low === 'data' || token.low === 'people' || token.bits & Word.Plural)
    )
      return true
  }
  return false
}
