import type * as Zod from 'zod'
import type { Article } from '../article/article.ts'
import type { IsoDate } from '../article/block.ts'
import type { SignalKind } from '../article/signals.ts'
import type { Severity } from './finding.ts'
import { authorityOf, basisOf, mostFor, provisionOf, whyNotInForce, type Provision } from './provisions.ts'
import { milder } from './config.ts'
import { reaches } from './places.ts'
import type { Register } from './register.ts'
import type { Extra, Place, Placeholders, Rule, RuleContext } from './rule.ts'
import { storyOf, type ContentType, type Story } from './story.ts'

/** When a provision asks something of a story. All that is given must hold; left out altogether, it always does. */
export interface When {
  /** Evidence in the text, every kind of it. */
  readonly all?: readonly SignalKind[]
  /** Evidence in the text, at least one kind. */
  readonly any?: readonly SignalKind[]
  readonly none?: readonly SignalKind[]
  readonly types?: readonly ContentType[]
  readonly notTypes?: readonly ContentType[]
  readonly paid?: boolean
  /** An interest is stated in front matter or config. */
  readonly interested?: true
  /** Only where no press code is followed that takes the provision's place. */
  readonly withoutCode?: true
  /** Only where readers there are stated. */
  readonly audience?: string
  /** Anything else: `why` in words where it does not hold, `because` where it does. */
  readonly also?: { readonly holds: (story: Story, article: Article) => boolean; readonly why: string; readonly because?: string }
}

/** How a rule speaks for a provision. */
export interface Serving {
  readonly when?: When
  /** The severity this provision asks for at most; what rests on memory is one step milder still. */
  readonly atMost?: Severity
}

/** A provision that asks something of this story. */
export interface Duty {
  readonly provision: Provision
  readonly atMost: Severity
}

/** Whether a provision applies to a story, and why or why not. */
export interface Applied {
  readonly provision: Provision
  readonly applies: boolean
  readonly why: string
  readonly atMost: Severity
}

/** What a duty's `check` gets: the rule's own context, the story, and the provisions that apply. Never called without any. */
export interface DutyContext<Messages extends Record<string, string>, Options> {
  readonly article: Article
  readonly story: Story
  readonly duties: readonly Duty[]
  readonly options: Options
  readonly register: Register | undefined
  readonly asOf: IsoDate | undefined
  /** Reports for all provisions that apply, or for those given. The message ends with who asks for it. */
  readonly report: <Id extends keyof Messages & string>(
    messageId: Id,
    at: Place | undefined,
    ...extra: [Placeholders<Messages[Id]>] extends [never] ? [extra?: DutyExtra<Messages[Id]>] : [extra: DutyExtra<Messages[Id]>]
  ) => void
}

/** What a duty's report may add; `for` narrows the provisions it speaks for. */
export type DutyExtra<Message extends string> = Extra<Message> & { readonly for?: readonly Duty[] }

/** The options every duty has. */
export interface DutyOptions {
  /** Ids of the provisions asked about; empty for all the rule knows. */
  readonly provisions: readonly string[]
}

/** A rule that speaks for provisions. */
export interface Obligation extends Rule {
  readonly serves: Readonly<Record<string, Serving>>
  /** Which provisions apply to an article, with reasons: for the list of what is owed. */
  applied(context: Pick<RuleContext<Record<string, string>, unknown>, 'article' | 'facts' | 'asOf' | 'options'>): readonly Applied[]
}

/** The words that open the end of a duty's message. */
const TAIL = '; {{basis}}'

/**
 * Declares a duty: what it looks for, for which provisions, and when they ask. Gives a rule whose messages name the provisions,
 * whose reports are as mild as the strictest provision that applies, and which says nothing where none applies.
 */
export function defineObligation<const Messages extends Record<string, string>, Schema extends Zod.ZodObject = Zod.ZodObject<Record<string, never>>>(duty: {
  readonly summary: string
  readonly messages: Messages
  readonly serves: Readonly<Record<string, Serving>>
  readonly options?: (z: typeof Zod) => Schema
  readonly fixable?: true
  readonly suggests?: true
  check(context: DutyContext<Messages, Zod.output<Schema> & DutyOptions>): void
}): Obligation {
  const messages = Object.fromEntries(Object.entries(duty.messages).map(([id, text]) => [id, text + TAIL]))
  const applied = appliedBy(duty.serves)
  return {
    summary: duty.summary,
    messages,
    options: (z) => z.object({
      ...(duty.options?.(z).shape ?? {}),
      provisions: z.array(z.enum(Object.keys(duty.serves) as [string, ...string[]])).default([]).describe('The provisions it speaks for; none named means all that apply'),
    }),
    ...(duty.fixable ? { fixable: true } : {}),
    ...(duty.suggests ? { suggests: true } : {}),
    authority: authorityOf(provisionOf(Object.keys(duty.serves)[0]!)),
    serves: duty.serves,
    applied,
    check(context) {
      const duties = applied(context).filter((a) => a.applies)
      if (duties.length === 0) return
      duty.check({
        article: context.article,
        story: storyOf(context.article, context.facts),
        duties,
        options: context.options as Zod.output<Schema> & DutyOptions,
        register: context.register,
        asOf: context.asOf,
        report(messageId, at, ...rest) {
          const place = at ?? context.article.anchor
          if (!place) return
          const extra: { readonly for?: readonly Duty[]; readonly atMost?: Severity; readonly data?: object | undefined } = rest[0] ?? {}
          const speaksFor = extra.for ?? duties
          const { for: _, ...shown } = extra
          context.report(messageId, place, {
            ...shown,
            atMost: milder(strictestOf(speaksFor), extra.atMost),
            data: { ...extra.data, basis: basisOf(speaksFor.map((d) => d.provision)) },
          } as unknown as Extra<never>)
        },
      })
    },
  }
}

/** The severity of the strictest of several provisions. */
export function strictestOf(duties: readonly Duty[]): Severity {
  return duties.reduce<Severity>((most, d) => (milder(most, d.atMost) === most ? d.atMost : most), 'info')
}

/** Which of a rule's provisions apply to an article: those its options name, or all. */
export function appliedBy(serves: Readonly<Record<string, Serving>>): Obligation['applied'] {
  const serving = Object.entries(serves).map(([id, how]) => [provisionOf(id), how] as const)
  return ({ article, facts, asOf, options }) => {
    const story = storyOf(article, facts)
    const wanted = (options as Partial<DutyOptions> | undefined)?.provisions ?? []
    return serving.filter(([p]) => wanted.length === 0 || wanted.includes(p.id)).map(([provision, how]) => {
      const why = whyNotInForce(provision, asOf) ?? whyNot(how.when, story, article)
      return { provision, applies: why === undefined, why: why ?? whyYes(how.when, story, article), atMost: mostFor(provision, how.atMost ?? 'error') }
    })
  }
}

/** A house rule that also speaks for provisions: the same rule, asked for by them. */
export function alsoServing<R extends object>(rule: R, serves: Readonly<Record<string, Serving>>): R & Pick<Obligation, 'serves' | 'applied'> {
  return { ...rule, serves, applied: appliedBy(serves) }
}

/** Whether a rule is a duty, which can say what applies. */
export function isObligation(rule: Rule): rule is Obligation {
  return 'serves' in rule
}

const NAMES: Partial<Record<SignalKind, string>> = {
  'relayed-view': 'relayed view of a security', performance: 'past return', hypothetical: 'hypothetical result', security: 'named security',
  'non-gaap': 'adjusted measure', crypto: 'crypto-asset', cfd: 'CFD', share: 'share',
}

function named(kind: SignalKind): string {
  return NAMES[kind] ?? kind
}

/** `a, b or c` */
function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

/** Why a provision does not ask anything of a story; undefined where it does. */
function whyNot(when: When | undefined, story: Story, article: Article): string | undefined {
  if (!when) return undefined
  const { signals } = article
  const absent = when.all?.find((kind) => !signals.has(kind))
  if (absent) return `no ${named(absent)} was found in the text`
  if (when.any && !when.any.some((kind) => signals.has(kind))) return `no ${either(when.any.map(named))} was found in the text`
  const present = when.none?.find((kind) => signals.has(kind))
  if (present) return `the text shows ${named(present)}`
  if (when.types && !when.types.includes(story.type)) return `it asks about ${either(when.types)}, the text is ${story.type === 'unknown' ? 'not said to be one' : story.type}`
  if (when.notTypes?.includes(story.type)) return `it does not ask about ${story.type} text`
  if (when.paid !== undefined && when.paid !== story.paid) return when.paid ? 'nothing says that the text is paid for' : 'the text is paid for'
  if (when.interested && (story.interests === undefined || story.interests === 'none')) return 'no interest is stated in front matter or config'
  if (when.withoutCode && story.selfRegulation !== undefined) return `a press code is followed instead: ${story.selfRegulation}`
  if (when.audience !== undefined && !(story.audience && reaches(story.audience, when.audience))) return `readers in \`${when.audience}\` are not stated in \`audience\``
  if (when.also && !when.also.holds(story, article)) return when.also.why
  return undefined
}

/** What in a story makes a provision ask. */
function whyYes(when: When | undefined, story: Story, article: Article): string {
  const kinds = [...(when?.all ?? []), ...(when?.any ?? [])].filter((kind) => article.signals.has(kind))
  const shown = kinds.map((kind) => `${named(kind)} (\`${article.signals.of(kind)[0]!.text}\`)`)
  if (when?.paid) shown.push(story.sponsor ? `paid for by ${story.sponsor.name}` : `it looks paid (\`${article.signals.of('paid')[0]?.text ?? story.type}\`)`)
  if (when?.types) shown.push(`the text is ${story.type}`)
  if (when?.interested) shown.push('an interest is stated')
  if (when?.also?.because) shown.push(when.also.because)
  return shown.length > 0 ? shown.join(', ') : 'it asks of every story'
}
