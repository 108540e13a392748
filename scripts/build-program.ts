import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { lateConstants } from './late-constants.ts'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'src', 'adapters', 'cli')

/**
 * Packages that few runs need, each group in a file of its own: what is not asked for is not even read. None of them knows
 * anything of ours, so nothing stands in two files.
 */
const PARTS: Readonly<Record<string, { readonly packages: readonly string[]; readonly commonJs?: true; readonly late?: true }>> = {
  markdown: {
    packages: [
      'mdast-util-from-markdown', 'mdast-util-gfm-footnote', 'mdast-util-gfm-strikethrough', 'mdast-util-gfm-table',
      'micromark-extension-gfm-footnote', 'micromark-extension-gfm-strikethrough', 'micromark-extension-gfm-table',
    ],
  },
  mdx: { packages: ['mdast-util-mdx', 'micromark-extension-mdxjs'] },
  html: { packages: ['hast-util-from-html'] },
  zod: { packages: ['zod'] },
  yaml: { packages: ['yaml'], commonJs: true },
  docx: { packages: ['mammoth'], commonJs: true },
  ignore: { packages: ['ignore'], commonJs: true, late: true },
}

const SHARED: BuildOptions = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  charset: 'ascii',
  legalComments: 'none',
  // What the launcher runs is the function Node would make of a CommonJS file.
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
  logLevel: 'warning',
}

/**
 * Bundles the terminal program into a folder two levels below the package's, and gives the size in bytes of what every run
 * reads. Modules that are imported dynamically stay uncalled in the one file until they are asked for.
 */
export async function buildProgram(folder: string): Promise<number> {
  mkdirSync(join(folder, 'parts'), { recursive: true })
  const bundle = join(folder, 'bundle.cjs')
  const outputs = await Promise.all([
    build({
      ...SHARED,
      entryPoints: [join(cli, 'bundle.ts')],
      outfile: bundle,
      // Only the language server needs it, and loads it from beside the package.
      external: ['vscode-languageserver'],
      // A file that is no module of Node's has no place of its own but the one the launcher tells it.
      define: { 'import.meta.url': '__filename' },
      plugins: [parts, wordLists, lateConstants],
      metafile: true,
    }),
    ...Object.entries(PARTS).map(([name, { packages, commonJs }]) =>
      build({
        ...SHARED,
        stdin: {
          contents: packages.map((id) => (commonJs ? `module.exports = require('${id}')` : `export * from '${id}'`)).join('\n'),
          resolveDir: root,
        },
        outfile: join(folder, 'parts', `${name}.cjs`),
        metafile: true,
      })),
  ])
  const hash = createHash('sha256')
  for (const { metafile } of outputs) for (const path of Object.keys(metafile.outputs)) hash.update(readFileSync(path))
  const program = join(folder, 'fineprint.cjs')
  writeFileSync(program, readFileSync(join(cli, 'launch.cjs'), 'utf8').replace('__BUILD__', hash.digest('hex').slice(0, 12)))
  chmodSync(program, 0o755)
  copyFileSync(join(cli, 'worker.cjs'), join(folder, 'worker.cjs'))
  writeFileSync(join(folder, 'LICENSES.txt'), licenses(outputs.flatMap(({ metafile }) => Object.keys(metafile.inputs))))
  return readFileSync(bundle).length
}

/** Sends imports of the packages in `PARTS` to the files they stand in. */
const parts: Plugin = {
  name: 'parts',
  setup({ onResolve, onLoad }) {
    const groups = new Map(Object.entries(PARTS).flatMap(([name, { packages }]) => packages.map((id) => [id, name] as const)))
    const filter = new RegExp(`^(?:${[...groups.keys()].join('|')})$`)
    onResolve({ filter }, ({ path }) => ({ path: groups.get(path)!, namespace: 'parts' }))
    onResolve({ filter: /^\.\/parts\//, namespace: 'parts' }, ({ path }) => ({ path, external: true }))
    onLoad({ filter: /./, namespace: 'parts' }, ({ path }) => ({
      // One that is imported at the top of a module every run loads, but seldom called, waits for the call.
      contents: PARTS[path]!.late ? `module.exports = (...given) => require('./parts/${path}.cjs')(...given)` : `module.exports = require('./parts/${path}.cjs')`,
    }))
  },
}

/** Leaves the word lists as text until somebody asks for their lines: reading them as data is faster than as a program. */
export const wordLists: Plugin = {
  name: 'word-lists',
  setup({ onLoad }) {
    // A table is laid out here, once, and kept as what came of it.
    onLoad({ filter: /[\\/]src[\\/](?:lexicon|article)[\\/][^\\/]+\.table\.[jt]s$/ }, async ({ path }) => {
      const { default: table } = (await import(pathToFileURL(path).href)) as { default: unknown }
      return { contents: `export default JSON.parse(${asText(table)})`, loader: 'js' }
    })
    onLoad({ filter: /[\\/]src[\\/](?:lexicon|lint[\\/]provisions)[\\/][^\\/]+\.json$/ }, ({ path }) => {
      const data = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown> | readonly unknown[]
      if (Array.isArray(data)) return { contents: `module.exports = JSON.parse(${asText(data)})`, loader: 'js' }
      const members = Object.entries(data).map(([name, value]) => {
        const key = JSON.stringify(name)
        if (typeof value !== 'object') return `${key}: ${JSON.stringify(value)}`
        return `get ${key}() { return kept[${key}] ??= JSON.parse(${asText(value)}) }`
      })
      return { contents: `const kept = {}\nmodule.exports = {${members.join(',\n')}}`, loader: 'js' }
    })
  },
}

/** A value as a program's literal that gives its JSON; in ASCII, for V8 holds such strings in half the room and reads them faster. */
function asText(value: unknown): string {
  return JSON.stringify(JSON.stringify(value).replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`))
}

/** The licences of the packages the bundles hold, as they ask for. */
export function licenses(inputs: readonly string[]): string {
  const packages = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?!\.cache\/)(?:@[^/]+\/)?[^/]+)\//u.exec(input)?.[1] ?? []))
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
