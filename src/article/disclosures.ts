import type { Article } from './article.ts'
import type { Block } from './block.ts'
import { mayDisclose, standsAlone } from './disclosure-plain.ts'
import { readStatement } from './disclosure-elements.ts'
import { ledByOther } from './disclosure-spoilers.ts'
import { firstBlock, statementsOf, type Statement, type Stretch } from './disclosure-statements.ts'
import { weigh, type Weighed } from './disclosure-weighing.ts'
import type { Disclosure, DisclosureElement, Elements, Role } from './facts.ts'
import { recalled } from './memory.ts'
import { passage } from './passage.ts'

/** Roles in which the newsroom speaks. */
const SPOKEN: ReadonlySet<Role> = new Set(['body', 'disclosure', 'byline', 'standfirst', 'caption', 'table', 'dateline', 'headline'])

/** What the author and the publisher say about themselves and their text, element by element, defective statements included. */
export function findDisclosures(article: Article): Disclosure[] {
  const { sentences, roles } = article
  const stretches: Stretch[] = []
  for (const sentence of sentences) {
    if (!SPOKEN.has(roles[sentence.blockIndex]!)) continue
    const { block, blockIndex, from, to, index } = sentence
    const before = stretches.at(-1)
    // A sentence broken over two paragraphs stands where its first half does.
    const goesOn = before?.inPosition === true && before.blockIndex === blockIndex - 1 && /^\p{Ll}/u.test(sentence.text)
      && !/[.!?:]\s*$/u.test(before.block.prose.text)
    const inPosition = roles[blockIndex] === 'disclosure' || goesOn
    if (!inPosition && !recalled(article.memory, mayDisclose, sentence.text, () => mayDisclose(sentence.text))) continue
    stretches.push({ block, blockIndex, from, to, key: index, inPosition })
  }
  const statements = ours(statementsOf(stretches, article.memory))
  const found = statements.map((statement) => ({ statement,
    readings: readStatement(statement).filter((reading) => statement.inPosition || standsAlone(reading, statement)) }))
  return weigh(found, article).map(({ statement, reading }: Weighed) => {
    const sentence = sentences[statement.key]!
    const word = statement.words[reading.at] ?? statement.words[0]!
    const own = statement.words.filter((w) => statement.blocks[w.part] === sentence.block)
    const from = own[0]?.from ?? sentence.from
    const to = own.at(-1)?.to ?? sentence.to
    const { element, value, defect } = reading
    return {
      ...passage(sentence.block, from, to), sentence, element, value, words: passage(statement.blocks[word.part]!, word.from, word.to),
        ...(defect ? { defect } : {}),
    }
  })
}

/** Without the paragraphs that begin with somebody else's name, as comments and posts do. */
function ours(statements: readonly Statement[]): Statement[] {
  let block: Block | undefined
  let led = false
  return statements.filter((statement) => {
    const first = firstBlock(statement)
    if (first !== block) led = ledByOther(statement.words)
    block = first
    return !led
  })
}

const FLAGS: readonly DisclosureElement[] = ['notRecommendation', 'notAdvice', 'dueDiligence', 'consultProfessional', 'sources',
  'pastPerformance', 'risk', 'forwardLooking', 'generalAdvice', 'asOfDate']

/**
 * What the disclosures add up to. A defective one is credited with nothing; but an admission counts although it is
 * reported, where it came about by a lost "no" or says too little (`polarity`, `partial`): the text does admit it.
 */
export function creditOf(disclosures: readonly Disclosure[]): Elements {
  const counts = disclosures.filter((d) => !d.defect || (d.value === 'some' && (d.defect === 'polarity' || d.defect === 'partial')))
  const of = (element: DisclosureElement) => counts.filter((d) => d.element === element).map((d) => d.value)
  const interest = (element: DisclosureElement) => {
    const values = of(element)
    return values.includes('some') ? 'some' : values.includes('none') ? 'none' : 'absent'
  }
  const pay = of('compensation')
  const flags = Object.fromEntries(FLAGS.map((element) => [element, of(element).length > 0])) as Record<(typeof FLAGS)[number], boolean>
  return {
    ...(flags as Pick<Elements, 'notRecommendation' | 'notAdvice' | 'dueDiligence' | 'consultProfessional' | 'sources' | 'pastPerformance' | 'risk' | 'forwardLooking' | 'generalAdvice' | 'asOfDate'>),
    holdings: interest('holdings'), affiliation: interest('affiliation'), licenses: interest('licenses'),
    compensation: pay.includes('none') ? 'none' : pay.includes('paid') ? 'paid' : 'absent',
  }
}
