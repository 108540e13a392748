import type { Article } from './article.ts'
import type { Sentence } from './facts.ts'
import type { Block } from './block.ts'

/** Whose words a stretch of text is, and whether they are denied. */
export interface Voices {
  /** Quoted, attributed to somebody, or in a block quotation. */
  isOthers(sentence: Sentence, from: number, to: number): boolean
  /** Attributed to somebody without quotation marks. */
  isAttributed(sentence: Sentence, from: number, to: number): boolean
  /** A negation governs what begins at `from`: "is not a", "no", "without", "never". */
  isNegated(sentence: Sentence, from: number): boolean
  /** The sentence reports a claim by way of a court, a regulator or an accusation. */
  isReport(sentence: Sentence): boolean
}

const NEGATION = /(?:\b(?:not|no|never|none|nor|neither|without|hardly|cannot|nobody|avoid|beware of|nothing|far from|anything but|less than)|n['’]t)(?:\s+[\p{L}’'-]+){0,4}\s*$/iu
/** After "and" a new statement begins, but "neither … nor", "not … or" go on: a clause ends at a mark or at "but". */
const CLAUSE_END = /[,;:.!?–—]|\bbut\b/giu

/** "Prosecutors allege that the fund promised guaranteed returns": the writer reports a promise and makes none. */
const REPORT = /\b(?:alleg\w+|accus\w+|charged?|charges|convict\w+|sentenc\w+|prosecut\w+|indict\w+|plead\w*|pleaded|guilty|fraud\w*|scams?|scammers?|ponzi|regulators?|watchdog|tribunal|court|lawsuit|sued|complaint|promis(?:ed|ing|es)|claim(?:ed|ing|s)?|tout(?:ed|ing|s)?|pitch(?:ed|ing)|advertis(?:ed|ing)|boast(?:ed|ing)|warn(?:ed|ing|s)?|lured|misl(?:ed|eading)|bogus|fake|victims?|banned|fined|prohibit\w*|illegal\w*|so-called)\b/i

export function voicesOf(article: Article): Voices {
  const quoted = new Map<Block, [number, number][]>()
  for (const q of article.quotations) push(quoted, q.block, q.from, q.to)
  const attributed = new Map<Block, [number, number][]>()
  for (const { covers, source } of article.attributions) {
    // What the writer says of herself is her own: "we believe", "in our opinion".
    if (!/^(?:we|i|our|us|my|the (?:author|writer))\b/i.test(source.text)) push(attributed, covers.block, covers.from, covers.to)
  }
  const reports = new Map<Sentence, boolean>()
  const within = (map: Map<Block, [number, number][]>, { block }: Sentence, from: number, to: number) =>
    map.get(block)?.some(([a, b]) => a <= from && to <= b) ?? false
  return {
    isOthers: (sentence, from, to) => sentence.role === 'quote' || within(quoted, sentence, from, to) || within(attributed, sentence, from, to),
    isAttributed: (sentence, from, to) => within(attributed, sentence, from, to),
    isNegated(sentence, from) {
      const before = sentence.block.prose.text.slice(sentence.from, from)
      let start = 0
      for (const match of before.matchAll(CLAUSE_END)) start = match.index + match[0].length
      return NEGATION.test(before.slice(Math.max(start, before.length - 60)))
    },
    isReport(sentence) {
      let known = reports.get(sentence)
      if (known === undefined) reports.set(sentence, (known = REPORT.test(sentence.text)))
      return known
    },
  }
}

function push(map: Map<Block, [number, number][]>, block: Block, from: number, to: number): void {
  const list = map.get(block)
  if (list) list.push([from, to])
  else map.set(block, [[from, to]])
}
