import type { Article } from './article.ts'
import { cueOf } from './attributions.ts'
import { isEditorial } from './editorial.ts'
import { canGoOn, isHouse, isLasting, isRemark, measureIn, opensResults, releaseOf, topicKeysOf, topicSetOf, topicsOf } from './episodes.ts'
import type { Carry } from './facts.ts'
import type { Frame } from './frames.ts'
import { knownKeysIn, lastNameBefore, NO_KEYS, sameName, sourceKeys, subjectOf, type Keys, type KnownNames, type Subject } from './name-keys.ts'
import { keptWithWords, type Parsed } from './parsed.ts'
import { passage, type Passage } from './passage.ts'
import { isPortrait, Retelling, tellsFigures } from './retelling.ts'

/** What ties a figure to a source in another sentence, and how that is told. */
export const TIES = {
  paragraph: 'goes on from a sentence of this paragraph that has a source',
  results: 'belongs to the results that were reported',
  retelling: 'goes on with what the story retells',
  topic: 'takes up what the source told',
  next: 'the next sentence names its source',
  opening: 'opens the story of somebody who is the source of the next paragraphs',
  lede: 'opens the story that the next paragraphs source',
  event: 'tells the terms of what was announced',
  release: 'is a measure of the release the story tells of',
  account: 'belongs to the account of somebody who speaks in this story',
  list: 'stands in a list that the source introduces',
  issuer: 'stands in a press release of the source',
  thread: 'goes on with what the story tells from this source',
} as const
export type Tie = keyof typeof TIES

/** How a figure hangs on a source in another sentence. */
export interface Link {
  readonly tie: Tie
  readonly frame: Frame
  readonly carry: Carry
  readonly chain: readonly Passage[]
  readonly why: string
}

/** A source whose matter the story may go on to describe. */
interface Episode {
  readonly frame: Frame
  readonly keys: Keys
  /** What it is about: content words of what it said, and of what was told on. */
  readonly topics: Set<string>
  readonly results: boolean
  /** Whether it is told on about: another sentence may take up its words. */
  readonly lasting: boolean
  /** Of a data release: the measures it speaks of. */
  readonly release: ReadonlySet<string>
  /** The paragraph it was last spoken of in. */
  block: number
}

/** How many sources are kept in mind: the matter of one seldom waits behind more than these. */
const MEMORY = 8
/** Services that carry press releases, as they sign the dateline. */
const WIRE =
  /\((?:[^()]{0,40}\s)?(?:GLOBE ?NEWSWIRE|PR ?NEWSWIRE|BUSINESS ?WIRE|ACCESSWIRE|NEWSFILE(?: CORP\.?)?|MARKETWIRED?)\)|\/(?:PRNewswire|CNW|PRNewswire-FirstCall)\//i
const NO_FRAMES: readonly Frame[] = []
/** An item of a list is short; a paragraph is prose again. */
const LONGEST_ITEM = 240
/** What a house announces, taken up at the start of a paragraph. */
const EVENT =
  /^(?:(?:under|as part of|in) )?(?:the|this|that|these|those) (?:[a-z-]+ ){0,2}(?:terms|decision|order|ruling|fine|penalty|verdict|award|strike|deal|offer|transaction|acquisition|purchase|sale|merger|takeover|cuts|layoffs|round|funding|issue|offering|buyback|dividend|settlement|agreement|contract|order|investment|loan|bid|plan|(?:combined|merged|enlarged|new) (?:company|bank|group|entity|business|firm|lender|airline|carrier|retailer|insurer))\b/i
/** Words a sentence opens with that goes on with the matter of the one before. */
const GOES_ON =
  /^(?:and|the (?:largest|biggest|smallest|highest|lowest) (?:increase|decrease|gain|drop|decline|rise|fall|jump|share|part|contributor)|in fact|indeed|that|this|these|those|in addition|by comparison|overall|the second|the third|the other|the latter|the former|another|the figure|the total|it|its)\b/i

/**
 * Reads a story sentence by sentence and remembers whose matter it tells. `linkFor` answers for the figures of the sentence
 * that comes next, `read` goes on to it. Looks back at what it remembers and a few sentences ahead, never at the whole article.
 */
export class Discourse {
  readonly #article: Article
  readonly #known: KnownNames
  readonly #usable: readonly (readonly Frame[])[]
  /** Index of the next sentence of the same paragraph that has a source; -1 for none. */
  readonly #after: Int32Array
  readonly #firstBlock: number
  /** The wire that carried a press release stands in its dateline: all of it is the issuer’s word. */
  readonly #release: boolean
  readonly #issuer: Frame | undefined
  /** How often the writer says we and our. */
  readonly #ourselves: number
  readonly #episodes: Episode[] = []
  readonly #retelling: Retelling
  readonly #names = new Map<Frame, Keys>()
  /** Frames that the figures of a results lede were found to hang on. */
  readonly #opened = new Set<Frame>()
  /** The last sentence that had a source of its own or by carrying. */
  #last: { readonly index: number; readonly block: number; readonly frame: Frame; readonly chain: readonly Passage[] } | undefined
  /** A source whose sentence ended in a colon, and the last paragraph of the list that follows. */
  #list: { readonly frame: Frame; block: number } | undefined
  #read: { readonly parsed: Parsed; readonly subject: Subject } | undefined
  #company: Keys = NO_KEYS
  #person: Keys = NO_KEYS

  constructor(article: Article) {
    this.#article = article
    const { sentences, frames, parsed } = article
    this.#known = article.knownNames
    this.#retelling = new Retelling(article, this.#known)
    this.#release = sentences.slice(0, 6).some((s) => WIRE.test(s.text.slice(0, 160)))
    this.#ourselves = parsed.reduce((n, p) => n + oursIn(p), 0)
    this.#usable = frames.map((list, i) =>
      list.length && isEditorial(sentences[i]!.role) ? list.filter((f) => f.source && f.source.kind !== 'crowd' && f.lemma !== 'blame' && f.lemma !== 'praise') : NO_FRAMES,
    )
    const all = this.#release ? this.#usable.flat() : []
    this.#issuer = all.find((f) => f.source!.kind === 'company' && /^(?:announce|report|say|unveil|disclose)$/.test(f.lemma)) ?? all[0]
    this.#after = new Int32Array(sentences.length).fill(-1)
    for (let i = sentences.length - 2; i >= 0; i--) {
      if (sentences[i + 1]!.blockIndex !== sentences[i]!.blockIndex) continue
      this.#after[i] = this.#usable[i + 1]!.length ? i + 1 : this.#after[i + 1]!
    }
    this.#firstBlock = sentences.find((s) => s.role === 'body')?.blockIndex ?? 0
  }

  /** The source a figure at token `at` hangs on, if one of another sentence carries over to it. */
  linkFor(parsed: Parsed, at: number): Link | undefined {
    if (this.#release) return this.#fromIssuer(parsed)
    const list = this.#fromList(parsed)
    if (list) return list
    if (isPortrait(parsed, at)) return this.#fromRetelling(parsed, at)
    // a sentence with a source of its own that does not cover the figure leaves it to the results alone
    if (this.#usable[parsed.sentence.index]!.some((f) => !f.local)) return this.#fromResults(parsed, at)
    return (
      this.#fromParagraph(parsed) ??
      this.#fromResults(parsed, at) ??
      this.#fromRelease(parsed, at) ??
      this.#fromEvent(parsed) ??
      this.#fromNext(parsed) ??
      this.#fromTopic(parsed) ??
      this.#fromPerson(parsed) ??
      this.#fromLede(parsed) ??
      this.#fromRetelling(parsed, at)
    )
  }

  /** The word by which a house that publishes its own research speaks of itself, before token `at`: “our database”. */
  firstPerson(parsed: Parsed, at: number): number | undefined {
    if (!this.#release && this.#ourselves < 3) return undefined
    for (let i = Math.min(at, parsed.tokens.length) - 1; i >= parsed.open; i--) if (isOurs(parsed, i)) return i
    return undefined
  }

  /** Goes on to a sentence; `link` is what its figures hang on, if they hang on another one's source. */
  read(parsed: Parsed, link: Link | undefined): void {
    const { index, blockIndex } = parsed.sentence
    const frames = this.#usable[index]!
    for (const frame of frames) this.#remember(frame)
    this.#retelling.read(parsed, frames, !frames.length && link !== undefined)
    if (link?.carry === 'after' && isHouse(link.frame) && measureIn(parsed) >= 0) this.#opened.add(link.frame)
    // what analysts expected, in the middle of somebody's results, changes nothing
    const aside = this.#article.frames[index]!.some((f) => f.source?.kind === 'crowd')
    const own = aside ? undefined : frames.at(-1)
    if (aside && this.#last?.block === blockIndex) this.#last = { ...this.#last, index }
    const carried = frames.length ? undefined : link && link.carry === 'before' ? link : this.#fromTopic(parsed)
    if (own) this.#last = { index, block: blockIndex, frame: own, chain: [] }
    else if (carried) {
      this.#last = { index, block: blockIndex, frame: carried.frame, chain: carried.chain }
      const episode = this.#episodes.find((e) => e.frame === carried.frame)
      if (episode) {
        episode.block = blockIndex
        if (episode.lasting) for (const { key } of topicKeysOf(parsed)) if (episode.topics.size < 80) episode.topics.add(key)
      }
    }
    if (own && parsed.tokens.at(-1)!.low === ':') this.#list = { frame: own, block: blockIndex }
    else if (this.#list && this.#list.block !== blockIndex) {
      if (blockIndex === this.#list.block + 1 && !frames.length && parsed.sentence.block.prose.text.length <= LONGEST_ITEM)
        this.#list.block = blockIndex
      else this.#list = undefined
    }
    const subject = this.#subjectOf(parsed)
    if (subject.keys.size) {
      if (sameName(subject.keys, this.#known.companies) || !this.#company.size) this.#company = subject.keys
      this.#person = subject.keys
    }
  }

  /** A source that no rule ties a figure to, but that the story seems to follow. */
  thread(frame: Frame, { sentence: { index } }: Parsed): Link {
    const there = frame.parsed.sentence.index
    return this.#link(frame, there === index ? 'same' : there < index ? 'before' : 'after', index, 'thread')
  }

  /** The telling words of the frame's source; a pronoun or “the company” stands for the last name of its kind. */
  #keysOf(frame: Frame): Keys {
    const known = this.#names.get(frame)
    if (known) return known
    const source = frame.source!
    const { tokens } = frame.parsed
    // “the Oslo-based company” names a place, not the company
    if (source.kind === 'body' && this.#company.size) return this.#company
    const keys = sourceKeys(frame)
    if (keys.size) return keys
    if (source.kind === 'pronoun') return /^(?:he|she|who)$/.test(tokens[source.from]!.low) ? this.#person : this.#company
    return source.kind === 'person' || source.kind === 'anonymous' ? keys : this.#company
  }

  #remember(frame: Frame): void {
    const { parsed } = frame
    const keys = this.#keysOf(frame)
    this.#names.set(frame, keys)
    if (frame.source!.kind === 'company' && keys.size) {
      this.#person = keys
      if (!sameName(keys, this.#known.persons) || sameName(keys, this.#known.companies)) this.#company = keys
    }
    const results = this.#opened.has(frame) || opensResults(frame, parsed.sentence.blockIndex <= this.#firstBlock + 1)
    const lasting = isLasting(frame)
    // topics are asked for and added to where they last, and nowhere else
    const topics = new Set(lasting ? topicsOf(frame) : [])
    this.#episodes.push({ frame, keys, topics, results, lasting, release: releaseOf(frame), block: parsed.sentence.blockIndex })
    if (this.#episodes.length > MEMORY) {
      const drop = this.#episodes.findIndex((e) => !e.results && !e.lasting)
      this.#episodes.splice(drop < 0 ? 0 : drop, 1)
    }
  }

  /** Same paragraph, after a sentence that has a source. */
  #fromParagraph(parsed: Parsed): Link | undefined {
    const { index, blockIndex } = parsed.sentence
    const last = this.#last
    if (!last || last.block !== blockIndex || index - last.index > 3) return undefined
    const keys = this.#keysOf(last.frame)
    const again = last.frame.kind === 'says' && last.chain.length > 0 && sameName(this.#subjectOf(parsed).keys, keys)
    if (!canGoOn(last.frame) && !again && !(goesOn(parsed) && last.frame.lemma !== 'think')) return undefined
    if (
      last.frame.kind === 'says' &&
      !goesOn(parsed) &&
      sameName(keys, this.#known.persons) &&
      !sameName(keys, this.#known.companies)
    )
      return undefined
    if (last.frame.kind === 'says' && !this.#isSubjectAgain(last.frame, parsed) && !goesOn(parsed)) return undefined
    return this.#link(last.frame, 'before', index, 'paragraph', ...last.chain)
  }

  /** Whether what a house said goes on: it is the subject again, or nobody else is named. */
  #isSubjectAgain(frame: Frame, parsed: Parsed): boolean {
    const subject = this.#subjectOf(parsed)
    if (subject.described) return true
    const names = knownKeysIn(parsed, this.#known)
    return !names.size || sameName(subject.keys, this.#keysOf(frame))
  }

  /** The story goes on with the counts of the release or paper it retells. */
  #fromRetelling(parsed: Parsed, at: number): Link | undefined {
    const frame = this.#retelling.frameFor(parsed, at)
    return frame && this.#link(frame, 'before', parsed.sentence.index, 'retelling')
  }

  /** A list or table that a sourced sentence with a colon introduces. */
  #fromList(parsed: Parsed): Link | undefined {
    const { sentence } = parsed
    if (!this.#list || sentence.blockIndex > this.#list.block + 1 || sentence.block.prose.text.length > LONGEST_ITEM) return undefined
    return this.#link(this.#list.frame, 'before', sentence.index, 'list')
  }

  /** A press release is the word of who issues it. */
  #fromIssuer(parsed: Parsed): Link | undefined {
    const issuer = this.#issuer
    return (
      issuer &&
      this.#link(
        issuer,
        issuer.parsed.sentence.index < parsed.sentence.index ? 'before' : 'after',
        parsed.sentence.index,
        'issuer',
      )
    )
  }

  /** A measure of the company whose results are told. */
  #fromResults(parsed: Parsed, at: number): Link | undefined {
    let episode: Episode | undefined
    for (let e = this.#episodes.length - 1; e >= 0 && !episode; e--) if (this.#episodes[e]!.results) episode = this.#episodes[e]
    if (!episode) return undefined
    const measure = measureIn(parsed)
    if (measure < 0) return undefined
    const subject = this.#subjectOf(parsed).keys
    const near = lastNameBefore(parsed.tokens, at, this.#known)
    const others = (keys: Keys) => sameName(keys, this.#known.companies) && !sameName(keys, episode.keys)
    // “it”, “the company” of a paragraph on somebody else
    if (!near.size && !subject.size && others(this.#company)) return undefined
    if (others(near) || (others(subject) && !sameName(near, episode.keys))) return undefined
    return this.#link(
      episode.frame,
      'before',
      parsed.sentence.index,
      'results',
      passageOf(parsed, measure, measure),
    )
  }

  /** A measure that a data release speaks of, some paragraphs on. */
  #fromRelease(parsed: Parsed, at: number): Link | undefined {
    if (!tellsFigures(parsed, at)) return undefined
    const { index, blockIndex } = parsed.sentence
    for (let e = this.#episodes.length - 1; e >= 0; e--) {
      const episode = this.#episodes[e]!
      if (!episode.release.size || blockIndex - episode.block > 3) continue
      const { end } = this.#subjectOf(parsed)
      for (let i = parsed.open; i < end; i++) {
        if (episode.release.has(parsed.tokens[i]!.low)) {
          return this.#link(episode.frame, 'before', index, 'release', passageOf(parsed, i, i))
        }
      }
    }
    return undefined
  }

  /** “The deal values …”: the terms of what the paragraph before announced. */
  #fromEvent(parsed: Parsed): Link | undefined {
    const { index, blockIndex } = parsed.sentence
    const last = this.#last
    if (!last || last.index !== index - 1 || blockIndex - last.block > 1) return undefined
    if (isRemark(last.frame) || sameName(this.#keysOf(last.frame), this.#known.persons)) return undefined
    if (!tellsTerms(parsed)) return undefined
    return this.#link(last.frame, 'before', index, 'event', ...last.chain)
  }

  /** The next sentence names the source: “That compares with …, according to”, “The company said …”. */
  #fromNext(parsed: Parsed): Link | undefined {
    const { index } = parsed.sentence
    const after = this.#after[index]!
    if (after !== index + 1) return undefined
    const frame = this.#usable[after]![0]!
    const next = frame.parsed
    const source = frame.source!
    const person = frame.kind === 'says' && sameName(sourceKeys(frame), this.#known.persons)
    const anaphor =
      !person && (/^(?:that|this|these|those)$/.test(next.tokens[0]!.low) || next.tokens.slice(0, 6).some((t) => t.low === 'also'))
    const subject = this.#subjectOf(parsed)
    const keys = sourceKeys(frame)
    const described = source.from <= 1 && (source.kind === 'pronoun' || source.kind === 'body') && subject.keys.size > 0
    const own =
      sameName(subject.keys, keys) ||
      (subject.described && sameName(this.#company, keys)) ||
      (described && sameName(subject.keys, this.#known.companies))
    if (!own && !(anaphor && canGoOn(frame))) return undefined
    if (own && !anaphor && !canGoOn(frame) && frame.lemma !== 'say') return undefined
    return this.#link(frame, 'after', index, 'next')
  }

  /** Words of what a paper or a house said are taken up again. */
  #fromTopic(parsed: Parsed): Link | undefined {
    const { blockIndex, index } = parsed.sentence
    const anew = goesOn(parsed)
    const wanted = anew ? 0 : 1
    const keys = topicKeysOf(parsed)
    let best: Episode | undefined
    let most = wanted
    for (const episode of this.#episodes) {
      if (!episode.lasting) continue
      const far = blockIndex - episode.block
      let shared = 0
      let before = false
      for (const { key, joined } of keys) {
        const hit = episode.topics.has(key)
        // two words in a row, “initial claims”, weigh more than two apart
        if (hit) shared += before && joined ? 2 : 1
        before = hit
      }
      if (anew && far === 1 && this.#last?.index === index - 1 && this.#last.frame === episode.frame) shared += 2
      if (shared > most && (far <= 1 || shared > 2)) [best, most] = [episode, shared]
    }
    return best && this.#link(best.frame, 'before', index, 'topic')
  }

  /** Somebody who is met in this paragraph tells of his own affairs, and speaks in one of the next. */
  #fromPerson(parsed: Parsed): Link | undefined {
    const { sentences } = this.#article
    const { index, blockIndex } = parsed.sentence
    const subject = this.#subjectOf(parsed)
    const keys = subject.keys.size
      ? subject.keys
      : subject.described || /^(?:he|she|they|his|her|their)$/.test(parsed.tokens[parsed.open]?.low ?? '')
        ? this.#person
        : NO_KEYS
    if (!keys.size || sameName(keys, this.#known.companies)) return undefined
    for (const key of keys) if (this.#known.first.get(key) !== blockIndex) return undefined
    for (let k = index + 1; k < sentences.length && sentences[k]!.blockIndex - blockIndex <= 2; k++) {
      for (const frame of this.#usable[k]!) {
        if (frame.kind === 'says' && sameName(sourceKeys(frame), keys))
          return this.#link(frame, 'after', index, 'account')
      }
    }
    return undefined
  }

  /** The opening of a story whose next paragraphs name the source. */
  #fromLede(parsed: Parsed): Link | undefined {
    const { sentences } = this.#article
    const { index, blockIndex } = parsed.sentence
    if (blockIndex > this.#firstBlock + 1) return undefined
    const own = this.#subjectOf(parsed).keys
    const subject = own.size || measureIn(parsed) < 0 ? own : this.#company
    const names = knownKeysIn(parsed, this.#known)
    const topics = topicSetOf(parsed)
    for (let k = index + 1; k < sentences.length && sentences[k]!.blockIndex - blockIndex <= 2; k++) {
      for (const frame of this.#usable[k]!) {
        if (frame.kind === 'participle' || frame.lemma === 'ask') continue
        const source = frame.source!
        const keys = sourceKeys(frame)
        // a data release: the lede tells what the bureau told
        if (isLasting(frame) || (frame.kind === 'says' && source.kind === 'body')) {
          let shared = 0
          for (const topic of topicsOf(frame)) if (topics.has(topic)) shared++
          if (shared > 2) return this.#link(frame, 'after', index, 'lede')
        }
        if (!subject.size) continue
        const described =
          (source.kind === 'body' && source.from < 3 && k - index <= 3 && sameName(subject, this.#known.companies)) ||
          (k === index + 1 && source.kind === 'pronoun' && (frame.covers[0]?.[0] ?? Infinity) < frame.hole[0] && frame.parsed.tokens[source.from]!.low === 'it' && !sameName(subject, this.#known.persons))
        if (keys.size ? sameName(names, keys) : described)
          return this.#link(frame, 'after', index, 'opening')
      }
    }
    return undefined
  }

  /** The subject of a sentence; of the last one asked for it is kept. */
  #subjectOf(parsed: Parsed): Subject {
    if (this.#read?.parsed !== parsed) this.#read = { parsed, subject: subjectOf(parsed, this.#known) }
    return this.#read.subject
  }

  #link(frame: Frame, carry: Carry, sentence: number, tie: Tie, ...chain: Passage[]): Link {
    const cue = cueOf(frame)
    if (frame.parsed.sentence.index !== sentence && chain.at(-1)?.span.start !== cue.span.start) chain.push(cue)
    return { tie, frame, carry, chain, why: TIES[tie] }
  }
}

const goesOn = keptWithWords(({ sentence: { block, from } }) => GOES_ON.test(block.prose.text.slice(from, from + 24)))
const tellsTerms = keptWithWords(({ sentence: { block, from } }) => EVENT.test(block.prose.text.slice(from, from + 40)))

function isOurs({ tokens, spoken }: Parsed, i: number): boolean {
  const { low } = tokens[i]!
  return (low === 'our' || low === 'we') && !spoken[i]
}

/** How often the writer says we and our in a sentence. */
const oursIn = keptWithWords((parsed) => parsed.tokens.reduce((n, _, i) => n + (isOurs(parsed, i) ? 1 : 0), 0))

function passageOf(parsed: Parsed, from: number, to: number): Passage {
  return passage(parsed.sentence.block, parsed.tokens[from]!.from, parsed.tokens[to]!.to)
}
