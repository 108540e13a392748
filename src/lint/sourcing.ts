import type { Article } from '../article/article.ts'
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
    const index = isNamed(source) ? sentenceAt(article, source.span.start)?.index : undefined
    return index === undefined ? [] : [{ source, index }]
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

function isNamed(source: Mention): boolean {
  return source.kind === 'company' || source.kind === 'person' || source.kind === 'body' || source.kind === 'document' || source.name !== undefined
}

function nameOf(source: Mention): string {
  return source.name ?? source.text
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
