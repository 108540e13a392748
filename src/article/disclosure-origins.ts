import { ahead, behind, is, type Reader } from './disclosure-readings.ts'
import type { Word } from './disclosure-words.ts'

/** Where the article's information comes from. */
export function readSources(reader: Reader): void {
  const { statement, words, views, found } = reader
  if (statement.question) return
  if (statement.direct && statement.label.some((w) => /\b(?:sources?|references)$/.test(w.text)) && statement.inPosition
    && words.some((w) => w.letters) && !statement.label.some((w) => w.text.includes('disclos'))
    && (statement.label.some((w) => w.text.endsWith('s')) || words.some((w) => is(w, 'material') || is(w, 'info') || is(w, 'origin')))) {
    found({ element: 'sources', value: true, at: 0 })
    return
  }
  const named = words.some((w, j) => is(w, 'text') && !is(w, 'info')
    && (/^(?:this|the|our|that|above|present)$/.test(words[j - 1]?.text ?? '') || /^(?:above|herein)$/.test(w.text)))
  const here = named || words.some((w) => /^(?:above|here|herein|we|i|our|my)$/.test(w.text))
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const view = views[i]!
    if (word.quoted || view.negated || view.hedge >= 0 || view.conditional) continue
    if (is(word, 'info') && i <= 6 && behind(words, i, 4, (w) => is(w, 'research')) < 0) {
      const origin = ahead(words, i, 16, (w, j) => (is(w, 'origin') || is(w, 'drawsOn')) && views[j]!.negator < 0)
      const ahead1 = origin >= 0 && behind(words, origin, 3, (w) => is(w, 'do') || w.text === 'not') < 0
      if (ahead1 && !views[origin]!.negated && words.length > origin + 1 && (here || statement.inPosition)
        && plainInfo(words, i, here)) return found({ element: 'sources', value: true, at: i, subject: view.subject })
      if (is(word, 'sourceNoun') && i <= 1 && named
        && is(words[view.verb] ?? words[i + 4], 'be')) return found({ element: 'sources', value: true, at: i, subject: view.subject })
      if (is(word, 'sourceNoun') && ahead(words, i, 6, (w) => is(w, 'be')) >= 0 && named
        && i <= 1) return found({ element: 'sources', value: true, at: i, subject: view.subject })
      if (is(word, 'sourceNoun') && ahead(words, i, 6, (w) => /^(?:used|consulted|include|included)$/.test(w.text)) >= 0
        && statement.inPosition) return found({ element: 'sources', value: true, at: i, subject: view.subject })
    }
    if (statement.inPosition && i === 0 && (is(word, 'origin') || is(word, 'drawsOn'))
      && ahead(words, i, 8, (w) => is(w, 'material') || is(w, 'info')) >= 0) return found({ element: 'sources', value: true, at: i })
    if (statement.inPosition && /^(?:from|using|with)$/.test(word.text) && view.subject.speaker === 'author'
      && behind(words, i, 6, (w) => is(w, 'text')) >= 0
      && behind(words, i, 8,
      (w) => /^(?:wrote|write|prepared|compiled|built|produced|researched|reported|assembled|drew|based|made)$/.test(w.text)) >= 0
        && ahead(words, i, 6, (w) => is(w, 'material')) >= 0) return found({ element: 'sources', value: true, at: i,
        subject: view.subject })
    if (statement.inPosition && /^(?:from|via|through|using)$/.test(word.text) && view.verb >= 0
      && fromMaterial(reader, i)) return found({ element: 'sources', value: true, at: view.subject.at, subject: view.subject })
    // A bare participle needs where from: "I have taken on both parties"
    if (is(word, 'origin') && !is(word, 'drawsOn') && !word.text.includes(' ')
      && ahead(words, i, 4, (w) => /^(?:from|through|via|by|using|out|out of|with|directly)$/.test(w.text)) < 0) continue
    if ((is(word, 'drawsOn') || is(word, 'origin')) && (view.subject.speaker === 'text' || view.subject.speaker === 'author')
      && (statement.inPosition || named) && words[i + 1] !== undefined) {
      const opinions = /^(?:views?|opinions?|ideas)$/.test(words[view.subject.at]?.text ?? '')
      const content = ahead(words, i, 12,
        (w) => is(w, 'info') || is(w, 'material')
          || /^(?:interviews?|filings?|reports?|documents?|records|figures|statements|releases?|accounts|disclosures|announcements?|databases?|calls?|companies|disclosed|public|publicly|transcripts?|estimates|press)$/.test(w.text)) >= 0
      if (content && !opinions) return found({ element: 'sources', value: true, at: i, subject: view.subject })
    }
  }
}

/** "This report was put together from …": the text or its information is the subject, documents or parties follow. */
function fromMaterial({ words, views }: Reader, i: number): boolean {
  const view = views[i]!
  const head = words[view.subject.at]
  if (!head || view.subject.speaker !== 'text'
    || /^(?:views?|opinions?|ideas|nothing|none|any part|no part|it|that)$/.test(head.text)) return false
  if (words.slice(view.verb,
    i).some((w) => /^(?:differ|differs|vary|varies|benefit|profit|suffer|excluded|exempt|different|separate|independent|protected|removed|reproduced|refrain|arise|arising|result|resulting|free)$/.test(w.text))) return false
  const passive = /ed$|^(?:taken|drawn|built|found|come|comes|came|put|written|pulled|got)$/.test(words[i - 1]?.text ?? '')
    || /^(?:together|directly|solely|only|mainly|largely|primarily)$/.test(words[i - 1]?.text ?? '')
  return passive && ahead(words, i, 6, (w) => is(w, 'material') || is(w, 'info')) >= 0
}

/** The noun speaks of the article's information as a whole, not of one claim's. */
function plainInfo(words: readonly Word[], i: number, here: boolean): boolean {
  const before = words.slice(0, i)
  if (before.some((w) => w.capital && w.letters && before.indexOf(w) > 0)) return false
  return here || i <= 2
}

/** A time anchor in a disclosure: "at the time of writing", "as of 3 May". */
export function readAnchor(reader: Reader): void {
  const { statement, words, found } = reader
  if (statement.question) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.quoted) continue
    if (is(word, 'anchor')) {
      // "did not see or approve it before publication"
      if (word.text === 'before publication'
        && behind(words, i, 8, (w) => /^(?:see|saw|approved?|reviewed?|read|checked|input|sight|shown)$/.test(w.text)) >= 0) continue
      if (/^(?:this was written|this was published)$/.test(word.text)
        && !/^(?:when|day|time|date)$/.test(words[i - 1]?.text ?? '')) continue
      return found({ element: 'asOfDate', value: true, at: i })
    }
    if (is(word, 'asOf')) {
      const next = words[i + 1]
      const dated = next !== undefined
        && (is(next, 'month') || /^(?:19|20)\d\d(?:-\d\d?)*$/.test(next.text)
        || (/^\d{1,2}(?:st|nd|rd|th)?$/.test(next.text) && (is(words[i + 2], 'month') || words[i + 2]?.text === 'of'))
        || /^\d{1,4}[./-]\d{1,2}/.test(next.text))
      if (word.text === 'on'
        && /^(?:beginning|starting|commencing|ending|founded|joined|paid|launched|born|expires?|from|began|until|through)$/.test(words[i - 1]?.text ?? '')) continue
      const close = word.text !== 'on'
        && /^(?:today|yesterday|now|publication|writing|close|market|this|q[1-4]|mid|early|late|end)$/.test(next?.text ?? '')
      const previous = word.text !== 'on'
        && ahead(words, i, 4, (w) => /^(?:close|publication|writing|day|date|month|quarter|year)$/.test(w.text)) >= 0
      if (dated || close || previous) return found({ element: 'asOfDate', value: true, at: i })
    }
  }
}
