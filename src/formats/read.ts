import { Article } from '../article/article.ts'
import { Source } from '../text/source.ts'
import { formatFor } from './formats.ts'
import * as gfm from './parsers/gfm.ts'
import * as html from './parsers/html.ts'
import * as markdown from './parsers/markdown.ts'
import * as mdx from './parsers/mdx.ts'
import type { Parsers } from './parsers/parsers.ts'
import * as script from './parsers/script.ts'
import * as yaml from './parsers/yaml.ts'

export const parsers: Parsers = { gfm, html, markdown, mdx, script, yaml }

/** Reads an article; the path says which format it has. Never throws on any text. */
export function read(text: string, path?: string): Article {
  return new Article(new Source(text, path), formatFor(path).read(text, parsers))
}

/** Reads every article a file holds: several where it is a list of records or a program, else one. */
export function readAll(text: string, path?: string): Article[] {
  const source = new Source(text, path)
  const format = formatFor(path)
  return (format.readAll?.(text, parsers) ?? [format.read(text, parsers)]).map((reading) => new Article(source, reading))
}

export { formatFor }
