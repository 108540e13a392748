import type { IsoDate } from './block.ts'
import type { Passage } from './passage.ts'

/**
 * What a block is to the story. `embed` is a post by somebody else, `readers` are comments under the story: nothing in
 * either is the author's.
 */
export type Role =
  | 'headline' | 'standfirst' | 'byline' | 'dateline' | 'body' | 'quote' | 'caption' | 'table' | 'disclosure' | 'embed' | 'readers' | 'boilerplate'

export interface Sentence extends Passage {
  /** Counts through the article. */
  readonly index: number
  /** Index of its block in the article. */
  readonly blockIndex: number
  readonly role: Role
}

/** Words in quotation marks. `from`–`to` include the marks. */
export interface Quotation extends Passage {
  readonly sentence: Sentence
  /** `speech` is somebody's words; `scare` is a name, title or term in quotation marks. */
  readonly kind: 'speech' | 'scare'
  readonly speaker?: Mention
}

export type MentionKind = 'company' | 'person' | 'body' | 'document' | 'anonymous' | 'crowd' | 'pronoun'

/** Somebody or something named, as a possible source. */
export interface Mention extends Passage {
  readonly kind: MentionKind
  /** What the mention resolves to, if that is known: `it` → `Norland Corp.` */
  readonly name?: string
  readonly ticker?: string
  readonly url?: string
}

export type Unit =
  | { readonly kind: 'percent' }
  | { readonly kind: 'points'; readonly of: 'percentage' | 'basis' | 'index' }
  /** `minor`: the value counts cents or pence, not dollars or pounds. */
  | { readonly kind: 'money'; readonly currency?: string; readonly minor?: true }
  | { readonly kind: 'times' }
  /** A part of one: `two-thirds`, `1 in 4`; the value is between 0 and 1. */
  | { readonly kind: 'share' }
  | { readonly kind: 'count'; readonly of?: string }

/** A number with its unit, statistic or not; never a date, name or ordinal. */
export interface Quantity extends Passage {
  readonly sentence: Sentence
  /** A number, or low and high end of a range. `4%` is 4; `$3 million` is 3000000. */
  readonly value: number | readonly [number, number]
  readonly unit: Unit
  readonly bound?: 'about' | 'over' | 'under'
  /** Written in words: `doubled`, `two-thirds`, `half of`. */
  readonly words?: true
}

export interface Period extends Passage {
  readonly begins?: IsoDate
  readonly ends?: IsoDate
  readonly relative: boolean
}

/** A quantity that claims something about the world, and so owes the reader a source. */
export interface Statistic extends Passage {
  readonly sentence: Sentence
  readonly quantity: Quantity
  readonly change?: 'up' | 'down' | 'flat'
}

/** Somebody who is said to have said something, and what. */
export interface Attribution {
  readonly source: Mention
  readonly cue: Passage
  readonly manner: 'said' | 'reported' | 'estimated' | 'alleged'
  /** What is attributed, within the sentence of the cue. */
  readonly covers: Passage
}

/** Where a statistic's source stands, seen from the statistic. */
export type Carry = 'same' | 'before' | 'after' | 'title'

/** Whether and how a statistic is sourced. Every verdict can say why, in one clause without a full stop. */
export type Standing =
  | {
      readonly status: 'attributed'
      readonly source: Mention
      /** Undefined for sources without a reporting word: a caption's source line, a link, a table note. */
      readonly cue: Passage | undefined
      readonly carry: Carry
      /** From the figure to the source: the phrases that carry it, nearest first. Empty when both stand in one sentence. */
      readonly chain: readonly Passage[]
      /** Stated by people who are not named: "a person familiar with the matter". */
      readonly anonymous: boolean
      readonly why: string
    }
  | { readonly status: 'market' | 'exempt'; readonly why: string }
  | {
      readonly status: 'unattributed'
      readonly why: string
      /** "economists expect": a source of sorts is given and nobody is named. */
      readonly vague: Mention | undefined
      /** The nearest source that was found, and why it does not cover this figure. */
      readonly nearest?: { readonly source: Mention; readonly why: string }
      /** False where the text leaves it open and a careful editor might accept it: shown only in `strict` mode. */
      readonly certain: boolean
    }

/** The elements of corpora of real house forms; each has its own duty and its own words. */
export const DISCLOSURE_ELEMENTS = [
  'holdings', 'affiliation', 'notRecommendation', 'notAdvice', 'dueDiligence', 'consultProfessional', 'licenses', 'sources',
  'compensation', 'pastPerformance', 'risk', 'forwardLooking', 'generalAdvice', 'asOfDate',
] as const
export type DisclosureElement = (typeof DISCLOSURE_ELEMENTS)[number]

export type DisclosureDefect =
  | 'polarity' | 'hedged' | 'conditional' | 'intention' | 'threshold' | 'partial' | 'contradicted' | 'placeholder' | 'struck' | 'past' | 'policy'

/**
 * A statement of the author or publisher about itself or its text. A defective one is credited with nothing, save an
 * admission that is defective because it lost its "no" or says too little (`polarity`, `partial`): the text does admit it.
 */
export interface Disclosure extends Passage {
  readonly sentence: Sentence
  readonly element: DisclosureElement
  /** `none` denies, `some` admits, `true` for elements that are simply there. */
  readonly value: 'none' | 'some' | 'paid' | true
  readonly defect?: DisclosureDefect
  /** The words that decided: shown to the editor. */
  readonly words: Passage
}

/** What the article is credited with, element by element. */
export interface Elements {
  readonly holdings: 'none' | 'some' | 'absent'
  readonly affiliation: 'none' | 'some' | 'absent'
  readonly licenses: 'none' | 'some' | 'absent'
  readonly compensation: 'none' | 'paid' | 'absent'
  readonly notRecommendation: boolean
  readonly notAdvice: boolean
  readonly dueDiligence: boolean
  readonly consultProfessional: boolean
  readonly sources: boolean
  readonly pastPerformance: boolean
  readonly risk: boolean
  readonly forwardLooking: boolean
  readonly generalAdvice: boolean
  readonly asOfDate: boolean
}
