import functions from '../lexicon/function-words.json' with { type: 'json' }
import { wordsOf, type Lexicon } from '../lexicon/lexicon.ts'
import { is, type Word } from './disclosure-words.ts'

/**
 * Who a clause is about: `author` (also I, we, the editor), `name` (somebody or some outlet by name), `text` (this article),
 * `reader`, `employer`, `third` (anybody in the story), `none` (a fragment without a subject).
 */
export type Speaker = 'author' | 'name' | 'text' | 'reader' | 'employer' | 'third' | 'none'

export interface Subject {
  readonly speaker: Speaker
  /** The words, when there are any. */
  readonly at: number
  readonly name: string
  /** Stands in a relative clause: "…, who has no position in the stock, …" */
  readonly relative: boolean
}

const MODAL = new Set(['will', 'shall', 'must', 'should', 'can', 'do', 'does', 'did', 'may', 'might', 'could', 'would', 'cannot',
  'recommends', 'recommend', 'carries', 'involves', 'need', 'needs'])

/** Whether a finite verb stands here: the subject is over. */
export function isFinite(word: Word | undefined): boolean {
  return !!word
    && (is(word, 'finite') || MODAL.has(word.text)
    || ((is(word, 'own') || is(word, 'have')) && !is(word, 'security') && word.text !== 'having' && word.text !== 'holding'
    && word.text !== 'owning'))
}

/** The nearest noun before a relative pronoun that somebody can be. */
export function speakerBefore(words: readonly Word[], at: number, capitals: boolean): Subject | undefined {
  for (let i = at - 1; i >= 0 && i >= at - 6; i--) {
    const found = speakerAt(words, i, capitals, true)
    if (found && found.speaker !== 'text') return { ...found, relative: true }
  }
  return at > 0 ? { speaker: 'third', at: at - 1, name: '', relative: true } : undefined
}

/** "The fund managed by the author", "accounts run by us". */
function managed(words: readonly Word[], i: number): boolean {
  if (is(words[i + 1], 'self') && /^(?:run|manage|advise|oversee|co-manage|control)$/.test(words[i + 2]?.text ?? '')) return true
  const whole = /^(?:controlled|owned|managed|run|advised|backed) by$/.test(words[i + 1]?.text ?? '')
  if (whole) return words.slice(i + 2, i + 5).some((w) => is(w, 'author') || is(w, 'self'))
  const by = words[i + 1]?.text === 'that' || words[i + 1]?.text === 'which' ? i + 3 : i + 2
  if (!/^(?:managed|run|advised|controlled|overseen|owned)$/.test(words[by - 1]?.text ?? '')) return false
  return words[by]?.text === 'by' && words.slice(by + 1, by + 5).some((w) => is(w, 'author') || is(w, 'self'))
}

const OTHERS = new Set(['of', 'behind'])

/** "My neighbour holds", "our landlord": people whose affairs are not the author's to disclose. */
function ofSomebodyElse(next: Word | undefined): boolean {
  return !!next
    && /^(?:neighbou?rs?|friends?|uncles?|aunts?|cousins?|boss|bosses|landlord|dentist|barber|hairdresser|doctor|teacher|colleagues?|grand\w+|nephews?|nieces?|in-laws|(?:father|mother|brother|sister)-in-law|guests?|readers?|sources?|broker|banker|accountant|adviser|advisor|classmates?|roommate|flatmate|driver|competitors?|rivals?)$/.test(next.text)
}

/** "Clients of Larch & Pine, the author's firm": they stand to the author as the author's own accounts do. */
function ofAuthorsFirm(words: readonly Word[], i: number): boolean {
  if (!/^(?:clients|customers|funds?|accounts|portfolios)$/.test(words[i]!.text)
    || !/^(?:of|(?:managed|run|advised|controlled|owned)(?: by)?)$/.test(words[i + 1]?.text ?? '')) return false
  for (let j = i + 2; j < words.length && j < i + 12; j++) {
    const owner = words[j]!
    const firm = /^(?:firm|company|employer|fund|business|adviser|advisor|asset|wealth|investment)$/.test(words[j + 1]?.text ?? '')
    if (firm && ((is(owner, 'author') && owner.possessive) || /^(?:my|our)$/.test(owner.text))) return true
    // "funds managed by Larkhill Capital, where the author is a manager"
    if (/^(?:where|whose|which|that)$/.test(owner.text)
      && words.slice(j + 1, j + 5).some((w) => is(w, 'author') || is(w, 'self'))) return true
    if (isFinite(owner)) return false
  }
  return false
}

/** Who stands here as a possible subject. */
export function speakerAt(words: readonly Word[], i: number, capitals: boolean, inPosition: boolean): Subject | undefined {
  const word = words[i]!
  const found = (speaker: Speaker): Subject => ({ speaker, at: i, name: word.text, relative: false })
  if (!word.letters) return undefined
  if (/^(?:no one|nobody|none|no member|not one|everyone|anyone|those|all|neither|each|both)$/.test(word.text)
    && ofOurs(words, i)) return found('author')
  if (is(word, 'self')) {
    if (!/^(?:my|our)$/.test(word.text)) return found('author')
    if (words.slice(i + 1, i + 3).some((w) => is(w, 'employer'))
      || /^(?:parent|parent company|parent group|corporate parent|owners?|proprietors?)$/.test(words[i + 1]?.text
      ?? '')) return found('employer')
    return found(ofSomebodyElse(words[i + 1]) ? 'third' : 'author')
  }
  if (is(word, 'author')) return ofAnotherWork(words, i) ? found('third') : found('author')
  if (is(word, 'analyst')) return /^(?:the|our|this|covering|research|each|lead)$/.test(words[i - 1]?.text ?? '') ? found('author')
    : found('third')
  if (is(word, 'employer')
    || /^(?:parent company|parent firm|parent group|corporate parent|sister company)$/.test(word.text)) return found('employer')
  // "This reporter holds", "this newsletter's author": the noun behind speaks.
  if (/^(?:this|these)$/.test(word.text)
    && (is(words[i + 1], 'author') || (words[i + 1]?.possessive && is(words[i + 2], 'author')))) return undefined
  if (inPosition && /^(?:this|our)$/.test(word.text) && is(words[i + 1], 'outlet')) return found('name')
  if (is(word, 'demonstrative') || is(word, 'text')) return is(word, 'outlet') && inPosition ? found('name') : found('text')
  if (is(word, 'reader')) return found('reader')
  if (is(word, 'pronoun')) return /^(?:he|she|they)$/.test(word.text) ? found(inPosition ? 'name' : 'third') : undefined
  if (is(word, 'third') && (managed(words, i) || ofAuthorsFirm(words, i))) return found('author')
  if (i === 1 && words[0]!.text === 'the'
    && /^(?:adviser|advisor|lawyer|accountant|dealer|expert|consultant|planner|solicitor)$/.test(word.text)
    && isFinite(words[i + 1])) return found('third')
  if (is(word, 'third')) return word.capital && !capitals && i > 0 && words[i - 1]!.capital ? undefined : found('third')
  if (is(word, 'kin') && !inPosition && /^(?:his|her|their)$/.test(words[i - 1]?.text ?? '')) return found('third')
  if (is(word,
    'kin')) return found(words[i - 1]?.text === 'the'
      && /^(?:family\b.*|father|mother|son|daughter|brother|sister|siblings|children|wife|husband|spouse|relatives|parents|dependants|dependents|directors|officers)$/.test(word.text) && !is(words[i + 2], 'author') ? 'third' : 'author')
  // "Lattimer's charitable trust", "Voss's wife"
  if (inPosition && word.possessive && word.capital
    && words.slice(i + 1, i + 3).some((w) => is(w, 'kin')
    || /^(?:trust|foundation|fund|firm|pension|account)$/.test(w.text))) return { ...found('name'), name: nameAt(words, i) }
  if (isName(words, i, capitals)) return { ...found('name'), name: nameAt(words, i) }
  return undefined
}

/** "No one involved in producing this story", "nobody at the paper", "none of us". */
function ofOurs(words: readonly Word[], i: number): boolean {
  if (!/^(?:of|at|on|in|who|involved|connected|working|here|associated|with|responsible)$/.test(words[i + 1]?.text ?? '')) return false
  for (let j = i + 2; j < words.length && j < i + 8; j++) {
    const word = words[j]!
    if (!word.letters || (isFinite(word) && !/^(?:worked|produced|edited|prepared|wrote)$/.test(word.text))) return false
    if (is(word, 'self') && ofSomebodyElse(words[j + 1])) return false
    if (is(word, 'self') || is(word, 'outlet') || is(word, 'author')) return true
    if (is(word, 'text') && /^(?:this|the|our)$/.test(words[j - 1]!.text) && !/^of$/.test(words[i + 1]!.text)) return true
  }
  return false
}

/** "the author of the letter", "the editor of Rival Weekly": not ours, unless it is of this article. */
function ofAnotherWork(words: readonly Word[], i: number): boolean {
  if (/^(?:for|at|of)$/.test(words[i + 1]?.text ?? '') && /^(?:a|an|another|the)$/.test(words[i + 2]?.text ?? '')
    && (/^(?:rival|other|competing|another)/.test(words[i + 3]?.text ?? '') || words[i + 2]!.text === 'another')) return true
  // "Ms Voss, the report's author, was paid": somebody in the story, unless a note says so
  if (words[i - 1]?.possessive && is(words[i - 1], 'text') && words[i + 1]?.text === ','
    && words.slice(0, i - 1).some((w) => w.text === ',') && words.some((w, j) => j > i && is(w, 'reporting'))) return true
  if (words[i - 1]?.text === 'rival'
    || (/^an?$/.test(words[i - 1]?.text ?? '') && /^(?:must|should|may|can|who|has|is)$/.test(words[i + 1]?.text ?? '')
    && /^(?:author|writer|editor)$/.test(words[i]!.text) && words[i + 1]!.text !== 'who')) return true
  // "the feminist leader and author, …": what somebody in the story is
  if (words[i - 1]?.text === 'and' && words[i - 2]?.letters && words[i - 2]!.kinds.size === 0 && !words[i - 2]!.capital
    && words[i + 1]?.text === ',') return true
  if (words[i + 1]?.text !== 'of') return false
  const after = words.slice(i + 2, i + 6)
  const head = after[0]
  if (!head) return false
  if (/^[“"‘']$/.test(head.text)) return true
  if (/^(?:this|these|our|my|it|us)$/.test(head.text) || is(head, 'self')) return false
  if (head.text === 'the') return !after.slice(1,
    3).some((w) => /^(?:article|piece|story|post|report|column|note|above|present|newsletter|blog|site|website|publication|content|foregoing|analysis|commentary)$/.test(w.text))
  return head.text === 'a' || head.text === 'an' || head.text === 'his' || head.text === 'her' || OTHERS.has(head.text)
}

const FUNCTION_WORDS = wordsOf(functions as Lexicon)
const FUNCTION = new Set(['the', 'a', 'an', 'in', 'on', 'at', 'by', 'for', 'from', 'to', 'of', 'with', 'as', 'and', 'or', 'also', 'please',
  'always', 'do', 'does', 'did', 'more', 'some', 'all', 'any', 'each', 'both', 'under', 'before', 'after', 'since', 'when', 'while',
    'there', 'only', 'certain', 'however', 'because', 'current', 'further', 'full', 'opinions', 'views', 'trading', 'investing', 'past',
      'digital', 'penny', 'financial', 'investment', 'disclosure', 'disclaimer', 'holds', 'owns', 'long', 'short', 'regarding', 'at',
        'during', 'is', 'was', 'are', 'see', 'speak', 'seek', 'talk', 'carry', 'research', 'educational', 'what', 'one', 'two', 'three',
          'several', 'many', 'most', 'other', 'others', 'such', 'no', 'not', 'none', 'nobody', 'people', 'someone', 'somebody', 'insiders',
            'co', 'needless', 'currently', 'today', 'yesterday', 'personally', 'having', 'although'])

/** A capitalised word that is no known word at the head of a sentence: a name, of a person or an outlet. */
function isName(words: readonly Word[], i: number, capitals: boolean): boolean {
  const word = words[i]!
  if (!word.capital || capitals) return false
  if (FUNCTION.has(word.text) || FUNCTION_WORDS.has(word.text) || /^\d/.test(word.text)) return false
  if (is(word, 'month') || is(word, 'hedge')) return false
  const bare = !word.kinds.size || is(word, 'trade') || is(word, 'general') || words[i + 1]?.capital
  if (!bare) return i > 0 && words[i - 1]!.letters && words[i - 1]!.capital
  if (i > 0 && words[i - 1]!.letters) return true
  if (words[i + 1]?.capital || words[i + 1]?.text === ',' || words[i + 1]?.text === '(') return true
  // "Leona holds", "Jed owns": one name takes a singular verb; "Lenders have" is no name.
  const next = words[i + 1]
  return !!next
    && (/^(?:holds|owns|has|is|was|held|owned|had|does|did|receives|received|may|might|recommends|pays|paid|gives|carries|articles|remains|currently|neither|no|also|contributor|writer|editor|staff|belongs|commissioned|reminds|asks|advises|will|works|sits|serves|invests|sold|bought)$/.test(next.text.split(' ')[0]!))
}

/** The whole name that begins or ends here, in lower case. */
export function nameAt(words: readonly Word[], i: number): string {
  let from = i
  let to = i
  while (from > 0 && words[from - 1]!.capital && words[from - 1]!.letters) from--
  while (to + 1 < words.length && words[to + 1]!.capital && words[to + 1]!.letters) to++
  return words.slice(from, to + 1).map((w) => w.text).join(' ')
}
