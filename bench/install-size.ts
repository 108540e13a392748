import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { dependenciesOf, type Dependency, type Lock } from '../scripts/audit-dependencies.ts'

/** What an installation takes on disk, in MB, from what stands in node_modules here: the package itself, what it needs, and what the gate needs on top. */
export function installSize(root: string): { readonly own: number; readonly linter: number; readonly gate: number; readonly packages: number } {
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as [{ unpackedSize: number }]
  const all = dependenciesOf(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock)
  const sum = (part: Dependency['part']) => all.filter((d) => d.part === part).reduce((bytes, { path }) => bytes + bytesIn(join(root, path)), 0) / 1e6
  return { own: packed.unpackedSize / 1e6, linter: sum('linter'), gate: sum('gate'), packages: all.length }
}

/** Of a package's folder, without the packages inside it, which are counted by themselves. */
function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((bytes, entry) => {
    if (entry.name === 'node_modules') return bytes
    const path = join(folder, entry.name)
    return bytes + (entry.isDirectory() ? bytesIn(path) : entry.isFile() ? statSync(path).size : 0)
  }, 0)
}
