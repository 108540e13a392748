import type { Span } from '../text/span.ts'
import type { Source } from '../text/source.ts'
import type { Block, Comment, Layout, Meta, Reading } from './block.ts'
import type { Attribution, Disclosure, Elements, Mention, Period, Quantity, Quotation, Role, Sentence, Standing, Statistic } from './facts.ts'
import { findAttributions } from './attributions.ts'
import { findFrames } from './cues.ts'
import { creditOf, findDisclosures } from './disclosures.ts'
import { isEditorial } from './editorial.ts'
import type { Frame } from './frames.ts'
import { Memory } from './memory.ts'
import { findMentions } from './mentions.ts'
import { knownNames, type KnownNames } from './name-keys.ts'
import { parseSentences, type Parsed } from './parsed.ts'
import { wholeOf, type Passage } from './passage.ts'
import { findPeriods } from './periods.ts'
import { findQuantities } from './quantities.ts'
import { findQuotations } from './quotations.ts'
import { findRoles } from './roles.ts'
import { findSentences } from './sentences.ts'
import { judgeStandings } from './standing.ts'
import { findSignals, type Signals } from './signals.ts'
import { findStatistics } from './statistics.ts'

/** What a story says. Facts are looked for when first asked, and once. */
export class Article {
  readonly source: Source
  readonly meta: Meta
  readonly blocks: readonly Block[]
  readonly comments: readonly Comment[]
  readonly layout: Layout
  readonly notices: Reading['notices']

  #roles: readonly Role[] | undefined
  #sentences: readonly Sentence[] | undefined
  #parsed: readonly Parsed[] | undefined
  #frames: readonly (readonly Frame[])[] | undefined
  #knownNames: KnownNames | undefined
  #quotations: readonly Quotation[] | undefined
  #mentions: readonly Mention[] | undefined
  #quantities: readonly Quantity[] | undefined
  #periods: readonly Period[] | undefined
  #statistics: readonly Statistic[] | undefined
  #attributions: readonly Attribution[] | undefined
  #standings: ReadonlyMap<Statistic, Standing> | undefined
  #disclosures: readonly Disclosure[] | undefined
  #signals: Signals | undefined

  /** What its paragraphs were read as, for readings that are asked for twice; of earlier versions of the text, too, where there are any. */
  readonly memory: Memory

  constructor(source: Source, reading: Reading, memory = new Memory()) {
    this.memory = memory
    this.source = source
    this.meta = reading.meta
    this.blocks = reading.blocks
    this.comments = reading.comments
    this.layout = reading.layout
    this.notices = reading.notices
  }

  /** Role of each block, in the order of `blocks`. */
  get roles(): readonly Role[] {
    return (this.#roles ??= findRoles(this.blocks, this.meta, this.memory))
  }

  get sentences(): readonly Sentence[] {
    return (this.#sentences ??= findSentences(this.blocks, this.roles, this.memory))
  }

  /** The sentences read into words, at their own index. */
  get parsed(): readonly Parsed[] {
    return (this.#parsed ??= parseSentences(this))
  }

  /** Cues with their sources and what they cover, at the index of their sentence. */
  get frames(): readonly (readonly Frame[])[] {
    return (this.#frames ??= findFrames(this))
  }

  /** Which words are names in it. */
  get knownNames(): KnownNames {
    return (this.#knownNames ??= knownNames(this.parsed))
  }

  get quotations(): readonly Quotation[] {
    return (this.#quotations ??= findQuotations(this))
  }

  get mentions(): readonly Mention[] {
    return (this.#mentions ??= findMentions(this))
  }

  get periods(): readonly Period[] {
    return (this.#periods ??= findPeriods(this))
  }

  /** Every number with a unit, statistic or not; dates, names and ordinals are none. */
  get quantities(): readonly Quantity[] {
    return (this.#quantities ??= findQuantities(this))
  }

  /** The quantities that owe the reader a source, in editorial text only. */
  get statistics(): readonly Statistic[] {
    return (this.#statistics ??= findStatistics(this))
  }

  get attributions(): readonly Attribution[] {
    return (this.#attributions ??= findAttributions(this))
  }

  get disclosures(): readonly Disclosure[] {
    return (this.#disclosures ??= findDisclosures(this))
  }

  /** What kind of story it is, each with its evidence. */
  get signals(): Signals {
    return (this.#signals ??= findSignals(this))
  }

  /** What the article may be credited with, all 14 elements. */
  get elements(): Elements {
    return creditOf(this.disclosures)
  }

  /** @throws RangeError for a statistic of another article */
  standingOf(statistic: Statistic): Standing {
    const standing = (this.#standings ??= judgeStandings(this)).get(statistic)
    if (!standing) throw new RangeError('the statistic is not one of this article')
    return standing
  }

  get headline(): Passage | undefined {
    const index = this.roles.indexOf('headline')
    return index < 0 ? undefined : wholeOf(this.blocks[index]!)
  }

  /** Where a thing that is missing is shown: the headline, else the last editorial sentence. Undefined for an article without words. */
  get anchor(): Passage | undefined {
    const hasWords = ({ text }: Sentence) => /\p{L}/u.test(text)
    return this.headline ?? this.sentences.findLast((s) => isEditorial(s.role) && hasWords(s)) ?? this.sentences.find(hasWords)
  }

  /** The text a span stands for, as it is in the source. */
  slice(span: Span): string {
    return this.source.text.slice(span.start, span.end)
  }
}
