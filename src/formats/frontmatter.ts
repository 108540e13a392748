import type { Block, Meta, Reading } from '../article/block.ts'
import type { Parsers } from './parsers/parsers.ts'

/** Where front matter stands; `from` = `to` = `end` where there is none. */
export interface FrontMatterPlace {
  /** The YAML between the dashes. */
  readonly from: number
  readonly to: number
  /** Where the article begins: after byte order mark and front matter. */
  readonly end: number
}

/** Finds front matter: a first line of three dashes, up to the next such line. */
export function splitFrontMatter(text: string): FrontMatterPlace {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const none = { from: begin, to: begin, end: begin }
  if (!text.startsWith('---', begin)) return none
  const opening = /^---[ \t]*(?:\r\n|\r|\n)/u.exec(text.slice(begin, begin + 100))
  if (!opening) return none
  const from = begin + opening[0].length
  const closing = /^---[ \t]*$/gmu
  closing.lastIndex = from
  const found = closing.exec(text)
  if (!found) return none
  return { from, to: found.index, end: found.index + found[0].length }
}

export interface FrontMatterReading {
  readonly blocks: readonly Block[]
  readonly meta: Meta
  readonly notices: Reading['notices']
}

export const frontMatter = {
  needsYaml(place: FrontMatterPlace): boolean {
    return place.to > place.from
  },
  read(_text: string, _place: FrontMatterPlace, _parsers: Parsers): FrontMatterReading {
    return { blocks: [], meta: {}, notices: [] }
  },
}
