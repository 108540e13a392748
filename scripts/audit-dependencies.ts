// What the package brings along: npm run -s audit:deps [-- --strict --list]. Checks the lock file offline, then asks the registry for known faults.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly license?: string
  readonly link?: boolean
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}
export interface Lock { readonly lockfileVersion: number; readonly packages: Readonly<Record<string, Locked>> }
type Manifest = Pick<Locked, 'dependencies' | 'devDependencies' | 'peerDependencies'>

/** A package a user's installation runs; `path` is its folder in ours. */
export interface Dependency { readonly name: string; readonly version: string; readonly license: string; readonly part: 'linter' | 'gate'; readonly path: string }

/** Licences that ask for no more than a notice; where there is a choice, one of them suffices. */
const LICENCES = new Set(['MIT', 'ISC', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0', 'BlueOak-1.0.0', 'Zlib', 'Unlicense'])
/** Read by hand where the package does not say it in its description. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'format@0.2.2': 'MIT' }
/** What may run a script when it is installed, and why that is known and not needed. */
const MAY_RUN: Readonly<Record<string, string>> = { '@photostructure/sqlite': 'looks for its prebuilt binary, which is in the package: npm install --ignore-scripts works too' }
/** Peers that bring their users' own programs: eslint and its parser are not ours to answer for. */
const GATE = ['@hono/node-server', '@photostructure/sqlite', 'hono', 'pg', 'pino', 'prom-client', 'standardwebhooks']

/** Every package that runs in an installation of the linter, or of the gate on top of it, by name and version. */
export function dependenciesOf(lock: Lock): Dependency[] {
  const found = new Map<string, Dependency>()
  const visit = (name: string, from: string, part: Dependency['part']): void => {
    const path = placeOf(lock, name, from)
    if (path === undefined || found.has(path)) return
    const { version = '', license, dependencies, optionalDependencies } = lock.packages[path]!
    found.set(path, { name, version, license: license ?? READ_BY_HAND[`${name}@${version}`] ?? 'unknown', part, path })
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) visit(next, path, part)
  }
  for (const name of Object.keys(lock.packages['']?.dependencies ?? {})) visit(name, '', 'linter')
  for (const name of GATE) visit(name, '', 'gate')
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Where Node finds a package from another one; undefined for an optional one that is not locked. */
function placeOf(lock: Lock, name: string, from: string): string | undefined {
  for (let at = from; ;) {
    const path = `${at ? `${at}/` : ''}node_modules/${name}`
    if (lock.packages[path]) return path
    if (!at) return undefined
    const above = at.lastIndexOf('/node_modules/')
    at = above < 0 ? '' : at.slice(0, above)
  }
}

/** What is wrong with a lock file, a line each: what is not pinned by a hash, what comes from elsewhere, what runs scripts, what may not be passed on. */
export function faultsIn(lock: Lock, manifest: Manifest): string[] {
  const faults: string[] = []
  if (lock.lockfileVersion !== 3) faults.push(`expected a lock file of version 3, found ${lock.lockfileVersion}`)
  const own = lock.packages[''] ?? {}
  for (const kind of ['dependencies', 'devDependencies', 'peerDependencies'] as const) {
    if (sorted(own[kind]) !== sorted(manifest[kind])) faults.push(`${kind} of package.json and of the lock file differ: npm install`)
  }
  for (const name of [...Object.keys(own.dependencies ?? {}), ...GATE]) if (placeOf(lock, name, '') === undefined) faults.push(`${name} is not locked`)
  for (const [path, { version, integrity, resolved, link }] of Object.entries(lock.packages)) {
    if (!path) continue
    if (link || !version) faults.push(`${path} is a link to somewhere, expected a version`)
    else if (!integrity?.startsWith('sha512-')) faults.push(`${path}@${version} is not pinned by a SHA-512`)
    if (resolved && !resolved.startsWith('https://')) faults.push(`${path} comes from ${resolved.split(':')[0]}`)
  }
  const shipped = new Map(dependenciesOf(lock).map((d) => [`${d.name}@${d.version}`, d]))
  for (const [path, { version, hasInstallScript }] of Object.entries(lock.packages)) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 13)
    if (hasInstallScript && shipped.has(`${name}@${version}`) && !MAY_RUN[name]) faults.push(`${name}@${version} runs a script when it is installed`)
  }
  for (const { name, version, license } of shipped.values()) {
    const choices = license.replace(/[()]/gu, '').split(/ OR /u)
    if (!choices.some((choice) => choice.split(/ AND /u).every((one) => LICENCES.has(one)))) faults.push(`${name}@${version} has the licence ${license}`)
  }
  return faults
}

const sorted = (versions: Readonly<Record<string, string>> = {}) => JSON.stringify(Object.entries(versions).sort())

/** What the registry says about known faults; a reason where it says nothing. */
export function readAudit(output: string): { readonly found: Readonly<Record<string, number>>; readonly names: readonly string[] } | { readonly refused: string } {
  try {
    const answer = JSON.parse(output) as { error?: { summary?: string; detail?: string }; message?: string; metadata?: { vulnerabilities: Record<string, number> }; vulnerabilities?: Record<string, { severity: string }> }
    if (answer.metadata) return { found: answer.metadata.vulnerabilities, names: Object.entries(answer.vulnerabilities ?? {}).map(([name, { severity }]) => `${name} (${severity})`) }
    return { refused: [answer.message, answer.error?.summary].filter(Boolean).join('; ') || 'it gave no reason' }
  } catch {
    return { refused: 'npm gave no answer that could be read' }
  }
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, '..')
  const read = <T>(name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as T
  const lock = read<Lock>('package-lock.json')
  const all = dependenciesOf(lock)
  const faults = faultsIn(lock, read<Manifest>('package.json'))
  if (process.argv.includes('--list')) for (const { name, version, license, part } of all) console.log(`${part.padEnd(7)} ${name}@${version}  ${license}`)
  const count = (part: Dependency['part']) => all.filter((d) => d.part === part).length
  const licences = new Map<string, number>()
  for (const { license } of all) licences.set(license, (licences.get(license) ?? 0) + 1)
  console.log(`${count('linter')} packages of the linter, ${count('gate')} more of the gate; ${Object.keys(lock.packages).length - 1} locked, tools for developing included`)
  console.log(`licences: ${[...licences].sort((a, b) => b[1] - a[1]).map(([name, n]) => `${name} ${n}`).join(', ')}`)
  for (const [name, why] of Object.entries(MAY_RUN)) console.log(`runs a script when it is installed: ${name}; ${why}`)
  for (const fault of faults) console.log(`FAULT ${fault}`)
  console.log(faults.length ? `${faults.length} faults in the lock file` : 'lock file: every package pinned by SHA-512, none from elsewhere than the registry, no other install scripts, licences known')

  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--include=peer', '--json'], { cwd: root, encoding: 'utf8', timeout: 60_000 })
  const audit = readAudit(stdout)
  let isBad = faults.length > 0
  if ('refused' in audit) {
    console.log(`known faults: NOT ASKED, the registry in use here does not answer audits (${audit.refused.replace(/https?:\/\/\S+/gu, 'its address')}). Run this where it does, before every release.`)
    isBad ||= process.argv.includes('--strict')
  } else {
    console.log(audit.names.length ? `known faults: ${audit.names.join(', ')}` : 'known faults: none')
    isBad ||= audit.names.length > 0
  }
  process.exitCode = isBad ? 1 : 0
}
