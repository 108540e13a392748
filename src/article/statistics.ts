import type { Article } from './article.ts'
import { isEditorial } from './editorial.ts'
import type { Quantity, Statistic } from './facts.ts'
import { wordAfter, wordBefore } from './words.ts'

/** The quantities that claim something about the world, in the newsroom's own text. */
export function findStatistics(article: Article): Statistic[] {
  const statistics: Statistic[] = []
  for (const quantity of article.quantities) {
    const { role } = quantity.sentence
    if (!isEditorial(role) || role === 'disclosure' || !isStatistic(quantity)) continue
    const change = changeOf(quantity)
    const { block, from, to, text, span, sentence } = quantity
    statistics.push(change ? { block, from, to, text, span, sentence, quantity, change } : { block, from, to, text, span, sentence, quantity })
  }
  return statistics
}

const TIME = /^(?:(?:second|minute|min|hour|hr|day|night|week|month|year|yr|decade|quarter|session)s?|century|centuries)$/i
const INDEFINITE = /^(?:tens|dozens|hundreds|thousands|millions|billions|trillions)\b/i
const CAPACITY = /^(?:gb|tb|mb|g?igab(?:yte|it)s?|terabytes?|megabytes?|mbps|gbps|mah|mhz|ghz|hz)$/i

function isStatistic(q: Quantity): boolean {
  const { unit, value } = q
  const text = q.block.prose.text
  if (q.words && INDEFINITE.test(q.text)) return false
  if (unit.kind === 'count') {
    if (isRank(q)) return false
    const of = unit.of ?? ''
    if (/^-?years?[ -]old/i.test(text.slice(q.to, q.to + 10).trimStart())) return false
    if (CAPACITY.test(of)) return false
    // "a 48-page report", "a 55-story tower": how a thing is called
    if (/^-(?:page|story|storey|minute|room|bedroom|person|hole|inch|door|seater|judge)\b/u.test(text.slice(q.to, q.to + 12))) return false
    if (TIME.test(of)) return !isFrame(q)
    // Small counts in words are for the reader to count: "two people", "the seven companies".
    if (q.words && (Array.isArray(value) ? value[1] : (value as number)) <= 12 && !/dozen/i.test(q.text)) return false
  }
  if (unit.kind === 'points' && unit.of === 'index' && q.words) return false
  return true
}

// "Among the 30 most popular stocks": a place in a list.
function isRank(q: Quantity): boolean {
  const text = q.block.prose.text
  const next = wordAfter(text, q.to, q.sentence.to).text
  if (!/^(?:most|least|best|worst|[a-z]{3,}est)$/u.test(next) || next === 'interest') return false
  return wordBefore(text, q.from, q.sentence.from).text === 'the'
}

const FRAME = new Set(
  'the past last next first final previous coming these those in within over during every after before each some ago since'.split(' '),
)

// "The past 12 months", "in 17 months", "20 years ago": a place in time, no claim.
function isFrame(q: Quantity): boolean {
  if (q.words) return true
  const text = q.block.prose.text
  const { from, to } = q.sentence
  const noun = wordAfter(text, q.to, to)
  if (/^(?:ago|earlier|later|before|old|straight|running|long|prior|since|now)$/u.test(wordAfter(text, noun.to, to).text)) return true
  const before = wordBefore(text, q.from, from)
  const word = before.text.toLowerCase()
  if (word === 'about' || word === 'than' || word === 'nearly' || word === 'almost' || word === 'least') {
    let earlier = wordBefore(text, before.from, from)
    if (/^(?:more|less|fewer|at)$/u.test(earlier.text)) earlier = wordBefore(text, earlier.from, from)
    return /^(?:in|within|over|after|every|past|last|next|the)$/u.test(earlier.text) || (earlier.text === 'for' && /^(?:years|decades)$/u.test(noun.text))
  }
  return FRAME.has(word)
}

const UP = new Set(
  ('rose rise rises rising risen gain gained gains gaining climb climbed climbs climbing jump jumped jumps jumping surge ' +
    'surged surges surging soar soared soars increase increased increases increasing grew grow grows growing grown growth ' +
    'advance advanced advances up higher added rallied raised doubled doubling tripled rebounded accelerated').split(' '),
)
const DOWN = new Set(
  ('fell fall falls falling fallen drop dropped drops dropping decline declined declines declining slid slide slides ' +
    'slipped slips slip sank sink tumble tumbled tumbles plunge plunged plunges plummeted decrease decreased decreases down ' +
    'lower lost shed cut eased retreated shrank shrink halved narrowed dipped weakened crashed').split(' '),
)

/** Which way it went, where a verb or "up", "down" before the figure says so, without another figure between. */
function changeOf(q: Quantity): Statistic['change'] | undefined {
  const text = q.block.prose.text
  if (q.words && UP.has(q.text.toLowerCase())) return 'up'
  if (q.words && DOWN.has(q.text.toLowerCase())) return 'down'
  let at = q.from
  for (let n = 0; n < 5; n++) {
    const word = wordBefore(text, at, q.sentence.from)
    if (!word.text || word.apart || /\d/u.test(word.text)) break
    const lower = word.text.toLowerCase()
    if (UP.has(lower)) return 'up'
    if (DOWN.has(lower)) return 'down'
    if (lower === 'unchanged' || lower === 'flat') return 'flat'
    at = word.from
  }
  const next = wordAfter(text, q.to, q.sentence.to)
  if (next.apart) return undefined
  if (/^(?:higher|increase|gain|rise|jump|growth|rally|advance|surge)$/u.test(next.text)) return 'up'
  return /^(?:lower|drop|decline|decrease|fall|loss|plunge|slump|slide|rout|cut)$/u.test(next.text) ? 'down' : undefined
}
