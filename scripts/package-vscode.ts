// Builds the VS Code extension and packs it: npm run package:vscode. Writes editors/vscode/fineprint-<version>.vsix.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { vsix, type ExtensionManifest } from './vsix.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'editors', 'vscode')
const dist = join(folder, 'dist')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ExtensionManifest
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }

if (!existsSync(join(folder, 'node_modules', 'vscode-languageclient'))) execFileSync('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })
rmSync(dist, { recursive: true, force: true })
mkdirSync(join(dist, 'rules'), { recursive: true })
await build({
  entryPoints: [join(folder, 'src', 'extension.ts'), join(folder, 'src', 'server.ts')],
  outdir: dist, bundle: true, format: 'cjs', platform: 'node', target: 'node20', minify: true, legalComments: 'none', external: ['vscode'],
  nodePaths: [join(root, 'node_modules')], define: { FINEPRINT_VERSION: JSON.stringify(version), 'import.meta.url': '__from' },
  banner: { js: "const __from=require('node:url').pathToFileURL(__filename).href;" }, logLevel: 'warning',
})
for (const page of readdirSync(join(root, 'rules')).filter((name) => name.endsWith('.md'))) copyFileSync(join(root, 'rules', page), join(dist, 'rules', page))
copyFileSync(join(root, 'fineprint.schema.json'), join(dist, 'fineprint.schema.json'))

const own = ['package.json', 'README.md', 'snippets.json', ...filesIn('media'), ...filesIn('dist')]
const target = join(folder, `fineprint-${manifest.version}.vsix`)
writeFileSync(target, vsix(manifest, own.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))))
console.log(`${target}: ${own.length} files`)

function filesIn(name: string): string[] {
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/')).sort()
}
