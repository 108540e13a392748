import { Article } from '../article/article.ts'
import type { FieldMap, OwnFormat } from '../article/block.ts'
import { Source } from '../text/source.ts'
import type { Format } from './format.ts'
import { formatFor } from './formats.ts'
import { jsonWith as jsonFormat } from './json.ts'
import { ownFormats } from './own.ts'
import * as gfm from './parsers/gfm.ts'
import * as html from './parsers/html.ts'
import * as markdown from './parsers/markdown.ts'
import * as mdx from './parsers/mdx.ts'
import type { Parsers } from './parsers/parsers.ts'
import * as script from './parsers/script.ts'
import * as yaml from './parsers/yaml.ts'

export const parsers: Parsers = { gfm, html, markdown, mdx, script, yaml }

/**
 * Reads an article; the path says which format it has. Never throws on any text.
 * @param own formats beside the built-in ones
 */
export function read(text: string, path?: string, own: readonly OwnFormat[] = []): Article {
  return new Article(new Source(text, path), formatFor(path, ownFormats(own)).read(text, parsers))
}

/** Reads every article a file holds: several where it is a list of records or a program, else one. */
export function readAll(text: string, path?: string, own: readonly OwnFormat[] = []): Article[] {
  return readAllIn(text, path, ownFormats(own))
}

/** The same with formats that were made ready before. */
export function readAllIn(text: string, path: string | undefined, own: readonly Format[]): Article[] {
  const source = new Source(text, path)
  const format = formatFor(path, own)
  return (format.readAll?.(text, parsers) ?? [format.read(text, parsers)]).map((reading) => new Article(source, reading))
}

/** JSON whose fields have names of a newsroom's own, as a format: `jsonWith({ kicker: 'standfirst' })`. In a config `fields` says the same. */
export function jsonWith(fields: FieldMap): OwnFormat {
  const { extensions, readAll: readRecords } = jsonFormat(fields)
  return { extensions, read: (text) => readRecords!(text, parsers) }
}

export { formatFor }
