import type { DisclosureDefect, DisclosureElement } from './facts.ts'
import type { Reading } from './disclosure-readings.ts'
import type { Statement } from './disclosure-statements.ts'
import type { Word } from './disclosure-words.ts'

/** What the words around a statement make of it: `nobody` says it at all, or it is said with a defect. */
export type Spoiler = 'nobody' | DisclosureDefect

type Said = Pick<Reading, 'element' | 'at' | 'value'>

/** Elements that are facts about the author, true at a time; the others are words to the reader and true whenever they stand there. */
const FACTS: ReadonlySet<DisclosureElement> = new Set<DisclosureElement>(['holdings', 'affiliation', 'licenses', 'compensation'])

const SUPPOSED = /^(?:imagine|suppose|picture|pretend|let us say|what if)\b/

/** "Authors must state that they hold none", "the rule asks writers to say whether": what others ought to say. */
const ASKED = /\b(?:must|should|shall|ought to|ha(?:ve|s) to|needs? to|obliged to|required to|asked to|told to|(?:asks?|requires?) \w+ to)(?: \w+ly| also| either)? (?:say|state|declare|disclose|reveal|report|admit|tell|show|write) (?:that|whether|if|they)\b/
const OURSELVES = /\b(?:i|we|the author|the writer|the reporter)(?: am| are| is)? (?:must|should|shall|ought|have|has|need|needs|obliged|required|asked)\b/

/** "It is our policy that writers hold none". */
const POLICY = /\b(?:policy|rule|code|guidelines) (?:is|says|states|requires) that\b[^,;:.]*$/

/** "are not allowed to own", "is barred from holding". */
const FORBIDDEN = /\b(?:barred|prohibited|forbidden|banned|restricted) from\b|\bnot (?:allowed|permitted) to\b/
const OUGHT: ReadonlySet<string> = new Set(['should', 'must', 'ought', 'ought to'])
const TO_COME: ReadonlySet<string> = new Set(['will', 'shall'])
const RECALLED = /\b(?:as far as|so far as|if) (?:i|we|he|she|they|the author|the writer) (?:can |could )?(?:remember|recall)\b|\bif memory serves\b|\b(?:i|we) (?:think|guess|suppose|assume|believe)(?: that)? (?:i|we|the)\b|\bto (?:my|our) recollection\b/
const ONCE = /\b(?:used to|formerly|previously|in the past|once) (?:own|hold|have|held|owned|had)\b/
const EARLIER = /\b(?:last|previous|prior) (?:year|month|week|quarter|spring|summer|autumn|fall|winter|decade)\b|\b(?:a|two|three|several|some|many|\d+) (?:years?|months?|weeks?) ago\b|\bin (?:\w+ )?(?:19|20)\d\d\b|\bback then\b/
const ANCHOR = /\bsold\b|\bas (?:of|at)\b|\bat (?:the )?(?:time of|publication)\b|\b(?:since|no longer|any more|anymore|now|today|currently|still|ever|never)\b/
const PAST: ReadonlySet<string> = new Set(['did', 'held', 'owned', 'had', 'was', 'were', 'received'])

/**
 * What spoils a reading as a whole, whoever speaks and whatever is denied: it is only imagined or asked for, it states a
 * rule, it is recalled, it is of the past or of what is to come. Nothing where it stands as it is.
 * @param verb index of the finite verb that governs the word that decided, or -1
 */
export function spoilerOf({ words }: Statement, { element, at, value }: Said, verb: number): Spoiler | undefined {
  const said = textOf(words)
  if (SUPPOSED.test(said) || (value !== 'some' && ASKED.test(said) && !OURSELVES.test(said))) return 'nobody'
  if (!FACTS.has(element)) return undefined
  if (RECALLED.test(said)) return 'hedged'
  if (element !== 'holdings') return undefined
  const governing = auxiliary(words, Math.min(verb, at))
  if (OUGHT.has(governing) || POLICY.test(textOf(words.slice(0, at)))
    || (verb >= 0 && FORBIDDEN.test(textOf(words.slice(verb, at + 1))))) return 'policy'
  if (TO_COME.has(governing)) return 'intention'
  if (ANCHOR.test(said)) return undefined
  return ONCE.test(said) || (PAST.has(governing) && EARLIER.test(said)) ? 'past' : undefined
}

/** The verb that carries the time: `did` of "did not hold", `should` of "should never own", else the verb itself. */
function auxiliary(words: readonly Word[], verb: number): string {
  for (let i = verb - 1; i >= 0 && i >= verb - 3; i--) {
    const { text, kinds } = words[i]!
    if (OUGHT.has(text) || TO_COME.has(text) || PAST.has(text)) return text
    if (!kinds.has('negator') && !text.endsWith('ly')) break
  }
  return words[verb]?.text ?? ''
}

function textOf(words: readonly Word[]): string {
  let text = ''
  for (const word of words) text += text === '' ? word.text : ` ${word.text}`
  return text
}

/** Names before a colon that are none of ours: "Posted by x:", "Reader comment:", "@x:", "x wrote:". */
const LED = /^(?:(?:posted|comment|commented|reply|replied|tweeted|shared|written|submitted|sent) by|reader|readers|commenter|commentator|user|subscriber|@)/
const WROTE = /^[^.:;]{1,60} (?:wrote|writes|commented|replied|posted|tweeted|said|says|asks|asked|adds|added)(?: (?:in|on|below|back|here)[^.:;]{0,40})?$/

/** Whether a paragraph begins with somebody's name as comments and posts do, so that what follows is his. */
export function ledByOther(words: readonly Word[]): boolean {
  const colon = words.slice(0, 14).findIndex((w) => w.text === ':')
  const lead = words.slice(0, Math.max(0, colon))
  if (lead.length === 0 || lead.some((w) => w.kinds.has('author') || w.kinds.has('self') || w.kinds.has('label'))) return false
  const said = textOf(lead)
  return LED.test(said) || WROTE.test(said)
}
