import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
let project = ''

const npm = (args: readonly string[], cwd: string) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })

/** Builds and packs the package as it would be published, away from the checkout, and unpacks it into an empty project, beside links to what it depends on. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'fineprint-package-'))
  const staged = join(project, 'staged')
  for (const name of ['package.json', 'README.md', 'LICENSE', 'rules', 'docs', 'ledger.schema.json', 'fineprint.schema.json']) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(staged, name), { recursive: true })
  }
  execFileSync(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'build.ts'), '--out', join(staged, 'dist')], { cwd: root, stdio: 'pipe' })
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', project], staged).replace(/^[^[]*/u, '')) as [{ filename: string }]
  const modules = join(project, 'node_modules')
  const home = join(modules, 'fineprint')
  mkdirSync(home, { recursive: true })
  execFileSync('tar', ['-xzf', join(project, filename), '-C', home, '--strip-components', '1'])
  // No registry is asked: only what the manifest names as a dependency is put beside it.
  const { dependencies = {} } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> }
  for (const name of Object.keys(dependencies)) {
    mkdirSync(join(modules, name, '..'), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction')
  }
  mkdirSync(join(modules, '.bin'))
  symlinkSync(join('..', 'fineprint', 'dist', 'cli', 'fineprint.cjs'), join(modules, '.bin', 'fineprint'))
  writeFileSync(join(project, 'package.json'), '{"type": "module", "private": true}')
  writeFileSync(join(project, 'story.md'), '# Ferries\n\nSales rose 4%.\n')
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

test('npx fineprint', () => {
  const ran = spawnSync('npx', ['--no-install', 'fineprint', '--preset', 'recommended', 'story.md'], { cwd: project, encoding: 'utf8' })
  expect(ran).toMatchObject({ status: 1, stdout: expect.stringMatching(/^story\.md\n {2}3:12 +error +`4%`/u) })
  const explained = spawnSync('npx', ['--no-install', 'fineprint', '--explain', 'statistic-attribution'], { cwd: project, encoding: 'utf8' })
  expect(explained.stdout).toContain('What it finds')
})

const CALLER = `import { lint, type Finding } from 'fineprint'
const findings: readonly Finding[] = lint('Sales rose 4%.', { preset: 'recommended' }, { path: 'story.md' })
console.log(findings.map((finding) => finding.rule).join())
`

test('the library has types', () => {
  writeFileSync(join(project, 'caller.ts'), CALLER.replace("'story.md' })", "'story.md' }) satisfies readonly { message: string }[]"))
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc')
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({
    compilerOptions: { strict: true, noEmit: true, target: 'es2023', module: 'nodenext', types: [], lib: ['es2023', 'dom'] }, files: ['caller.ts'],
  }))
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', '.'], { cwd: project, encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})

test('the library runs in Node', () => {
  writeFileSync(join(project, 'caller.mjs'), CALLER.replace(', type Finding', '').replace(': readonly Finding[]', ''))
  expect(execFileSync(process.execPath, ['caller.mjs'], { cwd: project, encoding: 'utf8' })).toContain('statistic-attribution')
})

test('the library can be bundled for a browser, where there is no Node', async () => {
  writeFileSync(join(project, 'page.mjs'), CALLER.replace(', type Finding', '').replace(': readonly Finding[]', ''))
  const { outputFiles } = await build({ entryPoints: [join(project, 'page.mjs')], bundle: true, platform: 'browser', format: 'iife', write: false, logLevel: 'silent' })
  // A context of its own, with nothing in it but the language, a console and the one thing a dependency asks of a page.
  const { runInNewContext } = await import('node:vm')
  const said: string[] = []
  runInNewContext(outputFiles[0]!.text, { console: { log: (line: string) => said.push(line) }, document: { createElement: () => ({}) } })
  expect(said.join()).toContain('statistic-attribution')
})
