import type { Article } from './article.ts'
import { readStatement } from './disclosure-elements.ts'
import { statementsOf, type Statement } from './disclosure-statements.ts'
import type { DisclosureElement, Sentence } from './facts.ts'

/** A sentence that reads like a disclosure and is none, and why, as a clause without a full stop. */
export interface Candidate {
  readonly sentence: Sentence
  readonly why: string
}

/** How many sentences of others are read, so that a page with a thousand comments costs no more than one with ten. */
const READ = 60
const OTHERS = { readers: 'a reader wrote it', embed: 'it stands in a post by somebody else', quote: 'it stands in a quotation',
  boilerplate: 'it belongs to the page, not to the story' } as const

/** What says an element in words that do not count for the author: a reader's, quoted, of somebody else's post. */
export function candidatesFor(article: Article, elements: readonly DisclosureElement[]): Candidate[] {
  const found: Candidate[] = []
  let read = 0
  for (const sentence of article.sentences) {
    const other = OTHERS[sentence.role as keyof typeof OTHERS]
    const quoted = !other && /[“”"]/u.test(sentence.text)
    if (!other && !quoted) continue
    if (++read > READ) break
    const { block, blockIndex, from, to, index } = sentence
    const statements = statementsOf([{ block, blockIndex, from, to, key: index, inPosition: true }], article.memory)
    if (statements.some((s) => saysOne(other ? s
      : unquoted(s), elements))) found.push({ sentence, why: other ?? 'it stands in quotation marks' })
  }
  return found
}

function saysOne(statement: Statement, elements: readonly DisclosureElement[]): boolean {
  return readStatement(statement).some((reading) => elements.includes(reading.element))
}

/** Only the words within quotation marks, as if nobody quoted them. */
function unquoted(statement: Statement): Statement {
  return { ...statement, words: statement.words.filter((w) => w.quoted).map((w) => ({ ...w, quoted: false })), kept: undefined }
}
