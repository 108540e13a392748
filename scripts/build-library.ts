import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { licenses, wordLists } from './build-program.ts'
import { lateConstants } from './late-constants.ts'

const ENTRIES = ['index.js', 'adapters/unified.js', 'adapters/eslint/index.js', 'formats/docx.js']

/** What belongs to the host, or what few ask for: found beside the package, not in it. */
const OUTSIDE = ['node:*', 'eslint', '@eslint/*', 'mammoth']

/**
 * Joins the compiled modules behind the library's entries, and the parsers they need, into few files: finding and opening
 * some hundred of them takes two thirds of an import. What two entries use they share, so that a class is one class.
 * @param out the folder tsc wrote to; the joined files go to `lib` in it, their types stay in `src`
 */
export async function buildLibrary(out: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: ENTRIES.map((entry) => join(out, 'src', entry)),
    outbase: join(out, 'src'),
    outdir: join(out, 'lib'),
    bundle: true,
    splitting: true,
    format: 'esm',
    // Neutral: the same files run in Node, in a page and in a worker.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: OUTSIDE,
    // The folder may lie anywhere, the packages lie here.
    nodePaths: [join(import.meta.dirname, '..', 'node_modules')],
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    plugins: [wordLists, lateConstants],
    metafile: true,
    logLevel: 'warning',
  })
  writeFileSync(join(out, 'lib', 'LICENSES.txt'), licenses(Object.keys(metafile.inputs)))
}
