// Builds the VS Code extension and packs it: npm run package:vscode. Writes editors/vscode/fineprint-<version>.vsix.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { zip, type ZipEntry } from './zip.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'editors', 'vscode')
const dist = join(folder, 'dist')
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; displayName: string; description: string; version: string; publisher: string; engines: { vscode: string } }
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
const types = [...new Set(own.map((name) => /\.[^./]+$/u.exec(name)![0]))].sort()
const entries: ZipEntry[] = [
  { name: '[Content_Types].xml', bytes: Buffer.from(contentTypes([...types, '.vsixmanifest'])) },
  { name: 'extension.vsixmanifest', bytes: Buffer.from(vsixManifest()) },
  ...own.map((name) => ({ name: `extension/${name}`, bytes: readFileSync(join(folder, name)) })),
]
const target = join(folder, `fineprint-${manifest.version}.vsix`)
writeFileSync(target, zip(entries))
console.log(`${target}: ${own.length} files`)

function filesIn(name: string): string[] {
  return readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/')).sort()
}

function contentTypes(endings: readonly string[]): string {
  const known: Record<string, string> = { '.json': 'application/json', '.js': 'application/javascript', '.md': 'text/markdown', '.svg': 'image/svg+xml', '.png': 'image/png', '.vsixmanifest': 'text/xml' }
  const lines = endings.map((ending) => `<Default Extension="${ending}" ContentType="${known[ending] ?? 'application/octet-stream'}"/>`)
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${lines.join('')}</Types>\n`
}

function vsixManifest(): string {
  const { name, displayName, description, publisher, engines } = manifest
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${manifest.version}" Publisher="${publisher}"/>
    <DisplayName>${displayName}</DisplayName>
    <Description xml:space="preserve">${description}</Description>
    <Tags></Tags><Categories>Linters</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
  </Assets>
</PackageManifest>
`
}
