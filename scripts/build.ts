// Builds dist: the library by tsc, its entries joined, the program as one bundle with V8's compiled code beside it. npm run build [-- --cli] [--out folder]
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { buildLibrary } from './build-library.ts'
import { buildProgram } from './build-program.ts'

const root = join(import.meta.dirname, '..')
const onlyProgram = process.argv.includes('--cli')
const out = process.argv.includes('--out') ? resolve(process.argv[process.argv.indexOf('--out') + 1]!) : join(root, 'dist')
const program = join(out, 'cli')

rmSync(onlyProgram ? program : out, { recursive: true, force: true })
if (!onlyProgram) {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  execFileSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json'), '--outDir', out], { stdio: 'inherit' })
  await buildLibrary(out)
}
const size = await buildProgram(program)
leaveCompiledCode()
console.log(`dist/cli: one file of ${Math.round(size / 1024)} KB, compiled for ${process.version} on ${process.arch}`)

/** A run on one article leaves the compiled code of what such a run needs. */
function leaveCompiledCode(): void {
  try {
    execFileSync(process.execPath, [join(program, 'fineprint.cjs'), join(root, 'examples', 'story.md')], {
      stdio: 'pipe', env: { ...process.env, FINEPRINT_CACHE_DIR: program },
    })
  } catch (error) {
    if ((error as { status?: number }).status !== 1) throw error
  }
}
