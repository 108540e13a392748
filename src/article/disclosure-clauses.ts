import functions from '../lexicon/function-words.json' with { type: 'json' }
import { wordsOf, type Lexicon } from '../lexicon/lexicon.ts'
import type { Statement } from './disclosure-statements.ts'
import { inCapitals, type Word } from './disclosure-words.ts'

/**
 * Who a clause is about: `author` (also I, we, the editor), `name` (somebody or some outlet by name), `text` (this article),
 * `reader`, `employer`, `third` (anybody in the story), `none` (a fragment without a subject).
 */
export type Speaker = 'author' | 'name' | 'text' | 'reader' | 'employer' | 'third' | 'none'

export interface Subject {
  readonly speaker: Speaker
  /** The words, when there are any. */
  readonly at: number
  readonly name: string
  /** Stands in a relative clause: "…, who has no position in the stock, …" */
  readonly relative: boolean
}

/** How one word stands in its clause. */
export interface View {
  readonly subject: Subject
  readonly negated: boolean
  /** Two negations that cancel each other: "not without", "not true that … no". */
  readonly double: boolean
  /** Index of the word that negates, of the hedge, of the intention; -1 is none. */
  readonly negator: number
  readonly hedge: number
  readonly intent: number
  readonly conditional: boolean
  /** The finite verb before, in this clause: its index, or -1. */
  readonly verb: number
  readonly notOnly: boolean
  /** Counts clauses. */
  readonly clause: number
}

const is = (word: Word | undefined, kind: string): boolean => word?.kinds.has(kind) ?? false
const DETERMINER = /^(?:the|a|an|its|our|my|any|their|his|her|all|this|these)$/
const FRAGMENT: Subject = { speaker: 'none', at: -1, name: '', relative: false }
const OPENS_CLAUSE = /^(?:the|a|an|it|we|i|this|they|he|she|you|any|no|there|our|my|neither|none|each)$/
/** Begins an adverbial before the subject. */
const FRONTS = /^(?:of|in|on|at|as|for|with|during|to|from|under|despite|given|like|regarding|as of|as at|based on|except)$|^(?:as|at|on) /
/** The same, subordinate clauses among them. */
const OPENED = /^(?:of|in|on|at|as|for|with|during|to|from|under|despite|given|like|regarding|when|while|before|after|since|because|although|though)$|^(?:as|at|on|when) /
const MODAL = new Set(['will', 'shall', 'must', 'should', 'can', 'do', 'does', 'did', 'may', 'might', 'could', 'would', 'cannot', 'recommends', 'recommend', 'carries', 'involves', 'need', 'needs'])

/** A full stop behind these ends no sentence. */
const TITLE = /^(?:dr|mr|mrs|ms|prof|sen|rep|gov|gen|st)$/

/** Whether a finite verb stands here: the subject is over. */
export function isFinite(word: Word | undefined): boolean {
  return !!word && (is(word, 'finite') || MODAL.has(word.text) || ((is(word, 'own') || is(word, 'have')) && !is(word, 'security') && word.text !== 'having' && word.text !== 'holding' && word.text !== 'owning'))
}

/** Reads a statement left to right, once, and says of each word who it is about and what governs it. */
export function viewsOf({ words, inPosition }: Statement): View[] {
  const capitals = inCapitals(words)
  const views: View[] = []
  let subject: Subject = FRAGMENT
  let outer: Subject | undefined
  let outerNegator = -1
  let pending: Subject | undefined
  let verb = -1
  let negator = -1
  let subjectNegator = -1
  let double = false
  let hedge = -1
  let intent = -1
  let notOnly = false
  let clause = 0
  let nested = false
  let conditional = opensCondition(words)
  let coordinated = false
  let lastConjunction = ''
  let commas = 0
  const opened = words[0] !== undefined && OPENED.test(words[0].text)
  const fronted = words[0] !== undefined && (FRONTS.test(words[0].text) || is(words[0], 'default') || words[0].text === 'if not')

  const reset = (hard: boolean) => {
    if (hard || subjectNegator < 0) negator = -1
    else negator = subjectNegator
    if (hard) {
      if (pending && verb < 0) subject = pending
      subjectNegator = -1
      negator = -1
      notOnly = false
      pending = undefined
      verb = -1
      nested = false
      intent = -1
    }
    double = false
    hedge = -1
    clause++
  }

  const viewOf = (): View => ({
    subject: verb < 0 && pending ? pending : subject, negated: negator >= 0, double, negator, hedge, intent, conditional, verb, notOnly, clause,
  })

  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const before = words[i - 1]
    if (!word.letters) {
      // A full stop before a small letter is an abbreviation's.
      if (word.text === '.' && words[i + 1]?.letters && (!words[i + 1]!.capital || TITLE.test(before?.text ?? ''))) {
        // goes on
      } else if (word.text === ';' || word.text === '—' || word.text === '–' || word.text === '.' || word.text === '!' || word.text === ':') {
        reset(true)
        conditional = false
        // "…; no recommendation is intended": a new subject that is no speaker.
        if (word.text === '.' || word.text === '!' || /^(?:no|nothing|none|any)$/.test(words[i + 1]?.text ?? '')) subject = FRAGMENT
        coordinated = false
      } else if (word.text === ',' || word.text === ')' || word.text === '(') {
        coordinated = true
        lastConjunction = ','
        if (outer && (word.text === ',' || word.text === ')')) {
          subject = outer
          outer = undefined
          pending = undefined
          reset(true)
          negator = subjectNegator = outerNegator
        }
        // "As of this writing, neither I …", "Of the companies above, I own none": what was set before the subject is over.
        if (verb < 0 && !conditional && ((fronted && commas++ === 0) || (pending?.speaker === 'text' && opened))) pending = undefined
        if (conditional && word.text === ',') {
          conditional = false
          reset(true)
        }
      }
    } else if (word.text === 'and' || word.text === 'or' || word.text === '&') {
      coordinated = true
      lastConjunction = word.text
    } else if (is(word, 'but') && verb < 0 && words[i + 1]?.text === 'not') {
      // "The editor, but not the author, owns": an aside about somebody else
      while (i + 1 < words.length && words[i + 1]!.text !== ',' && !isFinite(words[i + 1])) {
        views.push(views.at(-1) ?? viewOf())
        i++
      }
    } else if (is(word, 'but')) {
      reset(true)
      conditional = false
      coordinated = false
    } else if ((word.text === 'who' || word.text === 'which' || word.text === 'whose' || (word.text === 'that' && before?.letters && !isFinite(before) && !is(before, 'truth') && !OPENS_CLAUSE.test(words[i + 1]?.text ?? ''))) && i > 0) {
      const antecedent = speakerBefore(words, i, capitals)
      if (antecedent && word.text === 'that' && antecedent.speaker === 'author' && antecedent.at < i - 1) {
        // "The author doubts that …": no relative clause, but what he doubts.
        if (pending) subject = pending
        pending = undefined
        nested = true
      } else if (antecedent) {
        outer = verb < 0 && pending ? pending : subject
        outerNegator = verb < 0 ? subjectNegator : -1
        subject = antecedent
        pending = undefined
        negator = -1
        verb = -1
        clause++
      }
    } else if (word.text === 'that' && before?.letters && (verb >= 0 || is(before, 'hedge'))) {
      // "It is not true that the author …": a subject of its own, under the same denial.
      pending = undefined
      nested = subject.speaker !== 'text' || is(before, 'reporting')
      verb = -1
      // "It would be wrong to say that": politeness, no doubt about what follows.
      if (words[hedge]?.text === 'would') hedge = -1
    } else {
      const finite = isFinite(word) && before?.text !== 'to' && !isMonth(words, i) && !(i === 0 && conditional)
      const named = speakerAt(words, i, capitals, inPosition)
      const nextSpeaker = named && nested && named.speaker === 'name' ? { ...named, speaker: subject.speaker === 'author' && /^(?:he|she|they)$/.test(named.name) ? 'author' as const : 'third' as const } : named
      const freshStart = coordinated && before !== undefined && (!isNominal(before) || DETERMINER.test(before.text))
      // A new subject with its own verb begins a clause: ", and our writers are …", "Nothing here is advice, we …"
      if (nextSpeaker && verb >= 0 && freshStart && lastConjunction !== '' && verbFollows(words, nextSpeaker.at)) {
        reset(true)
        conditional = false
        pending = nextSpeaker
        verb = -1
      } else if (nextSpeaker && verb < 0 && (pending === undefined || joins(words, i, pending, nextSpeaker, fronted && commas === 0) || (pending.speaker === 'text' && /^(?:none|nothing|all|each|neither|everything)$/.test(words[pending.at]?.text ?? '') && words[pending.at + 1]?.text === 'of'))) {
        pending = nextSpeaker
      }
      // "Nor do I own", "in none of them does the author hold": the subject stands behind its auxiliary.
      if (nextSpeaker?.speaker === 'author' && verb >= 0 && is(words[verb], 'do') && i - verb <= 2 && (subject.speaker === 'none' || subject.speaker === 'text' || /^(?:in|of|at)$/.test(words[0]!.text) || words.slice(0, verb).some((w) => w.text === 'nor')) ) subject = nextSpeaker
      if (finite && outer && verb >= 0 && !coordinated && i - verb > 2 && before && !is(before, 'negator') && !isFinite(before)) {
        // "The analyst who wrote this report holds": back to the noun before the relative clause.
        subject = outer.speaker === 'none' ? { ...subject, relative: false } : outer
        outer = undefined
        reset(true)
        negator = subjectNegator = outerNegator
        verb = i
      }
      if (finite && !(is(word, 'security') && !is(before, 'author') && verb >= 0)) {
        const coordinatedVerb = freshStart && verb >= 0 && (lastConjunction === 'and' || inflected(word) || before?.text === 'and')
        if (coordinatedVerb && lastConjunction !== 'or') reset(false)
        if (verb < 0) {
          if (pending) subject = pending
          pending = undefined
        }
        verb = i
      }
      // "You can assume the author has no position": what is to be assumed is said
      if (verb >= 0 && before && SUPPOSES.test(before.text) && nextSpeaker?.speaker === 'author' && (verbFollows(words, nextSpeaker.at) || is(words[nextSpeaker.at + 1], 'works'))) {
        subject = nextSpeaker
        pending = nextSpeaker
        verb = -1
        clause++
      } else if (verb >= 0 && before && DETERMINER.test(before.text) && SUPPOSES.test(words[i - 2]?.text ?? '') && nextSpeaker?.speaker === 'author' && verbFollows(words, nextSpeaker.at)) {
        subject = nextSpeaker
        pending = nextSpeaker
        verb = -1
        clause++
      }
      if (is(word, 'condition') && (word.text === 'if' || word.text === 'unless' || word.text === 'whether')) {
        conditional = true
        negator = -1
        clause++
      }
      if (is(word, 'notOnly')) notOnly = true
      if (is(word, 'truth') || (is(word, 'negator') && !word.quoted && !is(word, 'idle') && !negatesOther(words, i))) {
        const cancels = negator >= 0 && !coordinated && !word.text.startsWith('nor') && word.text !== 'neither' && i - negator < 14 && !concord(words, negator, i)
        if (cancels) {
          double = true
          negator = -1
        } else {
          negator = i
          double = false
          if (word.text.startsWith('nor') && !(pending && subjectNegator >= 0 && words[subjectNegator]!.text === 'neither')) pending = undefined
        }
        if (verb < 0 && !cancels) subjectNegator = i
      }
      // "holds no licence and 300 shares": the count begins what is held.
      if (before?.text === 'and' && negator >= 0 && /^(?:\d[\d.,]*|some|several|two|three|four|five)$/.test(word.text)) negator = -1
      if (is(word, 'hedge') && !isMonth(words, i)) hedge = i
      if (is(word, 'intent')) intent = i
      if (!is(word, 'negator') && !DETERMINER.test(word.text)) coordinated = false
    }
    views.push(viewOf())
  }
  return views
}

/** "The firm or its author", "As of the date of this note neither the writer": who speaks wins over what was named before. */
function joins(words: readonly Word[], i: number, pending: Subject, next: Subject, fronted: boolean): boolean {
  if (next.speaker !== 'author' || pending.speaker === 'author') return false
  if (fronted && (pending.speaker === 'text' || pending.speaker === 'third')) return true
  for (let j = i - 1; j > pending.at && j >= i - 3; j--) if (/^(?:and|or|nor|nor any)$/.test(words[j]!.text)) return true
  return false
}

/** Commas and conjunctions between noun parts (`the author, editor and publisher`) do not begin a verb phrase of their own. */
function isNominal(word: Word): boolean {
  return word.letters && word.text !== 'and' && word.text !== 'or'
}

/** `holds`, `is`, `was`: a form that cannot depend on an earlier `not` or `may`. */
function inflected(word: Word): boolean {
  return is(word, 'be') || word.text.endsWith('s') || word.text.endsWith('ed') || word.text === 'held' || word.text === 'had'
}

/** "Should the author hold", "If we own", "Were I to hold". */
function opensCondition(words: readonly Word[]): boolean {
  const first = words[0]
  const second = words[1]
  return first !== undefined && (/^(?:if|if any|unless|where|whenever|wherever|in case)$/.test(first.text) || (/^(?:should|were)$/.test(first.text) && (is(second, 'author') || is(second, 'self') || second?.text === 'the' || second?.text === 'any')))
}

/** `no` of "no later than", of "no guarantee", and `not` of "not only" deny something else. */
function negatesOther(words: readonly Word[], i: number): boolean {
  const next = words[i + 1]
  // `No. 12`, `registration no. X1`
  if (next?.text === '.' && words[i]!.text === 'no' && /\d/.test(words[i + 2]?.text ?? '')) return true
  return /^(?:responsible|liable|liability|responsibility|obligation|warranty|representation|representations|warranties|notice|attempt|intention|plans?|assurance|plan)$/.test(next?.text ?? '')
}

/** "does not hold … nor any", "has not received no": one denial said twice is still one, where a conjunction joins them. */
function concord(words: readonly Word[], a: number, b: number): boolean {
  for (let i = a + 1; i < b; i++) if (words[i]!.text === ',' || words[i]!.text === 'or' || words[i]!.text === 'and' || words[i]!.text === 'nor') return true
  return words[b]!.text === 'any' || words[b]!.text === 'cannot'
}

/** `May 2026`, `3 May`. */
function isMonth(words: readonly Word[], i: number): boolean {
  if (words[i]!.text !== 'may') return false
  return /^\d/.test(words[i + 1]?.text ?? '') || /^\d{1,2}(?:st|nd|rd|th)?$/.test(words[i - 1]?.text ?? '') || (words[i]!.capital && /^(?:in|of|on|since|until|as|as of|as at|on|late|early|mid)$/.test(words[i - 1]?.text ?? ''))
}

/** Whether a finite verb comes within a few words after a subject that begins here, before the next mark. */
function verbFollows(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length && i < at + 7; i++) {
    if (isFinite(words[i])) return true
    if (!words[i]!.letters) return false
  }
  return false
}

/** The nearest noun before a relative pronoun that somebody can be. */
function speakerBefore(words: readonly Word[], at: number, capitals: boolean): Subject | undefined {
  for (let i = at - 1; i >= 0 && i >= at - 6; i--) {
    const found = speakerAt(words, i, capitals, true)
    if (found && found.speaker !== 'text') return { ...found, relative: true }
  }
  return at > 0 ? { speaker: 'third', at: at - 1, name: '', relative: true } : undefined
}

/** "The fund managed by the author", "accounts run by us". */
function managed(words: readonly Word[], i: number): boolean {
  if (is(words[i + 1], 'self') && /^(?:run|manage|advise|oversee|co-manage|control)$/.test(words[i + 2]?.text ?? '')) return true
  const whole = /^(?:controlled|owned|managed|run|advised|backed) by$/.test(words[i + 1]?.text ?? '')
  if (whole) return words.slice(i + 2, i + 5).some((w) => is(w, 'author') || is(w, 'self'))
  const by = words[i + 1]?.text === 'that' || words[i + 1]?.text === 'which' ? i + 3 : i + 2
  if (!/^(?:managed|run|advised|controlled|overseen|owned)$/.test(words[by - 1]?.text ?? '')) return false
  return words[by]?.text === 'by' && words.slice(by + 1, by + 5).some((w) => is(w, 'author') || is(w, 'self'))
}

const SUPPOSES = /^(?:assume|presume|note|know|understand|remember|confirm|confirms)$/
const OTHERS = new Set(['of', 'behind'])

/** "My neighbour holds", "our landlord": people whose affairs are not the author's to disclose. */
function ofSomebodyElse(next: Word | undefined): boolean {
  return !!next && /^(?:neighbou?rs?|friends?|uncles?|aunts?|cousins?|boss|bosses|landlord|dentist|barber|hairdresser|doctor|teacher|colleagues?|grand\w+|nephews?|nieces?|in-laws|(?:father|mother|brother|sister)-in-law|guests?|readers?|sources?|broker|banker|accountant|adviser|advisor|classmates?|roommate|flatmate|driver|competitors?|rivals?)$/.test(next.text)
}

/** "Clients of Larch & Pine, the author's firm": they stand to the author as the author's own accounts do. */
function ofAuthorsFirm(words: readonly Word[], i: number): boolean {
  if (!/^(?:clients|customers|funds?|accounts|portfolios)$/.test(words[i]!.text) || !/^(?:of|(?:managed|run|advised|controlled|owned)(?: by)?)$/.test(words[i + 1]?.text ?? '')) return false
  for (let j = i + 2; j < words.length && j < i + 12; j++) {
    const owner = words[j]!
    const firm = /^(?:firm|company|employer|fund|business|adviser|advisor|asset|wealth|investment)$/.test(words[j + 1]?.text ?? '')
    if (firm && ((is(owner, 'author') && owner.possessive) || /^(?:my|our)$/.test(owner.text))) return true
    // "funds managed by Larkhill Capital, where the author is a manager"
    if (/^(?:where|whose|which|that)$/.test(owner.text) && words.slice(j + 1, j + 5).some((w) => is(w, 'author') || is(w, 'self'))) return true
    if (isFinite(owner)) return false
  }
  return false
}

/** Who stands here as a possible subject. */
export function speakerAt(words: readonly Word[], i: number, capitals: boolean, inPosition: boolean): Subject | undefined {
  const word = words[i]!
  const found = (speaker: Speaker): Subject => ({ speaker, at: i, name: word.text, relative: false })
  if (!word.letters) return undefined
  if (/^(?:no one|nobody|none|no member|not one|everyone|anyone|those|all|neither|each|both)$/.test(word.text) && ofOurs(words, i)) return found('author')
  if (is(word, 'self')) {
    if (!/^(?:my|our)$/.test(word.text)) return found('author')
    if (words.slice(i + 1, i + 3).some((w) => is(w, 'employer')) || /^(?:parent|parent company|parent group|corporate parent|owners?|proprietors?)$/.test(words[i + 1]?.text ?? '')) return found('employer')
    return found(ofSomebodyElse(words[i + 1]) ? 'third' : 'author')
  }
  if (is(word, 'author')) return ofAnotherWork(words, i) ? found('third') : found('author')
  if (is(word, 'analyst')) return /^(?:the|our|this|covering|research|each|lead)$/.test(words[i - 1]?.text ?? '') ? found('author') : found('third')
  if (is(word, 'employer') || /^(?:parent company|parent firm|parent group|corporate parent|sister company)$/.test(word.text)) return found('employer')
  // "This reporter holds", "this newsletter's author": the noun behind speaks.
  if (/^(?:this|these)$/.test(word.text) && (is(words[i + 1], 'author') || (words[i + 1]?.possessive && is(words[i + 2], 'author')))) return undefined
  if (inPosition && /^(?:this|our)$/.test(word.text) && is(words[i + 1], 'outlet')) return found('name')
  if (is(word, 'demonstrative') || is(word, 'text')) return is(word, 'outlet') && inPosition ? found('name') : found('text')
  if (is(word, 'reader')) return found('reader')
  if (is(word, 'pronoun')) return /^(?:he|she|they)$/.test(word.text) ? found(inPosition ? 'name' : 'third') : undefined
  if (is(word, 'third') && (managed(words, i) || ofAuthorsFirm(words, i))) return found('author')
  if (i === 1 && words[0]!.text === 'the' && /^(?:adviser|advisor|lawyer|accountant|dealer|expert|consultant|planner|solicitor)$/.test(word.text) && isFinite(words[i + 1])) return found('third')
  if (is(word, 'third')) return word.capital && !capitals && i > 0 && words[i - 1]!.capital ? undefined : found('third')
  if (is(word, 'kin') && !inPosition && /^(?:his|her|their)$/.test(words[i - 1]?.text ?? '')) return found('third')
  if (is(word, 'kin')) return found(words[i - 1]?.text === 'the' && /^(?:family\b.*|father|mother|son|daughter|brother|sister|siblings|children|wife|husband|spouse|relatives|parents|dependants|dependents|directors|officers)$/.test(word.text) && !is(words[i + 2], 'author') ? 'third' : 'author')
  // "Lattimer's charitable trust", "Voss's wife"
  if (inPosition && word.possessive && word.capital && words.slice(i + 1, i + 3).some((w) => is(w, 'kin') || /^(?:trust|foundation|fund|firm|pension|account)$/.test(w.text))) return { ...found('name'), name: nameAt(words, i) }
  if (isName(words, i, capitals)) return { ...found('name'), name: nameAt(words, i) }
  return undefined
}

/** "No one involved in producing this story", "nobody at the paper", "none of us". */
function ofOurs(words: readonly Word[], i: number): boolean {
  if (!/^(?:of|at|on|in|who|involved|connected|working|here|associated|with|responsible)$/.test(words[i + 1]?.text ?? '')) return false
  for (let j = i + 2; j < words.length && j < i + 8; j++) {
    const word = words[j]!
    if (!word.letters || (isFinite(word) && !/^(?:worked|produced|edited|prepared|wrote)$/.test(word.text))) return false
    if (is(word, 'self') && ofSomebodyElse(words[j + 1])) return false
    if (is(word, 'self') || is(word, 'outlet') || is(word, 'author')) return true
    if (is(word, 'text') && /^(?:this|the|our)$/.test(words[j - 1]!.text) && !/^of$/.test(words[i + 1]!.text)) return true
  }
  return false
}

/** "the author of the letter", "the editor of Rival Weekly": not ours, unless it is of this article. */
function ofAnotherWork(words: readonly Word[], i: number): boolean {
  if (/^(?:for|at|of)$/.test(words[i + 1]?.text ?? '') && /^(?:a|an|another|the)$/.test(words[i + 2]?.text ?? '') && (/^(?:rival|other|competing|another)/.test(words[i + 3]?.text ?? '') || words[i + 2]!.text === 'another')) return true
  // "Ms Voss, the report's author, was paid": somebody in the story, unless a note says so
  if (words[i - 1]?.possessive && is(words[i - 1], 'text') && words[i + 1]?.text === ',' && words.slice(0, i - 1).some((w) => w.text === ',') && words.some((w, j) => j > i && is(w, 'reporting'))) return true
  if (words[i - 1]?.text === 'rival' || (/^an?$/.test(words[i - 1]?.text ?? '') && /^(?:must|should|may|can|who|has|is)$/.test(words[i + 1]?.text ?? '') && /^(?:author|writer|editor)$/.test(words[i]!.text) && words[i + 1]!.text !== 'who')) return true
  // "the feminist leader and author, …": what somebody in the story is
  if (words[i - 1]?.text === 'and' && words[i - 2]?.letters && words[i - 2]!.kinds.size === 0 && !words[i - 2]!.capital && words[i + 1]?.text === ',') return true
  if (words[i + 1]?.text !== 'of') return false
  const after = words.slice(i + 2, i + 6)
  const head = after[0]
  if (!head) return false
  if (/^[“"‘']$/.test(head.text)) return true
  if (/^(?:this|these|our|my|it|us)$/.test(head.text) || is(head, 'self')) return false
  if (head.text === 'the') return !after.slice(1, 3).some((w) => /^(?:article|piece|story|post|report|column|note|above|present|newsletter|blog|site|website|publication|content|foregoing|analysis|commentary)$/.test(w.text))
  return head.text === 'a' || head.text === 'an' || head.text === 'his' || head.text === 'her' || OTHERS.has(head.text)
}

const FUNCTION_WORDS = wordsOf(functions as Lexicon)
const FUNCTION = new Set(['the', 'a', 'an', 'in', 'on', 'at', 'by', 'for', 'from', 'to', 'of', 'with', 'as', 'and', 'or', 'also', 'please', 'always', 'do', 'does', 'did', 'more', 'some', 'all', 'any', 'each', 'both', 'under', 'before', 'after', 'since', 'when', 'while', 'there', 'only', 'certain', 'however', 'because', 'current', 'further', 'full', 'opinions', 'views', 'trading', 'investing', 'past', 'digital', 'penny', 'financial', 'investment', 'disclosure', 'disclaimer', 'holds', 'owns', 'long', 'short', 'regarding', 'at', 'during', 'is', 'was', 'are', 'see', 'speak', 'seek', 'talk', 'carry', 'research', 'educational', 'what', 'one', 'two', 'three', 'several', 'many', 'most', 'other', 'others', 'such', 'no', 'not', 'none', 'nobody', 'people', 'someone', 'somebody', 'insiders', 'co', 'needless', 'currently', 'today', 'yesterday', 'personally', 'having', 'although'])

/** A capitalised word that is no known word at the head of a sentence: a name, of a person or an outlet. */
function isName(words: readonly Word[], i: number, capitals: boolean): boolean {
  const word = words[i]!
  if (!word.capital || capitals) return false
  if (FUNCTION.has(word.text) || FUNCTION_WORDS.has(word.text) || /^\d/.test(word.text)) return false
  if (is(word, 'month') || is(word, 'hedge')) return false
  const bare = !word.kinds.size || is(word, 'trade') || is(word, 'general') || words[i + 1]?.capital
  if (!bare) return i > 0 && words[i - 1]!.letters && words[i - 1]!.capital
  if (i > 0 && words[i - 1]!.letters) return true
  if (words[i + 1]?.capital || words[i + 1]?.text === ',' || words[i + 1]?.text === '(') return true
  // "Leona holds", "Jed owns": one name takes a singular verb; "Lenders have" is no name.
  const next = words[i + 1]
  return !!next && (/^(?:holds|owns|has|is|was|held|owned|had|does|did|receives|received|may|might|recommends|pays|paid|gives|carries|articles|remains|currently|neither|no|also|contributor|writer|editor|staff|belongs|commissioned|reminds|asks|advises|will|works|sits|serves|invests|sold|bought)$/.test(next.text.split(' ')[0]!))
}

/** The whole name that begins or ends here, in lower case. */
export function nameAt(words: readonly Word[], i: number): string {
  let from = i
  let to = i
  while (from > 0 && words[from - 1]!.capital && words[from - 1]!.letters) from--
  while (to + 1 < words.length && words[to + 1]!.capital && words[to + 1]!.letters) to++
  return words.slice(from, to + 1).map((w) => w.text).join(' ')
}
