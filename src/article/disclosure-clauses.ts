import { isFinite, speakerAt, speakerBefore, type Subject } from './disclosure-speakers.ts'
import type { Statement } from './disclosure-statements.ts'
import { inCapitals, is, type Word } from './disclosure-words.ts'

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

const DETERMINER = /^(?:the|a|an|its|our|my|any|their|his|her|all|this|these)$/
const FRAGMENT: Subject = { speaker: 'none', at: -1, name: '', relative: false }
const OPENS_CLAUSE = /^(?:the|a|an|it|we|i|this|they|he|she|you|any|no|there|our|my|neither|none|each)$/

/** Begins an adverbial before the subject. */
const FRONTS = /^(?:of|in|on|at|as|for|with|during|to|from|under|despite|given|like|regarding|as of|as at|based on|except)$|^(?:as|at|on) /

/** The same, subordinate clauses among them. */
const OPENED = /^(?:of|in|on|at|as|for|with|during|to|from|under|despite|given|like|regarding|when|while|before|after|since|because|although|though)$|^(?:as|at|on|when) /

/** A full stop behind these ends no sentence. */
const TITLE = /^(?:dr|mr|mrs|ms|prof|sen|rep|gov|gen|st)$/

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
    subject: verb < 0 && pending ? pending : subject, negated: negator >= 0, double, negator, hedge, intent, conditional, verb, notOnly,
      clause,
  })

  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const before = words[i - 1]
    if (!word.letters) {
      // A full stop before a small letter is an abbreviation's.
      if (word.text === '.' && words[i + 1]?.letters && (!words[i + 1]!.capital || TITLE.test(before?.text ?? ''))) {
        // goes on
      } else if (word.text === ';' || word.text === '—' || word.text === '–' || word.text === '.' || word.text === '!'
        || word.text === ':') {
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
    } else if ((word.text === 'who' || word.text === 'which' || word.text === 'whose'
      || (word.text === 'that' && before?.letters && !isFinite(before) && !is(before, 'truth')
      && !OPENS_CLAUSE.test(words[i + 1]?.text ?? ''))) && i > 0) {
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
      const nextSpeaker = named && nested && named.speaker === 'name'
        ? { ...named,
        speaker: subject.speaker === 'author' && /^(?:he|she|they)$/.test(named.name) ? 'author' as const : 'third' as const } : named
      const freshStart = coordinated && before !== undefined && (!isNominal(before) || DETERMINER.test(before.text))
      // A new subject with its own verb begins a clause: ", and our writers are …", "Nothing here is advice, we …"
      if (nextSpeaker && verb >= 0 && freshStart && lastConjunction !== '' && verbFollows(words, nextSpeaker.at)) {
        reset(true)
        conditional = false
        pending = nextSpeaker
        verb = -1
      } else if (nextSpeaker && verb < 0
        && (pending === undefined || joins(words, i, pending, nextSpeaker, fronted && commas === 0)
        || (pending.speaker === 'text' && /^(?:none|nothing|all|each|neither|everything)$/.test(words[pending.at]?.text ?? '')
        && words[pending.at + 1]?.text === 'of'))) {
        pending = nextSpeaker
      }
      // "Nor do I own", "in none of them does the author hold": the subject stands behind its auxiliary.
      if (nextSpeaker?.speaker === 'author' && verb >= 0 && is(words[verb], 'do') && i - verb <= 2
        && (subject.speaker === 'none' || subject.speaker === 'text' || /^(?:in|of|at)$/.test(words[0]!.text)
        || words.slice(0, verb).some((w) => w.text === 'nor')) ) subject = nextSpeaker
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
      if (verb >= 0 && before && SUPPOSES.test(before.text) && nextSpeaker?.speaker === 'author'
        && (verbFollows(words, nextSpeaker.at) || is(words[nextSpeaker.at + 1], 'works'))) {
        subject = nextSpeaker
        pending = nextSpeaker
        verb = -1
        clause++
      } else if (verb >= 0 && before && DETERMINER.test(before.text) && SUPPOSES.test(words[i - 2]?.text ?? '')
        && nextSpeaker?.speaker === 'author' && verbFollows(words, nextSpeaker.at)) {
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
        const cancels = negator >= 0 && !coordinated && !word.text.startsWith('nor') && word.text !== 'neither' && i - negator < 14
          && !concord(words, negator, i)
        if (cancels) {
          double = true
          negator = -1
        } else {
          negator = i
          double = false
          if (word.text.startsWith('nor')
            && !(pending && subjectNegator >= 0 && words[subjectNegator]!.text === 'neither')) pending = undefined
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
  return first !== undefined
    && (/^(?:if|if any|unless|where|whenever|wherever|in case)$/.test(first.text)
    || (/^(?:should|were)$/.test(first.text)
    && (is(second, 'author') || is(second, 'self') || second?.text === 'the' || second?.text === 'any')))
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
  for (let i = a + 1; i < b; i++) if (words[i]!.text === ',' || words[i]!.text === 'or' || words[i]!.text === 'and'
    || words[i]!.text === 'nor') return true
  return words[b]!.text === 'any' || words[b]!.text === 'cannot'
}

/** `May 2026`, `3 May`. */
function isMonth(words: readonly Word[], i: number): boolean {
  if (words[i]!.text !== 'may') return false
  return /^\d/.test(words[i + 1]?.text ?? '') || /^\d{1,2}(?:st|nd|rd|th)?$/.test(words[i - 1]?.text ?? '')
    || (words[i]!.capital && /^(?:in|of|on|since|until|as|as of|as at|on|late|early|mid)$/.test(words[i - 1]?.text ?? ''))
}

/** Whether a finite verb comes within a few words after a subject that begins here, before the next mark. */
function verbFollows(words: readonly Word[], at: number): boolean {
  for (let i = at + 1; i < words.length && i < at + 7; i++) {
    if (isFinite(words[i])) return true
    if (!words[i]!.letters) return false
  }
  return false
}

const SUPPOSES = /^(?:assume|presume|note|know|understand|remember|confirm|confirms)$/
