import { ahead, behind, is, type Reader } from './disclosure-readings.ts'
import { ofThisText, reportedHere } from './disclosure-text.ts'

/** Earlier results are said not to predict later ones. */
export function readPerformance(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (!statement.inPosition && !words.some((w) => /^(?:past|previous|prior|historical)$/.test(w.text))) return
  if (reportedHere(words)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted || !is(word, 'performance')) continue
    const past = behind(words, i, 4, (w) => is(w, 'past')) >= 0 || ahead(words, i, 4, (w) => is(w, 'past')) >= 0
    if (!past || words.slice(0, i).some((w) => w.possessive && !is(w, 'past'))) continue
    const open = ahead(words, i, 14,
      (w, j) => (is(w, 'negator') || is(w, 'idle') || /^(?:hardly|little|may|cannot|rarely|poor|seldom|differ)$/.test(w.text))
        && views[j] !== undefined, ';.')
    const future = ahead(words, i, 18, (w) => is(w, 'future'), ';.')
    const subject = views[i]!.subject.speaker
    if ((open >= 0 || views[i]!.negated) && future >= 0 && subject !== 'author') {
      found({ element: 'pastPerformance', value: true, at: i })
      return
    }
  }
}

/** Loss, volatility, speculation or capital at risk is stated. */
export function readRisk(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (!statement.inPosition || statement.question) return
  if (reportedHere(words)) return
  const generic = words.some((w) => is(w, 'investing') || (is(w, 'lossPhrase') && /capital|invest|deposit|money/.test(w.text)))
  if (!generic) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    // "…, and short selling carries the risk of loss": a noun of its own bears it
    const bearer = is(word, 'risk') || is(word, 'lose') ? behind(words, i, 5, (w) => is(w, 'bears')) : -1
    const ofTrading = bearer > 0 && is(words[bearer - 1], 'investing') && !is(words[bearer - 1], 'reader')
      || words[bearer - 1]?.text === 'selling'
    if (word.quoted || view.subject.speaker === 'author' && !is(word, 'lossPhrase') && !ofTrading) continue
    if (view.negated && view.negator >= view.verb - 1 && !/^(?:without|instead of)$/.test(words[view.negator]!.text)
      && !is(word, 'lossPhrase')) continue
    const at = () => found({ element: 'risk', value: true, at: i })
    // "The value of your investment may fall"
    if (is(word, 'sink') && word.text !== 'back' && behind(words, i, 3, (w) => /^(?:may|can|could|will|might)$/.test(w.text)) >= 0
      && !view.negated && words.slice(0, i).some((w) => /^(?:value|prices?|investments?|capital|income|shares)$/.test(w.text))) return at()
    if (word.text === 'back' && view.negated && behind(words, i, 7, (w) => is(w, 'receive') || w.text === 'getting') >= 0) return at()
    if (is(word, 'lossPhrase')) {
      if (/^(?:worth less than|go down|up or down|up and down|rise and fall|fluctuate|fluctuates)$/.test(word.text)
        && !words.some((w) => /^(?:value|prices?|investments?|crypto|income|capital|shares)$/.test(w.text))) continue
      return at()
    }
    if (is(word, 'volatile')
      && (is(words[view.verb], 'be') || /^(?:a|an|highly|very|inherently|extremely|considered|are|is)$/.test(words[i - 1]?.text ?? '')
      || /^(?:nature|and|investment|activity|market)$/.test(words[i + 1]?.text ?? ''))) return at()
    if (is(word, 'lose') && ahead(words, i, 7, (w) => is(w, 'stakes')) >= 0) return at()
    if (is(word, 'lose') && /^(?:losses|loss)$/.test(word.text)
      && behind(words, i, 7, (w) => is(w, 'risk') || /^(?:result|lead|substantial|incur|suffer|cause)$/.test(w.text)) >= 0
      && behind(words, i, 8, (w) => /^(?:liable|responsible|liability|responsibility)$/.test(w.text)) < 0) return at()
    if (is(word, 'risk') && behind(words, i, 6, (w) => is(w, 'bears')) >= 0) return at()
    if (is(word, 'risk') && (word.text === 'high risk' || word.text === 'risk of loss')) return at()
    if (is(word, 'risk') && /^(?:at)$/.test(words[i - 1]?.text ?? '') && is(words[view.verb], 'be')
      && /^(?:capital|money|investment|funds)$/.test(words[view.subject.at]?.text ?? words[i - 3]?.text ?? '')) return at()
  }
}

/** Forward-looking statements or forecasts are named and said to be uncertain. */
export function readForward(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (!statement.inPosition || reportedHere(words)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted) continue
    if (is(word, 'forward') && !views[i]!.negated
      && (is(words[i - 1], 'be') || !words[i + 1]?.letters
      || /^(?:statements?|information|remarks?|comments?|and|or|in|views?|estimates?|content|nature|projections?|forecasts?)$/.test(words[i + 1]!.text))) return found({ element: 'forwardLooking', value: true, at: i })
    if (is(word, 'forecast') && word.text !== 'statements') {
      const uncertain = ahead(words, i, 14, (w) => is(w, 'uncertain'), ';.') >= 0
        || (views[i]!.negated && is(words[i - 1], 'negator') === false && ahead(words, i, 6, (w) => w.text === 'guarantee') >= 0)
      const owner = words.slice(0, i).some((w) => w.possessive)
      if (uncertain && !owner && !/^(?:based)$/.test(words[i + 1]?.text ?? '')
        && /^(?:forecasts?|projections?|predictions?|targets?|estimates|outlook|expectations)$/.test(word.text)
        && (i <= 6 || !words[i - 1]!.letters
        || words[i - 1]!.text === 'and')) return found({ element: 'forwardLooking', value: true, at: i })
    }
  }
}

/** The text calls itself general, or says that it does not know the reader. */
export function readGeneral(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (reportedHere(words) || statement.question) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    if (word.quoted) continue
    const own = ofThisText(view, reader) || (view.subject.speaker === 'name' && statement.inPosition)
    const at = () => found({ element: 'generalAdvice', value: true, at: i, subject: view.subject })
    if (is(word, 'general') && (own || (view.subject.speaker === 'reader' && word.text.includes('nature'))) && statement.inPosition) {
      const next = words.slice(i + 1, i + 4)
      const noun = next.find((w) => w.text !== 'and' && w.text !== 'financial' && w.text !== 'investment' && w.text !== 'market')
      if (word.text.includes('nature') || (is(words[i + 1], 'generalNoun') && words[i + 2]?.text !== 'from')
        || (noun && /^(?:information|advice|guidance)$/.test(noun.text) && next[0]?.text !== 'market' && next.at(-1)?.text !== 'from'
        && next[1]?.text !== 'from')) return at()
      if (is(words[i - 1], 'be')
        && (words[i + 1] === undefined || !words[i + 1]!.letters || words[i + 1]?.text === 'and'
        || words[i + 1]?.text === 'only')) return at()
    }
    if (is(word, 'circumstances') && statement.inPosition) {
      const taken = behind(words, i, 12, (w) => is(w, 'consider'))
      const later = ahead(words, i, 8, (w) => is(w, 'consider'))
      if (later >= 0 && views[later]!.negated && (!views[i]!.negated || own)) return at()
      const ignores = taken >= 0
        && (/^(?:ignores?|ignoring|disregards)$/.test(words[taken]!.text) || words[taken]!.text.includes(' no ') || views[taken]!.negated
        || behind(words, taken, 4, (w) => is(w, 'negator')) >= 0)
      if (ignores && (own || view.subject.speaker === 'reader' || view.subject.relative)) return at()
      if (behind(words, i, 8, (w) => /^(?:without|irrespective|regardless)$/.test(w.text)) >= 0) return at()
      if (view.negated && own
        && behind(words, i, 6,
        (w) => /^(?:tailored|suited|adapted|specific|know|personalised|addressed|account)$/.test(w.text)) >= 0) return at()
    }
    if (is(word, 'personal') && view.negated && own
      && (ahead(words, i, 2, (w) => is(w, 'advice') || w.text === 'recommendation') >= 0 || is(word, 'advice')
      || ahead(words, i, 4, (w) => w.text === 'you') >= 0)) {
      if (behind(words, i, 10, (w) => is(w, 'licensed')) >= 0) continue
      return at()
    }
  }
}
