import { zip, type ZipEntry } from './zip.ts'

/** What an extension's package.json says, as far as its archive repeats it. */
export interface ExtensionManifest {
  readonly name: string
  readonly displayName: string
  readonly description: string
  readonly version: string
  readonly publisher: string
  readonly engines: { readonly vscode: string }
}

const TYPES: Readonly<Record<string, string>> = {
  '.json': 'application/json', '.js': 'application/javascript', '.md': 'text/markdown', '.svg': 'image/svg+xml', '.png': 'image/png', '.vsixmanifest': 'text/xml',
}

/** An extension as VS Code installs it: a zip of its files and two XML files. `files` are named from the extension's folder. */
export function vsix(manifest: ExtensionManifest, files: readonly ZipEntry[]): Buffer {
  const endings = [...new Set(files.map(({ name }) => /\.[^./]+$/u.exec(name)?.[0] ?? ''))].filter(Boolean).sort()
  return zip([
    { name: '[Content_Types].xml', bytes: Buffer.from(contentTypes([...endings, '.vsixmanifest'])) },
    { name: 'extension.vsixmanifest', bytes: Buffer.from(vsixManifest(manifest, files.some(({ name }) => name === 'README.md'))) },
    ...files.map(({ name, bytes }) => ({ name: `extension/${name}`, bytes })),
  ])
}

function contentTypes(endings: readonly string[]): string {
  const lines = endings.map((ending) => `<Default Extension="${ending}" ContentType="${TYPES[ending] ?? 'application/octet-stream'}"/>`)
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${lines.join('')}</Types>\n`
}

function vsixManifest({ name, displayName, description, version, publisher, engines }: ExtensionManifest, readme: boolean): string {
  const details = readme ? '\n    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>' : ''
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>
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
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>${details}
  </Assets>
</PackageManifest>
`
}
