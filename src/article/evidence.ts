import evidenceWeights from '../lexicon/evidence-weights.json' with { type: 'json' }
import type { Tie } from './carry.ts'
import { isBusinessStory, isHouse, isLasting, isRemark, measureIn, topicSetOf, topicsOf } from './episodes.ts'
import type { Article } from './article.ts'
import { isEditorial } from './editorial.ts'
import type { Standing, Statistic } from './facts.ts'
import { keptWithFrame, type Frame } from './frames.ts'
import { knownKeysIn, keysIn, sameName, sourceKeys, subjectIn, subjectOf, type Keys, type KnownNames } from './name-keys.ts'
import { keptWithWords, type Parsed } from './parsed.ts'
import { isPortrait, tellsFigures } from './retelling.ts'
import { hasVerb } from './source-phrases.ts'
import { Word } from './vocabulary.ts'

const set = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '))

const PRESENT = set(
  'is are has have employs operates runs owns makes sells manages generates serves counts boasts produces holds accounts costs',
  'pays charges includes contains oversees represents stands spends needs wants uses gets takes goes comes means remains covers',
  'trades offers provides control controls employ operate run own make sell manage generate serve produce hold account cost pay',
)
const CHANGE = set(
  'rose fell climbed dropped gained jumped slid slipped surged plunged grew declined increased decreased edged eased sank shrank',
  'tumbled soared dipped advanced retreated rebounded slowed accelerated widened narrowed totaled totalled reached averaged',
  'accounted came was were had stood remained held added lost hit expanded contracted doubled tripled improved made earned',
)
const DEED = set(
  'bought acquired raised paid founded agreed listed merged settled invested opened closed dismissed hired launched spun sold spent',
  'joined started began built moved took won got issued borrowed completed agreed promised pledged',
)
const IRREGULAR = set('been cut put set shed led met made sold paid lost won held kept left come become run begun shrunk sunk seen done hit')
const PLAN = set('will would plans plan planned aims intends seeks could may might should')

const OFFICIAL = set(
  'commission court judge jury jurors regulator regulators watchdog authority senate council parliament lawmakers prosecutors tribunal',
  'panel agency government ministry department',
)

type Verb = 'change' | 'deed' | 'plan' | 'present' | 'perfect' | 'passive' | 'other' | 'none'

function verbOf(low: string): Verb | undefined {
  return CHANGE.has(low) ? 'change' : DEED.has(low) ? 'deed' : PLAN.has(low) ? 'plan' : PRESENT.has(low) ? 'present' : undefined
}

/** Is told what holds of each figure that is weighed: for fitting the weights. */
export type Heed = (statistic: Statistic, traits: readonly string[], tie: Tie | undefined) => void

interface Heard {
  readonly frame: Frame
  readonly keys: Keys
  readonly topics: ReadonlySet<string>
}

const weights = new Map<string, number>(evidenceWeights.entries.map(({ text, value }) => [text, value]))
/** Where evidence for and against nearly balance, a figure counts as told by the source: a false alarm hurts more than silence. */
const LEAN = -0.3
/** Whether the evidence is for a source. */
export const speaksFor = (odds: number): boolean => odds > LEAN
/** Whether the evidence leaves it open: one to two either way. */
export const isOpen = (odds: number): boolean => Math.abs(odds) < Math.LN2

/** What a tie found by rule adds. Rules that see one word taken up again add nothing to what the traits say. */
export const TIE: Readonly<Record<Tie | 'none', number>> = {
  issuer: 9, list: 3, thread: 0, paragraph: 1.5, release: 1.5, results: 0.5, retelling: 0.5, event: 0.5, next: 1.5, account: 1.5,
  opening: 1.5, lede: 0.3, topic: 0, none: -0.3,
}

const NO_FRAMES: readonly Frame[] = []
const MEMORY = 8
const OPENING = 2

/**
 * What speaks for and against a figure being told by the source the story follows: how near a source stands, of what sort
 * it is, whom and what the sentence is about, and how the figures before it fared.
 */
export class Evidence {
  readonly #known: KnownNames
  /** Outside business news the next figure as a rule has a source of its own or none. */
  readonly #other: boolean
  readonly #heed: Heed | undefined
  readonly #usable: readonly (readonly Frame[])[]
  readonly #next: Int32Array
  readonly #first: number
  readonly #last: number
  readonly #heard: Heard[] = []
  #lead: Heard | undefined
  #figured: Frame | undefined
  /** What holds of the sentence whose figures are weighed. */
  #weighed: { readonly parsed: Parsed; readonly traits: readonly string[] } | undefined
  #sourced = 0
  #owed = 0
  #previous: { readonly sentence: number; readonly block: number; readonly status: string } | undefined

  constructor(article: Article, known: KnownNames, heed?: Heed) {
    this.#heed = heed
    const { frames, sentences } = article
    this.#known = known
    this.#other = !isBusinessStory(article.parsed)
    this.#usable = frames.map((list, i) => (list.length && isEditorial(sentences[i]!.role) ? list.filter((f) => f.source && f.source.kind !== 'crowd') : NO_FRAMES))
    this.#first = sentences.find((s) => s.role === 'body')?.blockIndex ?? 0
    this.#last = sentences.at(-1)?.blockIndex ?? 0
    this.#next = new Int32Array(sentences.length).fill(-1)
    for (let i = sentences.length - 2; i >= 0; i--) this.#next[i] = this.#usable[i + 1]!.length ? i + 1 : this.#next[i + 1]!
  }

  /**
   * The source a figure hangs on where no rule names one: that of the paragraph, the last that told figures, the last, the
   * next. What one person remarked elsewhere is none: he would vouch for what he never said.
   */
  nearest({ sentence: { blockIndex, index } }: Parsed): Frame | undefined {
    const last = this.#heard.at(-1)?.frame
    if (last && last.parsed.sentence.blockIndex === blockIndex) return last
    const next = this.#next[index]!
    const frames = [this.#figured, ...this.#heard.map((h) => h.frame).reverse(), ...(next >= 0 ? this.#usable[next]! : [])]
    return frames.find((f) => f !== undefined && !isRemark(f))
  }

  /** Goes on to a sentence. */
  read(parsed: Parsed): void {
    const { index, blockIndex } = parsed.sentence
    for (const frame of this.#usable[index]!) {
      const heard = { frame, keys: keysIn(parsed), topics: topicsOf(frame) }
      this.#heard.push(heard)
      if (this.#heard.length > MEMORY) this.#heard.shift()
      const figured = tells(frame)
      if (!this.#lead && blockIndex <= this.#first + OPENING && (figured || isLasting(frame))) this.#lead = heard
      if (figured || frame === this.#lead?.frame) this.#figured = frame
    }
  }

  /** Takes note of how a figure fared. */
  note({ sentence }: Statistic, { status }: Standing): void {
    if (status === 'attributed') this.#sourced++
    if (status === 'unattributed') this.#owed++
    this.#previous = { sentence: sentence.index, block: sentence.blockIndex, status }
  }

  /** The logarithm of the odds that the story’s sources tell a figure; `tie` is the rule that ties it to one, if one does. */
  odds(parsed: Parsed, at: number, statistic: Statistic, tie: Tie | undefined): number {
    const traits = this.traits(parsed, at, statistic, tie)
    this.#heed?.(statistic, traits, tie)
    return traits.reduce((sum, trait) => sum + (weights.get(trait) ?? 0), TIE[tie ?? 'none'])
  }

  /** What holds of a figure without a source of its own; `at` is its first token. */
  traits(parsed: Parsed, at: number, { quantity }: Statistic, tie: Tie | undefined): string[] {
    const { tokens, open } = parsed
    const { traits: told, owner } = tellingWords(parsed)
    const traits = ['any', ...this.#ofSentence(parsed), ...told]
    const on = (name: string, holds: boolean): void => {
      if (holds) traits.push(name)
    }
    on('portrait', isPortrait(parsed, at))
    on('tells', tellsFigures(parsed, at))
    nearVerb(parsed, at, traits)
    on('compared', tokens.slice(Math.max(open, at - 3), at + 8).some((t) => COMPARES.has(t.low)))
    traits.push(quantity.unit.kind)
    on('in words', quantity.words === true)
    on('part of', tokens[at + 1]?.low === 'of' || tokens[at + 2]?.low === 'of')
    on('owner', owner >= 0 && owner < at)
    if (this.#other) {
      const heard = this.#heard.at(-1)
      traits.push('other news')
      if (tie) traits.push('other tie')
      else if (heard) traits.push(`other ${heard.frame.source!.kind}`)
    }
    this.#record(parsed.sentence, traits)
    return traits
  }

  /** What holds of all figures of a sentence: where its sources stand, and whom and what it is about. */
  #ofSentence(parsed: Parsed): readonly string[] {
    if (this.#weighed?.parsed !== parsed) this.#weighed = { parsed, traits: [...this.#sources(parsed), ...this.#about(parsed)] }
    return this.#weighed.traits
  }

  /** How near sources stand, and of what sort they are. */
  #sources({ sentence: { index, blockIndex, role } }: Parsed): string[] {
    const traits: string[] = []
    const on = (name: string, holds: boolean): void => {
      if (holds) traits.push(name)
    }
    on('own', this.#usable[index]!.length > 0)
    const heard = this.#heard.at(-1)
    const lead = this.#lead
    if (!heard) traits.push('none before')
    else {
      const { frame } = heard
      const { sentence } = frame.parsed
      const far = blockIndex - sentence.blockIndex
      traits.push(far === 0 ? (index - sentence.index === 1 ? 'next sentence' : 'same paragraph') : far < 3 ? `${far} paragraphs` : far < 5 ? '3 paragraphs' : 'far')
      if (far < 3) {
        traits.push(...(far === 0 ? traitsHere : traitsBefore)(frame))
        on(far === 0 ? 'here lead' : 'before lead', frame === lead?.frame)
      }
    }
    if (!lead) traits.push('no lead')
    else {
      traits.push(...traitsOfLead(lead.frame))
      on('lead only', this.#figured === lead.frame)
    }
    const { after, ahead } = this.#following(index, blockIndex)
    if (ahead === 0) traits.push(this.#next[index] === index + 1 ? 'source in next sentence' : 'source ahead')
    else if (ahead === 1) traits.push('source in next paragraph')
    else if (!after) traits.push('no source ahead')
    const opening = blockIndex <= this.#first + 1
    on('opening', opening && role === 'body')
    on('headline', role === 'headline')
    on('opens a sourced story', opening && after !== undefined && ahead < 2 && tells(after))
    on('late', blockIndex > this.#first + 0.75 * (this.#last - this.#first))
    return traits
  }

  /** Whether the sentence is about whom and what the sources are about. */
  #about(parsed: Parsed): string[] {
    const traits: string[] = []
    const on = (name: string, holds: boolean): void => {
      if (holds) traits.push(name)
    }
    const { index, blockIndex } = parsed.sentence
    const lead = this.#lead
    const { after, ahead } = this.#following(index, blockIndex)
    const near = ahead < 2 ? after : undefined
    const subject = subjectOf(parsed, this.#known)
    const names = knownKeysIn(parsed, this.#known)
    const met = this.#heard.some((h) => sameName(h.keys, subject.keys))
    on('described lead', subject.described && (lead?.frame.source!.kind === 'company' || lead?.frame.source!.kind === 'body'))
    on('no names', names.size === 0)
    on('stranger', subject.keys.size > 0 && !met)
    on('subject heard', met)
    on('subject last', this.#heard.length > 0 && sameName(subject.keys, this.#heard.at(-1)!.keys))
    on('subject lead', lead !== undefined && sameName(subject.keys, lead.keys))
    on('new name', this.#isNew(names, blockIndex))
    on('source is named', near !== undefined && sameName(names, sourceKeys(near)))
    this.#topics(parsed, near, on)
    return traits
  }

  /** The next source after a sentence, and how many paragraphs ahead it stands. */
  #following(index: number, blockIndex: number): { readonly after: Frame | undefined; readonly ahead: number } {
    const next = this.#next[index]!
    const after = next < 0 ? undefined : this.#usable[next]![0]!
    return { after, ahead: after ? after.parsed.sentence.blockIndex - blockIndex : Infinity }
  }

  #isNew(names: Keys, block: number): boolean {
    for (const name of names) if (this.#known.first.get(name) === block) return true
    return false
  }

  /** Words shared with what a source told, and with what the next one tells. */
  #topics(parsed: Parsed, after: Frame | undefined, on: (name: string, holds: boolean) => void): void {
    const keys = topicSetOf(parsed)
    const shared = (topics: ReadonlySet<string>): number => {
      let n = 0
      for (const key of keys) if (topics.has(key)) n++
      return n
    }
    const most = this.#heard.reduce((best, { topics }) => Math.max(best, shared(topics)), 0)
    on('topic', most === 1)
    on('topics', most === 2)
    on('many topics', most > 2)
    if (this.#lead) {
      const n = shared(this.#lead.topics)
      on('lead topic', n === 1)
      on('lead topics', n > 1)
    }
    on('next topics', after !== undefined && shared(topicsOf(after)) > 1)
  }

  /** How the figures before it fared. */
  #record({ index, blockIndex }: Parsed['sentence'], traits: string[]): void {
    const all = this.#sourced + this.#owed
    if (all > 2) {
      const share = this.#sourced / all
      traits.push(share > 0.85 ? 'story sourced' : share > 0.6 ? 'story mostly sourced' : share > 0.3 ? 'story half sourced' : 'story unsourced')
    } else traits.push('story begins')
    const previous = this.#previous
    if (!previous) traits.push('first figure')
    else traits.push(`${previous.sentence === index ? 'sentence' : previous.block === blockIndex ? 'paragraph' : 'story'} after ${previous.status}`)
  }
}

/** Words of a sentence that speak for or against a source, wherever the figure stands. */
const TELLING: ReadonlyMap<string, string> = new Map(Object.entries({
  ago: 'ago decade decades founded', average: 'average averaged median total overall combined share accounted',
  period: 'quarter month week period', 'so far': 'currently now already', reader: "you your i my let's",
}).flatMap(([trait, words]) => words.split(' ').map((word) => [word, trait] as const)))
const OPENING_WORDS: ReadonlyMap<string, string> = new Map(Object.entries({
  'opens it': 'it its they their', 'opens he': 'he she his her', 'opens that': 'that this these those such',
}).flatMap(([trait, words]) => words.split(' ').map((word) => [word, trait] as const)))
const YEAR = /^(?:19|20)\d\d$/
const OF_YEAR = set('in since of by from')
const SPAN = set('year month week quarter')
const COMPARES = set('compared versus from')

/** What the words of a sentence say for and against a source, and the first token that owns something. */
const tellingWords = keptWithWords((parsed): { readonly traits: readonly string[]; readonly owner: number } => {
  const { tokens, open } = parsed
  const { described, end } = subjectIn(parsed)
  const traits = new Set([`main ${mainVerb(parsed, end)}`])
  const opening = OPENING_WORDS.get(tokens[open]?.low ?? '')
  if (opening) traits.add(opening)
  if (described) traits.add('described')
  if (measureIn(parsed) >= 0) traits.add('measure')
  let figures = 0
  for (let i = 0; i < tokens.length; i++) {
    const { low, kind } = tokens[i]!
    const before = tokens[i - 1]?.low ?? ''
    const trait = TELLING.get(low)
    if (trait) traits.add(trait)
    if (kind === 'number') {
      figures++
      if (OF_YEAR.has(before) && YEAR.test(low)) traits.add('year')
    }
    if (low === 'year' && before === 'last') traits.add('last year')
    if (low === 'earlier' && SPAN.has(before)) traits.add('a year earlier')
    if (low === 'far' && before === 'so') traits.add('so far')
  }
  if (figures > 3) traits.add('many figures')
  const head = tokens[end - 1]
  if (head && !head.capital && /^\p{Ll}+s$/u.test(head.low)) traits.add('plural subject')
  if (tokens.slice(open, end).some((t) => OFFICIAL.has(t.low))) traits.add('official')
  return { traits: [...traits], owner: tokens.findIndex((t, i) => i >= open && t.possessive) }
})

/** What holds of the source a figure follows, in its own paragraph. */
const traitsHere = keptWithFrame((frame) => traitsOf(frame, 'here'))
/** The same, from a paragraph before. */
const traitsBefore = keptWithFrame((frame) => traitsOf(frame, 'before'))

function traitsOf(frame: Frame, place: string): readonly string[] {
  const traits = [`${place} ${frame.kind}`, `${place} ${frame.source!.kind}`]
  if (isRemark(frame)) traits.push(`${place} remark`)
  if (tells(frame)) traits.push(`${place} figured`)
  if (isHouse(frame)) traits.push(`${place} house`)
  return traits
}

/** What holds of the source a story opens with. */
const traitsOfLead = keptWithFrame((frame): readonly string[] => {
  const traits = [`lead ${frame.source!.kind}`]
  if (frame.parsed.tokens.some((t) => (t.bits & Word.Day) !== 0)) traits.push('lead dated')
  if (isRemark(frame)) traits.push('lead remark')
  if (tells(frame)) traits.push('lead figured')
  if (speaksData(frame)) traits.push('lead data')
  return traits
})

/** What the main verb tells: the first that stands in no relative clause; auxiliaries by what follows them. */
function mainVerb({ tokens }: Parsed, from: number): Verb {
  for (let i = from; i < tokens.length; i++) {
    if (!hasVerb(tokens, i, i + 1)) continue
    if (/^(?:which|who|that|whose)$/.test(tokens[i - 1]?.low ?? '')) {
      while (i < tokens.length && tokens[i]!.low !== ',') i++
      continue
    }
    const { low } = tokens[i]!
    const having = /^(?:has|have|had)$/.test(low)
    if (!having && !/^(?:is|are|was|were)$/.test(low)) return verbOf(low) ?? 'other'
    let next = i + 1
    while (next < tokens.length && tokens[next]!.bits & (Word.Adverb | Word.Negation)) next++
    const participle = tokens[next]?.low ?? ''
    const done = CHANGE.has(participle) || DEED.has(participle) || /(?:[^aeiou]ed|[^l]en|wn)$/.test(participle) || IRREGULAR.has(participle)
    if (having) return done ? (low === 'had' ? 'other' : 'perfect') : low === 'had' ? 'change' : 'present'
    if (done || participle.endsWith('ing')) return 'passive'
    return low.startsWith('w') ? 'change' : 'present'
  }
  return 'none'
}

const RELATIVE = set('which who whose where')

/** The verb, relative clause or aside nearest before the figure. */
function nearVerb({ tokens, open }: Parsed, at: number, traits: string[]): void {
  let verb: Verb = 'none'
  for (let i = at - 1; i >= open && at - i < 14; i--) {
    const { low, kind } = tokens[i]!
    if (RELATIVE.has(low)) {
      traits.push('relative')
      break
    }
    if (low === ',' && verb === 'none') traits.push('aside')
    if (verb === 'none' && kind === 'word') verb = verbOf(low) ?? (hasVerb(tokens, i, i + 1) ? 'other' : 'none')
  }
  traits.push(`near ${verb}`)
}

/** Whether a source told figures. */
const tells = keptWithFrame(({ covers, parsed }) =>
  covers.some(([from, to]) => parsed.tokens.some((t) => t.kind === 'number' && t.from >= from && t.to <= to)))

/** Whether a source is a paper, data, a survey or a bureau that counts. */
const speaksData = keptWithFrame(({ source, parsed: { tokens } }): boolean => {
  for (let i = source!.from; i <= source!.to; i++) if (tokens[i]!.bits & (Word.Data | Word.Document) || COUNTS.test(tokens[i]!.low)) return true
  return false
})

const COUNTS = /^(?:bureau|department|ministry|statistics|census|institute|association|federation|researcher|tracker|authority)$/
