// Builds dist: the library by tsc, the program as one bundle with V8's compiled code beside it. npm run build [-- --cli]
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const onlyProgram = process.argv.includes('--cli')
const out = join(root, 'dist')
const program = join(out, 'cli')

rmSync(onlyProgram ? program : out, { recursive: true, force: true })
if (!onlyProgram) {
  execFileSync(process.execPath, [createRequire(import.meta.url).resolve('typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' })
}

mkdirSync(program, { recursive: true })
// Modules that are imported dynamically stay uncalled in the one file until they are asked for.
const { metafile } = await build({
  entryPoints: [join(root, 'src', 'adapters', 'cli', 'bundle.ts')],
  outfile: join(program, 'bundle.cjs'),
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  charset: 'ascii',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})
const hash = createHash('sha256').update(readFileSync(join(program, 'bundle.cjs'))).digest('hex').slice(0, 12)
const launcher = readFileSync(join(root, 'src', 'adapters', 'cli', 'launch.cjs'), 'utf8').replace('__BUILD__', hash)
writeFileSync(join(program, 'fineprint.cjs'), launcher)
chmodSync(join(program, 'fineprint.cjs'), 0o755)
copyFileSync(join(root, 'src', 'adapters', 'cli', 'worker.cjs'), join(program, 'worker.cjs'))
writeFileSync(join(program, 'LICENSES.txt'), licenses(Object.keys(metafile.inputs)))

// A run on one article leaves the compiled code of what such a run needs.
const sample = spawnSample()
console.log(`dist/cli: bundle of ${Math.round(readFileSync(join(program, 'bundle.cjs')).length / 1024)} KB${sample}`)

function spawnSample(): string {
  try {
    execFileSync(process.execPath, [join(program, 'fineprint.cjs'), join(root, 'examples', 'story.md')], {
      stdio: 'pipe', env: { ...process.env, FINEPRINT_CACHE_DIR: program },
    })
  } catch (error) {
    if ((error as { status?: number }).status !== 1) throw error
  }
  return ', compiled'
}

/** The licences of the packages the bundle holds, as they ask for. */
function licenses(inputs: readonly string[]): string {
  const packages = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u.exec(input)?.[1] ?? []))
  return [...packages].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, string>
    for (const file of ['license', 'LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENSE-MIT', 'license.md']) {
      try {
        return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`
      } catch {
        continue
      }
    }
    return `${name} ${version} (${license})\n`
  }).join(`\n${'-'.repeat(80)}\n\n`)
}
