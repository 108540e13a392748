import type { Reading } from './disclosure-readings.ts'
import type { Statement } from './disclosure-statements.ts'
import type { Word } from './disclosure-words.ts'

// Most of a story discloses nothing. One look at the letters says whether a sentence is worth reading at all.
const SPEAKER = /\b(?:author|writer|columnist|contributor|undersigned|research analyst)s?\b|\bI\b|\b(?:we|my|our)\b/i
const INTEREST = /\b(?:shares?|stocks?|stakes?|bitcoin|ether|crypto\w*|tokens?|securit(?:y|ies)|positions?|bonds?|own|owns|hold|holds|held|sold out|long|short|affiliat\w*|relationships?|conflicts?|licen[cs]\w*|registered|paid|compensat\w*)\b/i
const NOTICE = /\b(?:advice|recommend\w*|solicit\w*|offer|diligence|dyor|own research|own homework|disclosures?|disclaimers?|note)\b|[a-z](?:Disclosure|Disclaimer)/i

/** Whether a sentence of running text may hold a disclosure. */
export function mayDisclose(text: string): boolean {
  return NOTICE.test(text) || (INTEREST.test(text) && SPEAKER.test(text))
}

const STAFF = /\b(?:reporter|editor|analyst|journalist|correspondent|publisher|publication|newsletter|site|staff|host|blog)s?\b/i
const CALL = /\b(?:advis[eo]rs?|professionals?|experts?|consult|research|verify|diligence|investigat\w+|accountant|broker|planner|look further|homework)\b/i
const CALLS = /\b(?:always|please|you|your|yourself|readers?|investors?|should|must|before|own|always|independent\w*)\b|(?:^|[.!?]\s+)(?:do|seek|consult|ask|speak|talk|check|verify|research|conduct|more)\b/i
const ORIGIN = /\b(?:stor(?:y|ies)|report|article|piece|above|briefing|post|note|column|information|sources?|facts|details|figures|data)\b[^.]{0,120}\b(?:from|via|through|on|using|by|draws?|drawn|rel(?:y|ies)|compiled|include)\b/i
const ORIGIN_OPENS = /^(?:this|the|information|sources?|facts|details|figures|data|background|based|compiled|drawn|our)\b/imu
const DENIED = /(?:^|[.!?:;]\s+|\n)(?:no|none|neither|nil|currently|not|nor)\b|\b(?:mentioned|discussed|named|covered)\b|:\s*(?:none|nil|no)\b/i

/** Whether a block of a story may show itself to be a note: the letters of what `showsNote` asks for. */
export function mayShow(text: string, names: ReadonlySet<string>): boolean {
  if (NOTICE.test(text)) return true
  if (INTEREST.test(text) && (SPEAKER.test(text) || STAFF.test(text))) return true
  if (DENIED.test(text) && INTEREST.test(text)) return true
  if (CALL.test(text) && CALLS.test(text)) return true
  if (ORIGIN_OPENS.test(text) && ORIGIN.test(text)) return true
  if (names.size === 0 || !INTEREST.test(text)) return false
  const lower = text.toLowerCase()
  for (const name of names) if (lower.includes(name)) return true
  return false
}

const TELLER = /^(?:author|authors|writer|writers|columnist|contributor|undersigned|co-author|co-authors|guest author|research analyst)$/
const OBJECT = /^(?:shares?|stocks?|stakes?|bitcoins?|ether|ethereum|btc|eth|tokens?|bonds?|securit(?:y|ies)|positions?|crypto\w*|cryptocurrenc(?:y|ies)|it|none|equity|long positions?|short positions?|financial interest|sold out of|long|short|portfolio|shareholder|holding|holdings|units|etfs?|investments?)$/
const OPENS = /^(?:not|no|nothing|none|this|these|it|the|please|neither|nfa|in|any|do|don't|as|i|we|articles?|content|information|our|opinions)$/
const LONGEST_NOTICE = 40
const LONGEST_CALL = 28

/** Of whom one tells stories; "my wife" and "my household" are of one's own purse. */
const OWN_KIN = /^(?:father|mother|brother|sister|parents|siblings|relatives)$/

/**
 * Whether a reading counts in the middle of a story, where nothing about the place says that the author is speaking:
 * the author must be named as such, or speak in the first person of shares and the like, or the text of itself.
 */
export function standsAlone({ element, at, subject, value }: Reading, { words, label }: Statement): boolean {
  if (label.some((w) => /disclos|disclaim/u.test(w.text))) return true
  if (spoken(words)) return false
  const who = words[subject.at]
  const teller = subject.speaker === 'author' && !!who && TELLER.test(who.text)
  const self = subject.speaker === 'author' && !!who && who.kinds.has('self')
  const word = words[at]!
  const first = words.find((w) => w.letters)?.text ?? ''
  switch (element) {
    case 'holdings': return (teller || (self && !OWN_KIN.test(words[subject.at + 1]?.text ?? '')))
      && (OBJECT.test(word.text) || word.ticker || word.capital)
      && !(word.text === 'security' && /^(?:job|national|social|border|cyber|homeland|food|on|to|and)$/.test(words[at - 1]?.text ?? ''))
    case 'affiliation': return teller
      || (self && /relationship|conflict|affiliat/u.test(word.text)
      && (value === 'none' || words.some((w, i) => i > at && ((w.capital && w.letters) || w.kinds.has('discussed')))))
    case 'licenses': return teller
      || (self && words.length <= LONGEST_CALL
      && !/^(?:voter|nurse|voters|nurses|republican|democrat|sex|driver|therapist)/u.test(words[at + 1]?.text ?? ''))
    case 'compensation': return (teller || self)
      && words.some((w) => /^(?:article|story|piece|post|report|write|coverage|compensation|note|review|writing)$/u.test(w.text))
    case 'notRecommendation': return OPENS.test(first) && words.length <= LONGEST_NOTICE
      && (words.length <= 12
      || words.some((w) => /^(?:buy|sell|buying|selling|trade|invest|securities|purchase|advice|hold)$/u.test(w.text)))
    case 'notAdvice': return OPENS.test(first) && words.length <= LONGEST_NOTICE
      && (words.length <= 10 || /financial|investment|nfa|tax|trading/u.test(word.text)
      || words.some((w) => /^(?:financial|investment|trading|tax)$/u.test(w.text)))
    case 'dueDiligence': return words.length <= LONGEST_CALL
      && (word.text === 'dyor' || words.some((w, i) => w.text === 'own' && words[i - 1]?.text === 'your'))
    case 'asOfDate': return true
    default: return false
  }
}

/** Elements that are words to the reader; a story seldom has them in its own voice. */
const TO_READERS: ReadonlySet<string> = new Set(['notRecommendation', 'notAdvice', 'generalAdvice', 'forwardLooking', 'pastPerformance'])
const ITS_FACTS: ReadonlySet<string> = new Set(['holdings', 'affiliation', 'licenses', 'compensation'])

/** Whether a reading in the last blocks of a story shows that the outlet speaks there of itself, its text or its author. */
export function speaksOfItself({ element, at, subject, value }: Reading, { words }: Statement): boolean {
  if (spoken(words) || words.some((w) => w.kinds.has('reporting'))) return false
  if (TO_READERS.has(element)) return subject.speaker !== 'third' && !(subject.speaker === 'name' && element === 'notRecommendation')
  if (element === 'risk') return words.some((w) => /^(?:you|your)$|at.risk$|as well as/.test(w.text)) && !words.some((w) => /\d/.test(w.text))
  if (!ITS_FACTS.has(element) || (subject.speaker === 'third' && !words.some((w) => w.kinds.has('author')))) return false
  // "Positions: long KELP": a label and its value
  const colon = words.findIndex((w) => w.text === ':')
  if (colon > 0 && colon <= 8 && at > colon && words.length <= 24 && LABELS.some((kind) => words[0]!.kinds.has(kind))) return true
  if (words.some((w) => w.kinds.has('anchor') || w.kinds.has('author')) && !TOLD.test(words[subject.at]?.text ?? '')) return true
  // "is an advertiser on our site", "sponsors this newsletter", "the companies mentioned in this article"
  if (words.some((w, i) => (w.kinds.has('outlet') || w.kinds.has('text')) && /^(?:this|our)$/.test(words[i - 1]?.text ?? ''))) return true
  if (words.some((w) => /^(?:mentioned|discussed|named|covered|profiled|in this (?:article|column|episode|issue|note|piece|post|report|story))$/.test(w.text))) return true
  const self = words[subject.at]
  if (!self?.kinds.has('self') || OWN_KIN.test(words[subject.at + 1]?.text ?? '')) return false
  return element === 'holdings' || (element === 'affiliation' && value === 'none')
}

const LABELS = ['haveable', 'tie', 'licence', 'licensed', 'compensation', 'author', 'long', 'paid']
/** Who are told of rather than tell. */
const TOLD = /^(?:he|she|they|his|her|their)$/

/** Whether quotation marks stand in the words, the doubled apostrophes of older wires among them. */
function spoken(words: readonly Word[]): boolean {
  return words.some((w, i) => w.text === '"' || w.text === '“' || w.text === '”' || (w.text === "'" && words[i + 1]?.text === "'"))
}

/** Whether a reading shows that a block at the end or the top of a story is the house's own note. */
export function showsNote(reading: Reading, statement: Statement): boolean {
  const { element, at, subject, value } = reading
  const { words, direct } = statement
  if (standsAlone(reading, statement)) return element !== 'asOfDate'
  if (spoken(words) || words.some((w) => w.kinds.has('reporting'))) return element === 'sources' && direct
  const speaker = subject.speaker
  const first = words.find((w) => w.letters)
  switch (element) {
    case 'consultProfessional':
    case 'dueDiligence': return words.length <= LONGEST_NOTICE && /^(?:none|reader|text|author)$/.test(speaker)
    case 'holdings':
    case 'affiliation':
    case 'licenses':
    case 'compensation': {
      if (speaker === 'author') return !words[subject.at]?.kinds.has('kin')
        && !/^(?:staff|employees|officers|directors|family|household|associates|children|relatives|i|we|us|my|our)$/.test(words[subject.at]?.text ?? '')
      return speaker === 'none' && value === 'none' && !!first
        && (first.kinds.has('negator') || words.some((w) => w.kinds.has('author')) || words.some((w) => w.text === ':'))
        && words.length <= LONGEST_CALL
    }
    case 'sources': return direct
      || (at <= 3 && words.some((w) => /^(?:story|report|article|piece|above|briefing|post|note|column)$/.test(w.text)))
      || (speaker === 'text' && /^(?:this|the)$/.test(first?.text ?? '')
      && words.some((w) => /^(?:filings?|public|publicly|sources|interviews|companies)$/.test(w.text)))
    default: return false
  }
}
