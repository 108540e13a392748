import type { Article } from './article.ts'
import { isEditorial } from './editorial.ts'
import { isRemark } from './episodes.ts'
import { keptWithFrame, type Frame } from './frames.ts'
import { knownKeysIn, keysIn, sameName, subjectOf, type Keys, type KnownNames } from './name-keys.ts'
import { keptWithWords, type Parsed } from './parsed.ts'
import { Word } from './vocabulary.ts'

/**
 * What a story retells. `figures`: a release of counts and rates by a bureau, a trade body, a survey. `prospectus`: the
 * portrait an issuer draws of itself. `paper`: a complaint, a memo, a filing. `own`: a company’s report on its business.
 */
type Matter = 'figures' | 'prospectus' | 'paper' | 'own'

interface Retold {
  readonly frame: Frame
  readonly matter: Matter
  /** Names in the sentence that told it: its author, and what it is about. */
  readonly keys: Keys
  /** The last paragraph that told of it. */
  block: number
}

function setOf(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '))
}

const SURVEY = setOf(
  'poll polls survey surveys polling study studies report index census tally tracker research analysis statistics figures',
  'data numbers count barometer gauge review audit',
)
const PROSPECTUS = setOf(
  'prospectus prospectuses s-1 f-1 20-f 10-k registration',
)
const PAPER = setOf(
  'filing filings 10-q 8-k complaint indictment lawsuit suit affidavit memo letter ruling circular settlement',
  'presentation transcript minutes disclosure disclosures',
)
/** Papers outlive a quotation and a paragraph on the market, no more. */
const REACH = 3
/** The paragraphs in which a story says what it retells. */
const OPENING = 3

/**
 * Follows a story that retells one release, survey, filing or report. Such a story seldom names its source again: the
 * sentences that go on with its counts, rates and changes are told by it, until the writer turns to somebody else, to a
 * portrait or to the past.
 */
export class Retelling {
  readonly #known: KnownNames
  readonly #firstBlock: number
  /** Names of the story’s first sentences: who a paper without a name is about. */
  readonly #heroes: Keys
  #now: Retold | undefined
  /** The names a sentence since the last source turned to. */
  #turned: Keys | undefined

  constructor(article: Article, known: KnownNames) {
    this.#known = known
    this.#firstBlock = article.sentences.find((s) => s.role === 'body')?.blockIndex ?? 0
    const heroes = new Set<string>()
    for (const parsed of article.parsed) {
      if (parsed.sentence.blockIndex > this.#firstBlock) break
      for (const key of knownKeysIn(parsed, known)) heroes.add(key)
    }
    this.#heroes = heroes
  }

  /** The frame a sentence without a source of its own retells, for the figure at token `at`. */
  frameFor(parsed: Parsed, at: number): Frame | undefined {
    const retold = this.#now
    const { blockIndex, role } = parsed.sentence
    if (!retold || blockIndex - retold.block > REACH || role === 'headline' || !isEditorial(role)) return undefined
    if (isPast(parsed) || (retold.matter !== 'prospectus' && isPortrait(parsed, at))) return undefined
    const subject = subjectOf(parsed, this.#known)
    const foreign = subject.keys.size > 0 && !sameName(subject.keys, retold.keys) && (retold.matter === 'figures' || !sameName(subject.keys, this.#heroes))
    if (subject.described && this.#turned) return undefined
    if (retold.matter === 'figures') {
      if (foreign && !endsInCommon(parsed, subject.end) && !isRanking(parsed)) return undefined
      return tellsFigures(parsed, at) ? retold.frame : undefined
    }
    if (foreign && !(retold.matter === 'prospectus' && holds(parsed))) return undefined
    return retold.matter === 'prospectus' || tellsFigures(parsed, at) ? retold.frame : undefined
  }

  /** Goes on to a sentence. `frames` are those of it that can be a source; `told`: its figures were told by the retold paper. */
  read(parsed: Parsed, frames: readonly Frame[], told: boolean): void {
    const { blockIndex } = parsed.sentence
    if (told && this.#now) {
      this.#now.block = blockIndex
      return
    }
    for (const frame of frames) {
      const matter = (blockIndex === this.#firstBlock ? matterAtOpening : blockIndex <= this.#firstBlock + OPENING ? matterEarly : matterLate)(frame)
      if (!matter) continue
      this.#now = { frame, matter, keys: keysIn(parsed), block: blockIndex }
      this.#turned = undefined
      return
    }
    const subject = subjectOf(parsed, this.#known)
    if (!frames.length && subject.keys.size && this.#now && !sameName(subject.keys, this.#now.keys)) this.#turned = subject.keys
  }
}

const matterAtOpening = keptWithFrame((frame) => matterOf(frame, true, true))
const matterEarly = keptWithFrame((frame) => matterOf(frame, true, false))
const matterLate = keptWithFrame((frame) => matterOf(frame, false, false))

/** What a frame makes the story retell; undefined for a remark, an estimate, an expectation. */
function matterOf(frame: Frame, early: boolean, opens: boolean): Matter | undefined {
  const source = frame.source!
  const { tokens } = frame.parsed
  if (frame.local || source.kind === 'crowd' || source.kind === 'anonymous' || source.kind === 'person') return undefined
  if (/^(?:expect|forecast|project|predict|see|think|believe|hope|fear|target|anticipate|estimate)$/.test(frame.lemma)) return undefined
  const phrase = tokens.slice(source.first, source.last + 1)
  if (phrase.some((t) => t.bits & Word.Crowd)) return undefined
  const figured = frame.covers.some(([from, to]) => tokens.some((t) => t.kind === 'number' && t.from >= from && t.to <= to))
  if (phrase.some((t) => PROSPECTUS.has(t.low))) return 'prospectus'
  if (phrase.some((t) => PAPER.has(t.low))) return 'paper'
  if (frame.kind === 'compiled') return undefined
  if (source.kind === 'document' && phrase.some((t) => SURVEY.has(t.low))) return figured ? 'figures' : undefined
  if (figured && isBody(frame)) return 'figures'
  if (!early) return undefined
  if (frame.lemma === 'report') return 'own'
  if (figured && opens && frame.lemma === 'according to' && source.kind === 'company' && !isRemark(frame)) return 'figures'
  if (figured && source.kind === 'body') return 'figures'
  return figured && opens && source.kind === 'company' && !isRemark(frame) ? 'own' : undefined
}

const BODY = setOf(
  'bureau department ministry agency office authority administration association council commission institute',
  'federation chamber board statistics society group union league realtors manufacturers census reserve treasury',
  'exchange',
)

/** Whether a company-like name is a bureau or a trade body: `the Labor Department`, `the KBA road authority`. */
function isBody({ source, parsed: { tokens } }: Frame): boolean {
  return tokens.slice(source!.from, source!.to + 1).some((t) => BODY.has(t.low))
}

const CHANGED = setOf(
  'rose fell climbed dropped gained added lost jumped slid slipped surged plunged grew declined increased',
  'decreased edged ticked eased sank shrank tumbled soared dipped advanced retreated rebounded accelerated slowed',
  'widened narrowed held stood averaged totaled totalled reached hit came accounted made was were remained',
  'numbered contracted expanded improved worsened doubled tripled halved hired shed cut sold bought carried fared',
  'ranked registered left took subtracted revised weakened strengthened unchanged spent produced imported exported',
  'stayed swung had',
)
const COMPARED = setOf(
  'compared versus against up down unchanged',
)
const PORTRAIT = setOf(
  'employs employ operates operate runs run owns own has have makes make sells sell manages manage generates',
  'generate serves serve handles handle is are counts boasts produces produce spends spend houses hosts caps',
  'pays pay charges charge represents represent holds hold wants need needs can',
)

/** Whether a sentence tells counts, rates and changes: a verb of change or state in the past, no portrait in the present. */
export function tellsFigures({ tokens, open, spoken }: Parsed, at: number): boolean {
  for (let i = open; i < tokens.length; i++) {
    const token = tokens[i]!
    if (spoken[i] || token.kind !== 'word') continue
    if (CHANGED.has(token.low) && !token.capital) return true
    if (COMPARED.has(token.low) && i > at - 6 && tokens[i + 1]?.low !== 'to') return true
    // “pay grew”: a noun
    if (i > open && PORTRAIT.has(token.low) && !token.capital && !CHANGED.has(tokens[i + 1]?.low ?? '')) return false
  }
  return false
}

/** Whether the subject ends in a common noun: “Volwerk registrations”, “In Brooklyn the median”. */
function endsInCommon({ tokens }: Parsed, end: number): boolean {
  const head = tokens[end - 1]
  return head !== undefined && head.kind === 'word' && !head.capital && !(head.bits & (Word.Organisation | Word.Role))
}

/** Who holds what of an issuer stands in its prospectus. */
const holds = keptWithWords(({ tokens }) =>
  tokens.some((t) => /^(?:owns?|holds?|held|stake|shareholder|stockholder|investor|backers?|controls?)$/.test(t.low)))

const RUNS = setOf(
  'employs operates runs owns manages oversees serves handles boasts makes sells generates houses hosts',
)
const HEADS = setOf(
  'employees workers staff people stores branches locations offices factories plants hotels restaurants members',
  'outlets countries states cities',
)

/** Whether the figure at token `at` belongs to a portrait: “employs 9,000”, “which runs 310 stores”, “has 3,200 employees”. */
export function isPortrait({ tokens }: Parsed, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i < 9; i--) {
    const { low, kind, bits } = tokens[i]!
    if (kind === 'word' && RUNS.has(low)) return true
    // “which makes up 55% of the economy”
    if (kind === 'word' && at - i < 4 && /^(?:makes?|accounts?|represents?)$/.test(low) && /^(?:which|that)$/.test(tokens[i - 1]?.low ?? '')) return true
    if (low === 'has' || low === 'have') return tokens.slice(at + 1, at + 4).some((t) => HEADS.has(t.low))
    if (kind === 'mark' || kind === 'quote' || bits & (Word.Auxiliary | Word.Conjunction) || CHANGED.has(low) || /(?:ed|ing)$/.test(low)) break
  }
  return false
}

/** “San Francisco remains on top, followed by Seattle”. */
const isRanking = keptWithWords(({ tokens }) =>
  tokens.some((t, i) => (t.low === 'followed' && tokens[i + 1]?.low === 'by') || (t.low === 'top' && tokens[i - 1]?.low === 'on')))

const DEED = setOf(
  'bought acquired raised paid founded agreed listed went merged settled invested opened closed dismissed hired',
  'launched spun',
)

/** Whether a sentence tells a deed of earlier years: “bought a rival for 250 million in 2027”. */
const isPast = keptWithWords(({ tokens, open }): boolean => {
  let deed = false
  let year = false
  for (let i = open; i < tokens.length; i++) {
    const token = tokens[i]!
    if (DEED.has(token.low)) deed = true
    if (/^(?:19|20)\d\d$/.test(token.low) && /^(?:in|since|of)$/.test(tokens[i - 1]?.low ?? '')) year = true
    if (token.low === 'ago' && /^years?$/.test(tokens[i - 1]?.low ?? '')) year = year || deed
  }
  return deed && year
})
