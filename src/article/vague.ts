import { keptWithWords, type Parsed } from './parsed.ts'
import { namesIn, type SourcePhrase } from './source-phrases.ts'
import { Word } from './vocabulary.ts'

const ESTIMATE = /^(?:estimates?|forecasts?|projections?|consensus|predictions?|expectations?)$/
const HOPED = /^(?:expected|estimated|predicted|projected|forecast|forecasted|anticipated|expecting)$/
const BEATS =
  /^(?:than|exceeding|exceeded|above|below|beating|beat|topping|topped|missing|missed|versus|vs|against|compared|short|surpassing|surpassed|compares|trailing|trailed|ahead|vs\.|estimates?|was|were|to|expectations)$/

/**
 * A figure that is what nobody in particular expects: “beating the average estimate of 4 cents”, “the 8 cents analysts
 * expected”. The words that say so, or undefined. `at` is the token the figure begins with, `end` the one after it.
 */
export function vagueExpectation(parsed: Parsed, at: number, end: number): SourcePhrase | undefined {
  const { tokens } = parsed
  if (!looksAhead(parsed) || namesSurvey(parsed, at, end)) return undefined
  // after the figure: “4 cents expected by analysts”, “the 8-cent average estimate”, “5.7 billion expected”
  for (let i = end; i < tokens.length && i - end < 9; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark' && token.low !== '-' && token.low !== '’' && token.low !== "'") break
    if (token.low === 'that' || token.low === 'as' || (token.low === 'in' && i - end < 1)) break
    if (HOPED.test(token.low) && (tokens[i - 1]!.bits & Word.Auxiliary) === 0 && !isForecaster(parsed, i, end)) {
      const crowd = crowdNear(parsed, i - 3, i + 4)
      if (crowd) return crowd
      if (i - end < 2 && !tokens.slice(Math.max(0, at - 12), at).some((t) => t.verb)) return phrase(i, i)
    }
    if (ESTIMATE.test(token.low)) {
      const crowd = crowdNear(parsed, i - 3, i + 3)
      const opens =
        tokens.slice(Math.max(0, at - 4), at).some((t) => BEATS.test(t.low)) || tokens.slice(end, i).some((t) => t.low === 'average')
      if (crowd && opens && !namesIn(tokens, end, Math.min(i + 3, tokens.length - 1))) return crowd
    }
  }
  // “missing expectations of 7.9 percent”, “against expectations for a rise of 2 million”: whose, nobody says
  for (let i = at - 1; i > 0 && at - i < 8; i--) {
    if (tokens[i]!.low !== 'expectations') continue
    const before = tokens[i - 1]!
    if (/^(?:of|for)$/.test(tokens[i + 1]?.low ?? '') && !before.possessive && before.low !== 'its' && BEATS.test(before.low)) return phrase(i, i)
    break
  }
  // before it: “the average analyst estimate of 4 cents”, “analysts had estimated profit of 56 cents”
  for (let i = at - 1; i >= 0 && at - i < 14; i--) {
    const token = tokens[i]!
    if (token.low === ';' || token.low === '.') break
    if (!ESTIMATE.test(token.low) || (tokens[i - 1]?.possessive && !(tokens[i - 1]!.bits & Word.Crowd))) continue
    const crowd = crowdNear(parsed, i - 3, i + 3)
    if (
      !crowd ||
      namesIn(tokens, crowd.from, i) ||
      tokens.slice(i, at).some((t) => t.low === ',' || (t.bits & Word.Auxiliary && t.low !== 'was' && t.low !== 'were'))
    )
      continue
    return crowd
  }
  return undefined
}

/** Whether a sentence has any of the words without which nobody expects anything. */
const looksAhead = keptWithWords(({ tokens }) => tokens.some(({ low }) => ESTIMATE.test(low) || HOPED.test(low)))

/** “the 1.7% it predicted”, “the 4 million Norland had forecast”: somebody did, and is named. */
function isForecaster({ tokens }: Parsed, verb: number, end: number): boolean {
  let i = verb - 1
  while (i > end && tokens[i]!.bits & (Word.Auxiliary | Word.Adverb)) i--
  if (i < end) return false
  const { bits, low } = tokens[i]!
  if (bits & Word.Crowd) return false
  return /^(?:it|he|she|they|we)$/.test(low) || (bits & (Word.Organisation | Word.Role) && !(bits & Word.Plural)) !== 0 || namesIn(tokens, i, i)
}

/** “the median estimate in a Larkfield survey”, “a poll of economists by Larkfield”: somebody asked them. */
function namesSurvey({ tokens }: Parsed, at: number, end: number): boolean {
  for (let i = Math.max(0, at - 12); i < tokens.length && i - end < 12; i++) {
    if (!/^(?:survey|poll)$/.test(tokens[i]!.low)) continue
    if (/^(?:in|of|from)$/.test(tokens[i - 1]?.low ?? '') || namesIn(tokens, Math.max(0, i - 2), i)) return namesIn(tokens, Math.max(0, i - 2), Math.min(i + 6, tokens.length - 1))
    if (tokens.slice(i + 1, i + 6).some((t, k) => t.low === 'by' && tokens[i + 2 + k]?.capital)) return true
  }
  return false
}

/** “his wealth estimated at”, “a company valued at”: by nobody. */
export function isHedged({ tokens }: Parsed, at: number): boolean {
  let i = at - 1
  while (i > 0 && /^(?:about|around|roughly|nearly|almost|over|some|more|than|a|\$)$/.test(tokens[i]!.low)) i--
  return tokens[i]?.low === 'at' && /^(?:estimated|valued|assessed)$/.test(tokens[i - 1]?.low ?? '')
}

function crowdNear(parsed: Parsed, from: number, to: number): SourcePhrase | undefined {
  const { tokens } = parsed
  for (let i = Math.max(0, from); i <= to && i < tokens.length; i++) {
    const { low, bits } = tokens[i]!
    if (
      (bits & Word.Crowd && bits & (Word.Role | Word.Plural)) ||
      low === 'consensus' ||
      low === 'analyst' ||
      low === 'economist' ||
      (low === 'street' && tokens[i - 1]?.low === 'wall')
    )
      return phrase(low === 'street' ? i - 1 : i, i)
    if (/^(?:average|median|mean)$/.test(low) && ESTIMATE.test(tokens[i + 1]?.low ?? '')) return phrase(i, i + 1)
  }
  return undefined
}

function phrase(from: number, to: number): SourcePhrase {
  return { first: from, last: to, from, to, kind: 'crowd' }
}
