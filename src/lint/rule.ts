import type * as Zod from 'zod'
import type { Article } from '../article/article.ts'
import type { IsoDate } from '../article/block.ts'
import type { Span } from '../text/span.ts'
import type { JudgedWaiver } from './waivers.ts'
import type { Fix, Related, Severity } from './finding.ts'
import type { Register } from './register.ts'

/** What a duty rests on. */
export interface Authority {
  readonly cites: string
  readonly force: 'any' | 'media' | 'firm' | 'issuer' | 'code' | 'guide'
  readonly asOf: IsoDate
  readonly from?: IsoDate
  readonly until?: IsoDate
  readonly verified: 'text' | 'quoted' | 'memory'
}

/** The names between double braces in a message: `'{{figure}} has …'` → `'figure'`. */
export type Placeholders<Message extends string> = Message extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Placeholders<Rest> : never

/** What a report may add; `data` is owed exactly where the message has placeholders. */
export type Extra<Message extends string> = {
  readonly related?: readonly Related[]
  readonly fix?: Fix
  readonly suggestions?: readonly Fix[]
  /** This report may be milder than the rule's setting, never stricter: what rests on memory, what only asks for a fact. */
  readonly atMost?: Severity
} & ([Placeholders<Message>] extends [never] ? { readonly data?: undefined } : { readonly data: Readonly<Record<Placeholders<Message>, string | number>> })

/** Anything with a place: a passage, or a bare span. */
export type Place = Span | { readonly span: Span }

export type Report<Messages extends Record<string, string>> = <Id extends keyof Messages & string>(
  messageId: Id,
  at: Place,
  ...extra: [Placeholders<Messages[Id]>] extends [never] ? [extra?: Extra<Messages[Id]>] : [extra: Extra<Messages[Id]>]
) => void

export interface RuleContext<Messages extends Record<string, string>, Options> {
  readonly article: Article
  readonly options: Options
  readonly report: Report<Messages>
  /** The day on which the article is judged, if one was given. */
  readonly asOf?: IsoDate
  /** What is known about the desk and its authors: wins over what the text lets one guess. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** Who holds what, from outside: never looked up from inside an article. */
  readonly register?: Register
  /** The article's waivers and what came of them; only for a rule that comes `last`. */
  readonly waivers?: readonly JudgedWaiver[]
}

/**
 * One question to an article. The file name is the id; severity lives in presets.
 * `options` gets zod handed in, so that a rule loads without it: schemas are built only where settings must be checked.
 */
export interface Rule<Messages extends Record<string, string> = Record<string, string>, Options = unknown> {
  /** What it finds, as a noun phrase, one line, no full stop. */
  readonly summary: string
  readonly messages: Messages
  readonly options?: (z: typeof Zod) => Zod.ZodObject
  readonly fixable?: true
  readonly suggests?: true
  /** Asked after all others, for it judges what was made of their findings. */
  readonly last?: true
  readonly authority?: Authority
  check(context: RuleContext<Messages, Options>): void
}

/** Gives a rule its types: message ids, their placeholders and the options as the schema reads them. */
export function defineRule<const Messages extends Record<string, string>, Schema extends Zod.ZodObject = Zod.ZodObject<Record<string, never>>>(
  rule: Omit<Rule<Messages>, 'options' | 'check'> & {
    readonly options?: (z: typeof Zod) => Schema
    check(context: RuleContext<Messages, Zod.output<Schema>>): void
  },
): Rule<Messages, Zod.output<Schema>> {
  return rule as Rule<Messages, Zod.output<Schema>>
}
