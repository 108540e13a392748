import type { Format } from './format.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { mdx } from './mdx.ts'
import { plain } from './plain.ts'
import { script } from './script.ts'

/** Every format, by what its files are called. A new one is one line here. */
const formats: readonly Format[] = [markdown, mdx, html, json, script, plain]

/** The format for a path, by its extension, a newsroom's own before the built-in ones; plain text where none fits. */
export function formatFor(path: string | undefined, own: readonly Format[] = []): Format {
  const extension = /\.[^./\\]+$/u.exec(path ?? '')?.[0].toLowerCase()
  const fits = (format: Format) => format.extensions.includes(extension ?? '')
  return own.find(fits) ?? formats.find(fits) ?? plain
}

/** Every ending that names a format. */
export const allEndings: readonly string[] = formats.flatMap((format) => format.extensions)

/**
 * The endings of files that are looked for in folders, in lower case, with the dot. Data and programs are read where they
 * are named: most of them hold no article.
 */
export const endings: readonly string[] = [markdown, mdx, html, plain].flatMap((format) => format.extensions)
