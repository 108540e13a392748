import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'src', 'adapters', 'cli')

/**
 * Bundles the terminal program into a folder two levels below the package's, and gives the bundle's size in bytes.
 * Modules that are imported dynamically stay uncalled in the one file until they are asked for.
 */
export async function buildProgram(folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const bundle = join(folder, 'bundle.cjs')
  const { metafile } = await build({
    entryPoints: [join(cli, 'bundle.ts')],
    outfile: bundle,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    // Only the language server needs it, and loads it from beside the package.
    external: ['vscode-languageserver'],
    charset: 'ascii',
    legalComments: 'none',
    // What the launcher runs is the function Node would make of a CommonJS file.
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '})' },
    metafile: true,
    logLevel: 'warning',
  })
  const bytes = readFileSync(bundle)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const program = join(folder, 'fineprint.cjs')
  writeFileSync(program, readFileSync(join(cli, 'launch.cjs'), 'utf8').replace('__BUILD__', hash))
  chmodSync(program, 0o755)
  copyFileSync(join(cli, 'worker.cjs'), join(folder, 'worker.cjs'))
  writeFileSync(join(folder, 'LICENSES.txt'), licenses(Object.keys(metafile.inputs)))
  return bytes.length
}

/** The licences of the packages the bundle holds, as they ask for. */
function licenses(inputs: readonly string[]): string {
  const packages = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(input)?.[1] ?? []))
  return [...packages].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, string>
    return `${name} ${version} (${license})\n\n${licenseIn(join(root, folder)).trim()}\n`
  }).join(`\n${'-'.repeat(80)}\n\n`)
}

function licenseIn(folder: string): string {
  for (const file of ['license', 'LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENSE-MIT', 'license.md']) {
    try {
      return readFileSync(join(folder, file), 'utf8')
    } catch {
      continue
    }
  }
  return ''
}
