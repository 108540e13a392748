// Writes what is derived: npm run generate. With --check it writes nothing and fails where a file differs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { catalogPages } from './generate/catalog.ts'
import { editorPages } from './generate/editor.ts'
import { load } from './generate/load.ts'
import { presetPages } from './generate/presets.ts'
import { provisionPages } from './generate/provisions.ts'
import { rulePages } from './generate/rules.ts'
import { schemaPages } from './generate/schema.ts'

/** A derived file: its path from the project's root and what should stand in it. */
export interface Page {
  readonly path: string
  readonly text: string
}

const root = join(import.meta.dirname, '..')
const catalog = await load(root)
const pages: Page[] = [catalogPages, rulePages, presetPages, provisionPages, schemaPages, editorPages].flatMap((make) => make(catalog, root))

const current = (path: string) => {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return undefined
  }
}
const stale = pages.filter(({ path, text }) => current(path) !== text)
if (process.argv.includes('--check')) {
  for (const { path } of stale) console.error(`${path} is not what \`npm run generate\` writes: run it and commit the result`)
  process.exitCode = stale.length ? 1 : 0
} else {
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(`wrote ${path}`)
  }
}
