import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/**
 * Which folder may import which. The order is the picture in CONTRIBUTING.md: arrows run down. A folder may always import
 * from itself, except where `alone` says that its files do not know each other.
 */
const HOUSE: readonly { readonly folder: string; readonly may: readonly string[]; readonly alone?: true }[] = [
  { folder: 'src/text', may: [] },
  { folder: 'src/lexicon', may: [] },
  { folder: 'src/article', may: ['src/text', 'src/lexicon'] },
  { folder: 'src/formats', may: ['src/text', 'src/article'] },
  { folder: 'src/lint', may: ['src/text', 'src/article', 'rules/provisions'] },
  { folder: 'rules', may: ['src/lint', 'src/article', 'src/text'], alone: true },
  { folder: 'presets', may: ['rules/index.ts', 'src/lint/config.ts'] },
  { folder: 'src/reporters', may: ['src/lint/finding.ts', 'src/lint/report.ts', 'src/lint/duties.ts', 'src/lint/page.ts', 'src/article/ledger.ts', 'src/article/facts.ts', 'src/article/block.ts', 'src/text'] },
  { folder: 'src/catalog.ts', may: ['rules/index.ts', 'presets/index.ts', 'src/lint'] },
  { folder: 'src/fineprint.ts', may: ['src/text', 'src/article', 'src/formats', 'src/lint', 'src/catalog.ts'] },
  { folder: 'src/index.ts', may: ['src'] },
  { folder: 'src/adapters', may: ['src', 'rules/index.ts', 'presets/index.ts'] },
]

/** Below the adapters nothing may ask the machine anything. */
const FORBIDDEN = /\b(?:Date\.now|new Date\(|Intl\.|Math\.random|process\.|require\(|globalThis|toLocale\w+|localeCompare|performance\.)|from 'node:/u
/** Formats read packages and, for scripts, the newsroom's own parser. */
const MAY_ASK = new Set(['src/formats/parsers/script.ts'])

function filesIn(folder: string): string[] {
  const path = join(root, folder)
  if (!statSync(path).isDirectory()) return [folder]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file)).map((file) => join(folder, file).replaceAll('\\', '/'))
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']*)'/gu)].map((match) => relative(root, resolve(root, dirname(file), match[1]!)).replaceAll('\\', '/'))
}

const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
const homeOf = (path: string) => HOUSE.filter(({ folder }) => isUnder(path, folder)).sort((a, b) => b.folder.length - a.folder.length)[0]
const sources = ['src', 'rules', 'presets'].flatMap(filesIn)

describe('the house', () => {
  test('every source file has a floor', () => {
    expect(sources.filter((file) => !homeOf(file))).toEqual([])
  })

  test('arrows run down', () => {
    const up = sources.flatMap((file) => importsOf(file).flatMap((target) => {
      const home = homeOf(file)!
      const isIndex = /(?:^|\/)index\.ts$/u.test(file)
      const own = isUnder(target, home.folder) && (!home.alone || isIndex || target.endsWith('.json'))
      return own || home.may.some((allowed) => isUnder(target, allowed)) ? [] : [`${file} imports ${target}`]
    }))
    expect(up).toEqual([])
  })

  test('a host does not know another host, except the terminal, which starts them', () => {
    // Files right in src/adapters serve every host; `unified.ts` is a host in one file.
    const hostOf = (path: string) => /^src\/adapters\/(?:([^/]+)\/|(unified)\.ts$)/u.exec(path)?.slice(1).find(Boolean)
    const across = filesIn('src/adapters').flatMap((file) => importsOf(file).flatMap((target) => {
      const [here, there] = [hostOf(file), hostOf(target)]
      return here === 'cli' || !there || here === there ? [] : [`${file} imports ${target}`]
    }))
    expect(across).toEqual([])
  })

  test('no file is part of a circle of values', () => {
    const values = (file: string) => {
      const text = readFileSync(join(root, file), 'utf8').replace(/\b(?:import|export) type [\s\S]*?from '[^']*'/gu, '')
      return [...text.matchAll(/(?:\bfrom|\bimport)\s*'(\.[^']*)'/gu)].map((m) => relative(root, resolve(root, dirname(file), m[1]!)))
    }
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      if (trail.includes(file) || done.has(file) || !/\.tsx?$/u.test(file)) return
      for (const next of values(file)) visit(next, [...trail, file])
      done.add(file)
    }
    for (const file of sources) visit(file, [])
    expect(circles).toEqual([])
  })

  test('below the adapters nothing asks for time, place, chance or files', () => {
    const asking = sources.filter((file) => !isUnder(file, 'src/adapters') && !MAY_ASK.has(file)).flatMap((file) => {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '').replace(/`[^`]*`|'[^'\n]*'/gu, (s) => (s.startsWith("'node:") ? s : "''"))
      const found = FORBIDDEN.exec(code)
      return found ? [`${file}: ${found[0]}`] : []
    })
    expect(asking).toEqual([])
  })

  test('nothing is called utils, helpers, common or shared', () => {
    const named = sources.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|shared)(?:\.|\/|$)/u.test(file))
    expect(named).toEqual([])
  })
})
