// Builds dist: the library by tsc, its entries joined, the program as one bundle with V8's compiled code beside it. npm run build [-- --cli] [--out folder]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
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
console.log(`dist/cli: ${Math.round(size / 1024)} KB in every run, compiled for ${process.version} on ${process.arch}`)

/** Runs on one article of each kind, and on one that git would hold, leave the compiled code of what such runs need. */
function leaveCompiledCode(): void {
  const articles = mkdtempSync(join(tmpdir(), 'fineprint-build-'))
  try {
    const story = readFileSync(join(root, 'examples', 'story.md'), 'utf8')
    writeFileSync(join(articles, 'story.mdx'), story)
    writeFileSync(join(articles, 'story.html'), `<!doctype html><title>A story</title><article><p>${story}</p></article>`)
    writeFileSync(join(articles, 'fineprint.config.yaml'), 'rules:\n  vague-source: warn\n')
    const operands = [join(root, 'examples', 'story.md'), join(root, 'examples', 'one-paragraph-a-line.txt'), join(articles, 'story.mdx'), join(articles, 'story.html')]
    const runs = `const { load, hurry, keep, installed } = require(${JSON.stringify(join(program, 'fineprint.cjs'))}); hurry(true);
      const git = (file, [what]) => ({ status: 0, stdout: Buffer.from(what === 'diff' ? 'a.md\\0' : '0 blob 2\\nA.\\n'), stderr: Buffer.alloc(0) });
      const run = (operands, installed) => load().main(['-o', 'report', ...operands], installed).then((code) => { if (code === 2) process.exit(2) });
      run(${JSON.stringify(operands)}, installed).then(() => run(['--staged'], { ...installed, runToEnd: git })).then(keep)`
    execFileSync(process.execPath, ['-e', runs], { stdio: 'inherit', cwd: articles, env: { ...process.env, FINEPRINT_CACHE_DIR: join(program, 'compiled') } })
  } finally {
    rmSync(articles, { recursive: true, force: true })
  }
}
