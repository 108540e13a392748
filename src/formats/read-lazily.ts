import { Article } from '../article/article.ts'
import { Source } from '../text/source.ts'
import type { Format, ParserId } from './format.ts'
import { formatFor } from './formats.ts'
import type { Parsers } from './parsers/parsers.ts'

const loaders: { readonly [Id in ParserId]: () => Promise<NonNullable<Parsers[Id]>> } = {
  gfm: () => import('./parsers/gfm.ts'),
  html: () => import('./parsers/html.ts'),
  markdown: () => import('./parsers/markdown.ts'),
  mdx: () => import('./parsers/mdx.ts'),
  script: () => import('./parsers/script.ts'),
  yaml: () => import('./parsers/yaml.ts'),
}

/** The same as `readAll`, but loads only the parsers this text needs: for programs that start for one file. */
export async function readAllLazily(text: string, path?: string, own: readonly Format[] = []): Promise<Article[]> {
  const format = formatFor(path, own)
  const entries = await Promise.all(format.needs(text).map(async (id) => [id, await loaders[id]()] as const))
  const parsers = Object.fromEntries(entries) as Parsers
  const source = new Source(text, path)
  return (format.readAll?.(text, parsers) ?? [format.read(text, parsers)]).map((reading) => new Article(source, reading))
}
