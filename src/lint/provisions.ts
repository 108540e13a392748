import type { IsoDate } from '../article/block.ts'
import asia from './provisions/asia.json' with { type: 'json' }
import au from './provisions/au.json' with { type: 'json' }
import ca from './provisions/ca.json' with { type: 'json' }
import eu from './provisions/eu.json' with { type: 'json' }
import house from './provisions/house.json' with { type: 'json' }
import india from './provisions/in.json' with { type: 'json' }
import texts from './provisions/texts.json' with { type: 'json' }
import uk from './provisions/uk.json' with { type: 'json' }
import us from './provisions/us.json' with { type: 'json' }
import type { Authority } from './rule.ts'
import type { Severity } from './finding.ts'

/** Whom a provision binds, and how: printed with every finding. */
export type Force = 'any' | 'media' | 'firm' | 'issuer' | 'self' | 'guide' | 'house'

/** One provision of law, self-regulation or house policy. The data is in `provisions/*.json`: a lawyer updates it without code. */
export interface Provision {
  readonly id: string
  readonly title: string
  /** Citation, as it is printed. */
  readonly cites: string
  readonly force: Force
  /** `text`: the wording was read; `quoted`: read as quoted by others; `memory`: read nowhere, so everything is one step milder. */
  readonly verified: 'text' | 'quoted' | 'memory'
  /** When somebody last looked. */
  readonly asOf: IsoDate
  readonly from?: IsoDate
  readonly until?: IsoDate
  readonly status: 'in force' | 'proposed' | 'withdrawn'
  readonly binds: string
  readonly asks: string
  /** What no program can see of it. */
  readonly cannot: string
  readonly source: string
  readonly note?: string
  /** Why no rule checks it. Left out where a rule does. */
  readonly unchecked?: string
}

/** A text that a provision prescribes word by word. `{role}` stands for one of `slots.role`, `percent` for any percentage. */
export interface MandatedText {
  readonly id: string
  readonly provision: string
  readonly language: string
  readonly verified: Provision['verified']
  readonly text: string
  /** A second sentence that goes with it, anywhere in the text. */
  readonly also?: string
  readonly slots?: Readonly<Record<string, string | readonly string[]>>
  /** Near misses, each with what is wrong with it. */
  readonly mistaken?: readonly { readonly text: string; readonly why: string }[]
  readonly superseded?: readonly { readonly text: string; readonly why: string }[]
  readonly note?: string
}

/** A caution with elements and no fixed sentence: each element is met by any of its wordings. */
export interface MandatedElements {
  readonly id: string
  readonly provision: string
  readonly language: string
  readonly verified: Provision['verified']
  readonly elements: readonly { readonly name: string; readonly any: readonly string[] }[]
}

/** The provisions by region, in the order of the page. */
export const REGIONS = [us, eu, uk, ca, au, india, asia, house] as readonly { readonly about: string; readonly provisions: readonly Provision[] }[]

export const PROVISIONS: ReadonlyMap<string, Provision> = new Map(REGIONS.flatMap((region) => region.provisions.map((p) => [p.id, p])))

export const MANDATED_TEXTS: readonly MandatedText[] = texts.texts as readonly MandatedText[]
export const MANDATED_ELEMENTS: readonly MandatedElements[] = texts.elements as readonly MandatedElements[]

/** @throws RangeError for an id that is not in the registry */
export function provisionOf(id: string): Provision {
  const found = PROVISIONS.get(id)
  if (!found) throw new RangeError(`there is no provision \`${id}\``)
  return found
}

/** Why a provision cannot be asked for on a day; undefined where it can. Without a day only its status counts. */
export function whyNotInForce(p: Provision, asOf?: IsoDate): string | undefined {
  if (p.status !== 'in force') return `it is ${p.status}, not in force`
  if (asOf !== undefined && p.from !== undefined && asOf < p.from) return `it applies from ${p.from}, the article is judged as of ${asOf}`
  if (asOf !== undefined && p.until !== undefined && asOf > p.until) return `it applied until ${p.until}, the article is judged as of ${asOf}`
  return undefined
}

/** Force in words, as a finding prints it. */
export const FORCE: Readonly<Record<Force, string>> = {
  any: 'binds anyone in that situation',
  media: 'written for media, or a condition of their exemption',
  firm: 'binds licensed firms, good practice for others',
  issuer: 'binds issuers, good practice for others',
  self: 'press self-regulation',
  guide: 'guidance, not law',
  house: 'a publisher’s own policy',
}

/** `us-17b (Securities Act §17(b), 15 U.S.C. 77q(b); binds anyone in that situation; as of 2026-06-30)` */
export function cited(p: Provision): string {
  return `${p.id} (${p.cites}; ${FORCE[p.force]}; as of ${p.asOf}${p.verified === 'memory' ? ', not checked against the official text' : ''})`
}

/** How many provisions a message names in full; the rest by id. */
const IN_FULL = 2

/** The end of a duty's message: who asks for it. */
export function basisOf(provisions: readonly Provision[]): string {
  const full = provisions.slice(0, IN_FULL).map(cited)
  const rest = provisions.slice(IN_FULL).map((p) => p.id)
  const all = [...full, ...rest]
  const list = all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
  return `${list} ${all.length < 2 ? 'asks' : 'ask'} for this`
}

/** A provision as the authority of a rule. */
export function authorityOf(p: Provision): Authority {
  return {
    cites: p.cites,
    force: p.force === 'self' || p.force === 'house' ? 'code' : p.force,
    asOf: p.asOf,
    verified: p.verified,
    ...(p.from === undefined ? {} : { from: p.from }),
    ...(p.until === undefined ? {} : { until: p.until }),
  }
}

/** What rests on memory is one step milder: nobody has checked the official text. */
export function mostFor(p: Provision, wanted: Severity): Severity {
  if (p.verified !== 'memory') return wanted
  return wanted === 'error' ? 'warn' : 'info'
}
