import type { Article } from '../article/article.ts'
import { isEditorial } from '../article/editorial.ts'
import type { Mention, Statistic } from '../article/facts.ts'
import { sentenceAt } from '../article/sentence-at.ts'
import type { Fix } from './finding.ts'

/** How far around a figure a named source is offered, in sentences. */
const NEAR = 4
const MOST_OFFERED = 2

/**
 * Named sources of attributions around a figure, the nearest first, each name once: somebody an editor may mean. Takes the
 * article first, so that its sources are put in order once for all figures.
 */
export function sourcesNear(article: Article): (statistic: Statistic) => Mention[] {
  const named = article.attributions.flatMap(({ source }) => {
    const sentence = isNamed(source) ? sentenceAt(article, source.span.start) : undefined
    return sentence && isEditorial(sentence.role) ? [{ source, index: sentence.index }] : []
  }).sort((a, b) => a.index - b.index)
  return ({ sentence: { index: here } }) => {
    let first = 0
    for (let end = named.length; first < end; ) {
      const middle = (first + end) >> 1
      if (named[middle]!.index < here - NEAR) first = middle + 1
      else end = middle
    }
    const near: { readonly source: Mention; readonly away: number }[] = []
    for (let i = first; i < named.length && named[i]!.index <= here + NEAR; i++) {
      near.push({ source: named[i]!.source, away: Math.abs(named[i]!.index - here) })
    }
    near.sort((a, b) => a.away - b.away)
    const seen = new Set<string>()
    return near.map(({ source }) => source).filter((source) => {
      const name = nameOf(source)
      return seen.has(name) ? false : seen.add(name)
    }).slice(0, MOST_OFFERED)
  }
}

/** Words that name somebody only together with the sentence before. */
const LEANING = /^(?:its|his|her|their|our|my|this|that|these|those|every\w+|some\w*|no\w*|many|most|few)\b/i

function isNamed(source: Mention): boolean {
  if (source.name === undefined && LEANING.test(source.text)) return false
  return source.kind === 'company' || source.kind === 'person' || source.kind === 'body' || source.kind === 'document' || source.name !== undefined
}

/** The source as it reads in the middle of a sentence: `The filing` → `the filing`. */
function nameOf(source: Mention): string {
  return (source.name ?? source.text).replace(/^(?:The|An?|Former|Officials|People|Data|Figures)\b/u, (word) => word.toLowerCase())
}

/** Names a source at the end of the figure's sentence; undefined inside quoted words or where the text cannot be edited. */
export function attributeTo(source: Mention, { sentence }: Statistic): Fix | undefined {
  const end = /[.!?…]*$/u.exec(sentence.text)!.index
  if (/["”’»)\]]$/u.test(sentence.text) || end === 0) return undefined
  const at = sentence.from + end
  const name = nameOf(source)
  const edit = sentence.block.prose.edit(at, at, `, according to ${name}`)
  return edit && { title: `Attribute to ${name}`, edits: [edit] }
}

/** Puts a visible marker behind a figure, for the editor to fill; nothing where one stands already. */
export function markAt({ block, to }: Statistic, marker: string): Fix[] {
  if (!marker || block.prose.text.startsWith(` ${marker}`, to)) return []
  const edit = block.prose.edit(to, to, ` ${marker}`)
  return edit ? [{ title: `Mark for a source: ${marker}`, edits: [edit] }] : []
}
