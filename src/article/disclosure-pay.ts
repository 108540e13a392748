import { bargain, payerNear, pays, sponsoredText, sumAfter } from './disclosure-payers.ts'
import { ahead, behind, defect, is, type Reader, reported, saidByAnother, weakness } from './disclosure-readings.ts'

/** Finds pay from a party with an interest: denied, or stated. */
export function readCompensation(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (saidByAnother(words)) return
  const outside = reported(words.filter((w, i) => !(w.text === 'promised' && /^(?:or|and|nor|was|were)$/.test(words[i - 1]?.text ?? ''))))
  if (outside && !words.some((w) => is(w, 'self') || is(w, 'author'))) return
  let done = -1
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    if (view.clause === done || word.quoted || view.notOnly) continue
    const { speaker } = view.subject
    const spoiled = weakness(view, words)
    const ours = speaker === 'author' || (statement.inPosition && /^(?:name|none|text|employer)$/.test(speaker))
      || (statement.inPosition && speaker === 'third')
    if (!ours || (speaker === 'third' && !words.some((w) => is(w, 'self') || (is(w, 'text') && !is(w, 'demonstrative'))))) continue
    if (/^sponsors?$/.test(word.text) && !(view.negated && ahead(words, i, 4, (w) => is(w, 'text')) >= 0)) continue
    // "got nothing for writing this"
    if (is(word, 'receive') && (/^(?:nothing|zero)$/.test(words[i + 1]?.text ?? '')) && ahead(words, i, 8, (w) => w.text === 'for') >= 0) {
      done = view.clause
      found({ element: 'compensation', value: 'none', at: i, ...defect(spoiled), subject: view.subject })
      continue
    }
    if (statement.inPosition && !view.negated && bargain(words, i)) {
      done = view.clause
      found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      continue
    }
    const un = word.text === 'unpaid' || word.text === 'uncompensated'
    // "received USD 8,500 from a third party for distributing this"
    if (is(word, 'receive') && !view.negated && statement.inPosition && sumAfter(words, i) && payerNear(reader, i)) {
      done = view.clause
      found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      continue
    }
    if ((speaker === 'text' || (speaker === 'name' && is(words[view.subject.at], 'demonstrative'))) && !view.negated
      && statement.inPosition && sponsoredText(words, i)) {
      done = view.clause
      found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      continue
    }
    if (/^pa(?:ying|id)\b/.test(word.text) && (is(word, 'client') || (word.text.startsWith('paying') && is(words[i + 1], 'client')))
      && !view.negated && statement.inPosition) {
      done = view.clause
      found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      continue
    }
    if (is(word, 'paid')) {
      if (/^(?:attention|off|out|tribute)$/.test(words[i + 1]?.text ?? '') || is(words[i + 1], 'tie')) continue
      if (view.negated || un || /^(?:nothing|nobody|no)$/.test(words[i + 1]?.text ?? '')) {
        const about = speaker === 'author'
          || words.some((w) => is(w, 'self') || (is(w, 'text') && !is(w, 'demonstrative')) || is(w, 'author'))
          || (statement.inPosition
          && (/^(?:none|text|employer)$/.test(speaker)
          || (speaker === 'name' && /^(?:paid|compensated|remunerated)$/.test(word.text) && behind(words, i, 3, (w) => is(w, 'be')) >= 0)))
        if (about && !un || un && (is(words[view.verb], 'be') || statement.inPosition)) {
          done = view.clause
          found({ element: 'compensation', value: view.double ? 'paid' : 'none', at: i,
            ...defect(spoiled ?? (view.double ? 'polarity' : undefined)), subject: view.subject })
        }
        continue
      }
      if (!statement.inPosition && speaker !== 'author') continue
      if (pays(reader, i)) {
        done = view.clause
        found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      }
      continue
    }
    if (is(word, 'compensation') || (is(word, 'security') && /^(?:shares|options|warrants|tokens|units|equity)$/.test(word.text))) {
      const receive = behind(words, i, 14, (w) => is(w, 'receive') || w.text === 'receiving')
      const passive = ahead(words, i, 8,
        (w, j) => is(w, 'receive') && w.text.endsWith('ed') || w.text === 'paid' || w.text === 'given'
          || (w.text === 'hands' && words[j - 1]?.text === 'changed'))
      const security = is(word, 'security')
      const verb = words[view.verb]
      const fragment = !security && view.negated && speaker === 'none' && view.verb < 0 && i - view.negator <= 3 && statement.inPosition
      const accepts = receive >= 0 && views[receive]!.clause === view.clause
      const shape = accepts || (!security && passive >= 0 && views[passive]!.clause === view.clause) || fragment
        || (!security && is(verb, 'have') && view.negated)
      if (!shape || (speaker === 'third' && !(passive >= 0))) continue
      if (view.negated && !security) {
        if (word.text === 'benefit' || word.text === 'money' && !accepts && passive < 0) continue
        done = view.clause
        found({ element: 'compensation', value: 'none', at: i, ...defect(spoiled), subject: view.subject })
      } else if (!view.negated && (spoiled || payerNear(reader, i))) {
        if (ahead(words, i, 8,
          (w, j) => w.text === 'pay' && /^(?:their|his|her|of)$/.test(words[j - 1]?.text ?? '')
            || /^(?:salary|salaries)$/.test(w.text)) >= 0) continue
        if (security && !payerNear(reader, i)) continue
        done = view.clause
        found({ element: 'compensation', value: 'paid', at: i, ...defect(spoiled), subject: view.subject })
      }
    }
  }
}
