import { join } from 'node:path'
import { build } from 'esbuild'

const ENTRIES = ['index.js', 'adapters/unified.js', 'adapters/eslint/index.js', 'formats/docx.js']

/**
 * Joins the compiled modules behind the library's entries into few files: opening some hundred of them takes a quarter of a
 * host's start. Packages stay outside; what two entries use they share, so that a class is one class.
 * @param out the folder tsc wrote to; the joined files go to `lib` in it, their types stay in `src`
 */
export async function buildLibrary(out: string): Promise<void> {
  await build({
    entryPoints: ENTRIES.map((entry) => join(out, 'src', entry)),
    outbase: join(out, 'src'),
    outdir: join(out, 'lib'),
    bundle: true,
    splitting: true,
    format: 'esm',
    // Neutral: the same files run in Node, in a page and in a worker.
    platform: 'neutral',
    packages: 'external',
    external: ['node:*'],
    target: 'es2023',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  })
}
