import type { Reading } from '../article/block.ts'
import type { FieldEntry } from './fields.ts'
import type { Parsers } from './parsers/parsers.ts'
import { readSimpleYaml, readYaml } from './yaml.ts'

/** Where front matter stands; `from` = `to` = `end` where there is none. */
export interface FrontMatterPlace {
  /** What stands between the markers. */
  readonly from: number
  readonly to: number
  /** Where the article begins: after byte order mark and front matter. */
  readonly end: number
}

/** Front matter as fields with their places, and what could not be read. */
export interface FrontMatter {
  readonly entries: readonly FieldEntry[]
  readonly notices: Reading['notices']
}

const NOTHING: FrontMatter = { entries: [], notices: [] }

/** Finds front matter: a first line of three dashes (YAML) or plus signs (TOML, which is passed over), up to the next such line. */
export function splitFrontMatter(text: string): FrontMatterPlace {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const none = { from: begin, to: begin, end: begin }
  const toml = text.startsWith('+++', begin)
  if (!toml && !text.startsWith('---', begin)) return none
  const opening = /^(?:---|\+\+\+)[ \t]*(?:\r\n|\r|\n)/u.exec(text.slice(begin, begin + 100))
  if (!opening) return none
  const from = begin + opening[0].length
  const closing = toml ? /^\+\+\+[ \t]*$/gmu : /^---[ \t]*$/gmu
  closing.lastIndex = from
  const found = closing.exec(text)
  if (!found) return none
  const end = found.index + found[0].length
  return toml ? { from: end, to: end, end } : { from, to: found.index, end }
}

/** Whether the front matter is more than lines of `key: value`, so that the YAML parser must read it. */
export function needsYaml(text: string, place: FrontMatterPlace): boolean {
  return place.to > place.from && readSimpleYaml(text, place.from, place.to) === undefined
}

/** Reads front matter. Mistakes in it become notices. */
export function readFrontMatter(text: string, place: FrontMatterPlace, parsers: Parsers): FrontMatter {
  if (place.to <= place.from) return NOTHING
  const simple = readSimpleYaml(text, place.from, place.to)
  if (simple) return { entries: simple, notices: [] }
  const read = readYaml(text, place.from, place.to, parsers.yaml!)
  return {
    entries: read.entries,
    notices: read.error ? [{ message: `the front matter is not YAML: ${read.error.message}`, span: read.error.span }] : [],
  }
}
