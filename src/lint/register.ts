import type * as Zod from 'zod'
import type { Article } from '../article/article.ts'
import type { IsoDate } from '../article/block.ts'
import { namesIn, namesInLine, type Known, type Named } from '../article/known-names.ts'

/** A company, fund or token, and every way a story may name it. */
export interface Entity {
  readonly id: string
  readonly names: readonly string[]
  /** `NYSE: F`, `TSXV: ABC`, `$TSLA` or a bare symbol. */
  readonly tickers: readonly string[]
  readonly isins: readonly string[]
}

/** What somebody holds. */
export interface Holding {
  /** Id of an entity. */
  readonly entity: string
  readonly direction: 'long' | 'short'
  readonly instrument: string
  readonly from: IsoDate
  /** Left out while it is held. */
  readonly until?: IsoDate | undefined
  /** Whose it is, seen from the author. */
  readonly of: 'self' | 'family' | 'firm'
  /** Days on which it was traded. */
  readonly trades: readonly IsoDate[]
}

export interface Author {
  readonly name: string
  readonly aliases: readonly string[]
  readonly employer?: string | undefined
  readonly licences: readonly string[]
  readonly holdings: readonly Holding[]
}

/** Who holds what. An input like config, read and checked at the border; private, so a finding says only the fact it needs. */
export interface Register {
  readonly entities: readonly Entity[]
  readonly authors: readonly Author[]
  /** Holdings of the publisher itself. */
  readonly house: readonly Holding[]
  /** Ids of entities nobody may write about without the desk. */
  readonly restricted: readonly string[]
  /** Days before and after publication without trades; a preset's own window counts where it is left out. */
  readonly coolingOffDays?: number | undefined
}

/** The schema of a register file. Takes zod, so that a linter without a register never loads it. */
export function registerSchema(z: typeof Zod) {
  const date = z.iso.date()
  const words = z.array(z.string().min(1)).default([])
  const holding = z.strictObject({
    entity: z.string().describe('Id of an entity of this register'),
    direction: z.enum(['long', 'short']).default('long'),
    instrument: z.string().default('shares').describe('What is held, as a statement would name it: shares, call options, bonds'),
    from: date,
    until: date.optional().describe('Left out while it is held'),
    of: z.enum(['self', 'family', 'firm']).default('self').describe('Whose it is, seen from the author'),
    trades: z.array(date).default([]).describe('Days on which it was traded'),
  })
  return z.strictObject({
    entities: z.array(z.strictObject({ id: z.string().min(1), names: words, tickers: words, isins: words })).default([]),
    authors: z.array(z.strictObject({
      name: z.string().min(1), aliases: words, employer: z.string().optional(), licences: words, holdings: z.array(holding).default([]),
    })).default([]),
    house: z.array(holding).default([]).describe('Holdings of the publisher itself'),
    restricted: words.describe('Ids of entities nobody may write about without the desk'),
    coolingOffDays: z.int().min(0).optional(),
  })
}

/**
 * Checks what was read from a register file.
 * @throws RangeError in one line: where in the file, what was expected, or which entity nobody declared
 */
export function readRegister(value: unknown, z: typeof Zod): Register {
  const result = registerSchema(z).safeParse(value)
  if (!result.success) {
    const issue = result.error.issues[0]!
    throw new RangeError(`register: \`${issue.path.map(String).join('.')}\`: ${issue.message}`)
  }
  const register: Register = result.data
  const known = new Set(register.entities.map((e) => e.id))
  const named = [...register.authors.flatMap((a) => a.holdings), ...register.house].map((h) => h.entity).concat(register.restricted)
  const stranger = named.find((id) => !known.has(id))
  if (stranger !== undefined) throw new RangeError(`register: \`${stranger}\` is not in \`entities\``)
  return register
}

/** The entities of the register that the newsroom's own text names, in reading order: names, tickers, ISINs. */
export function entitiesIn(article: Article, register: Register): Named<Entity>[] {
  return namesIn(article, register.entities.map((e): Known<Entity> => ({ value: e, names: [...e.names, ...e.isins], symbols: e.tickers })))
}

/** The authors of a byline that the register knows, by name or alias, in any case. */
export function authorsOf(byline: string | undefined, register: Register): Author[] {
  return byline ? namesInLine(byline, register.authors.map((a): Known<Author> => ({ value: a, names: [a.name, ...a.aliases], symbols: [] }))) : []
}

/** Whether a holding was held on a day; without a day, whether it has no end. */
export function isHeld({ from, until }: Holding, day: IsoDate | undefined): boolean {
  return day === undefined ? until === undefined : from <= day && (until === undefined || day <= until)
}

/** The name under which a statement should speak of an entity. */
export function nameOf(entity: Entity): string {
  return entity.names[0] ?? entity.tickers[0] ?? entity.id
}

/** Days from one date to another; negative where the second is earlier. */
export function daysBetween(a: IsoDate, b: IsoDate): number {
  return Math.round((Date.UTC(...parts(b)) - Date.UTC(...parts(a))) / 86_400_000)
}

function parts(date: IsoDate): [number, number, number] {
  const [year, month, day] = date.split('-').map(Number)
  return [year ?? 0, (month ?? 1) - 1, day ?? 1]
}

const PLACE: Readonly<Record<Holding['of'], string>> = { self: 'The author', family: 'A member of the author’s family', firm: 'The author’s firm' }

/** A statement of holdings written from the register's facts: only what is recorded, nothing else. */
export function statementOf(holdings: readonly Holding[], register: Register): string {
  const entities = new Map(register.entities.map((e) => [e.id, e]))
  return holdings.map((h) => {
    const name = nameOf(entities.get(h.entity)!)
    return `${PLACE[h.of]} holds ${h.direction === 'short' ? 'a short position in ' : ''}${h.instrument} of ${name.replace(/\.$/u, '')}.`
  }).join(' ')
}

/** A holding on record that no statement of the story names. */
export interface Unstated {
  /** The issuer, as a statement would name it. */
  readonly issuer: string
  /** Where the story first names it. */
  readonly at: Named<Entity>
  /** The statement that is missing, from the record. */
  readonly text: string
}

/** Holdings on record of the story's authors and of the house, in issuers the story names, that none of its statements admits. */
export function unstatedHoldings(article: Article, register: Register): Unstated[] {
  const day = article.meta.published
  const holdings = [...authorsOf(article.meta.author, register).flatMap((a) => a.holdings), ...register.house].filter((h) => isHeld(h, day))
  if (holdings.length === 0) return []
  const named = entitiesIn(article, register)
  const statements = new Set(article.disclosures.filter((d) => d.element === 'holdings' && d.value === 'some').map((d) => d.sentence))
  const stated = new Set(named.filter((n) => [...statements].some((s) => s.block === n.block && s.from <= n.from && n.to <= s.to)).map((n) => n.value.id))
  return [...new Set(holdings.map((h) => h.entity))].flatMap((id) => {
    const at = named.find((n) => n.value.id === id)
    if (!at || stated.has(id)) return []
    return [{ issuer: nameOf(at.value), at, text: statementOf(holdings.filter((h) => h.entity === id), register) }]
  })
}
