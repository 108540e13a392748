import ignore, { type Ignore } from 'ignore'
import { existsSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { globToRegExp, isGlob, staticBase } from '../globs.ts'
import { UsageError, type Arguments } from './args.ts'

/** The files to read, as paths from the working folder with `/`, each once, sorted; and what to tell on standard error. */
export interface Found {
  readonly paths: readonly string[]
  readonly notes: readonly string[]
}

type Scope = Pick<Arguments, 'ignore' | 'ignorePath' | 'ignorePatterns' | 'warnIgnored' | 'errorOnUnmatched'>

/** Folders nobody keeps articles in. */
const NEVER = new Set(['node_modules', '.git', '.hg', '.svn'])

/**
 * Files, folders and globs → files. A folder gives the files whose ending is one of `endings`; a file that is named is
 * taken whatever its ending.
 * @throws UsageError for an operand that leads to no file
 */
export function findFiles(operands: readonly string[], endings: readonly string[], cwd: string, scope: Scope): Found {
  const paths = new Set<string>()
  const notes: string[] = []
  const ignored = scope.ignore ? new Ignored(cwd, scope) : undefined
  for (const operand of operands) {
    const path = resolve(cwd, operand)
    const stats = statOf(path)
    if (stats?.isDirectory()) {
      const before = paths.size
      walk(path, ignored, (file) => {
        if (endings.some((ending) => file.toLowerCase().endsWith(ending)) && !isLockFile(file)) paths.add(file)
      })
      if (paths.size === before && scope.errorOnUnmatched && !holdsOne(paths, path)) {
        throw new UsageError(`${operand}: no article in this folder, expected files that end in ${endings.join(', ')}`)
      }
    } else if (!stats && isGlob(operand)) {
      const glob = globToRegExp(resolve(cwd, operand).split(sep).join('/'))
      let some = false
      walk(resolve(cwd, staticBase(operand)), ignored, (file) => {
        if (!glob.test(file.split(sep).join('/'))) return
        paths.add(file)
        some = true
      })
      if (!some && scope.errorOnUnmatched) throw new UsageError(`${operand}: no file fits this pattern`)
    } else if (!stats) {
      if (scope.errorOnUnmatched) throw new UsageError(`${operand}: there is no such file or folder`)
    } else if (ignored?.has(path, false)) {
      if (scope.warnIgnored) notes.push(`${operand}: is ignored, not checked (--no-ignore checks it)`)
    } else paths.add(path)
  }
  return { paths: [...paths].map((path) => shownPath(path, cwd)).sort(byCodeUnits), notes }
}

/**
 * Of files that git names, those that are articles, are not ignored, and are among the operands or below one; nothing is
 * said of the others, for nobody named them.
 */
export function articlesAmong(paths: readonly string[], operands: readonly string[], endings: readonly string[], cwd: string, scope: Scope): string[] {
  const ignored = scope.ignore ? new Ignored(cwd, scope) : undefined
  const places = operands.map((operand) => {
    const path = resolve(cwd, operand)
    if (isGlob(operand)) return (file: string) => globToRegExp(path.split(sep).join('/')).test(file.split(sep).join('/'))
    return (file: string) => file === path || file.startsWith(path + sep)
  })
  return paths.filter((given) => {
    const path = resolve(cwd, given)
    return endings.some((ending) => path.toLowerCase().endsWith(ending)) && (places.length === 0 || places.some((has) => has(path))) && !ignored?.has(path, false)
  }).sort(byCodeUnits)
}

/** A path as reports show it: from the working folder, with `/`. */
export function shownPath(path: string, cwd: string): string {
  const inside = cwd.endsWith(sep) ? cwd : cwd + sep
  return (path.startsWith(inside) ? path.slice(inside.length) : path).replaceAll(sep, '/')
}

/** The order that does not change with the machine's language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What Word leaves beside a document it has open. */
function isLockFile(path: string): boolean {
  return basename(path).startsWith('~$')
}

function holdsOne(paths: ReadonlySet<string>, folder: string): boolean {
  for (const path of paths) if (path.startsWith(folder + sep)) return true
  return false
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

/** Every file below a folder, in a stable order; links to folders are not followed, so that there are no circles. */
function walk(folder: string, ignored: Ignored | undefined, take: (path: string) => void): void {
  let entries
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch {
    return
  }
  for (const entry of entries.sort((a, b) => byCodeUnits(a.name, b.name))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!NEVER.has(entry.name) && !ignored?.has(path, true)) walk(path, ignored, take)
    } else if ((entry.isFile() || (entry.isSymbolicLink() && statOf(path)?.isFile())) && !ignored?.has(path, false)) take(path)
  }
}

/** What `.gitignore`, `.fineprintignore` and the command line leave out; each file counts from its own folder. */
class Ignored {
  readonly #cwd: string
  readonly #given: Ignore | undefined
  readonly #names: readonly string[]
  readonly #folders = new Map<string, Ignore | undefined>()
  readonly #tops = new Map<string, string>()

  constructor(cwd: string, scope: Scope) {
    this.#cwd = cwd
    if (scope.ignorePatterns.length > 0 || scope.ignorePath !== undefined) this.#given = ignore().add([...scope.ignorePatterns])
    this.#names = scope.ignorePath === undefined ? ['.gitignore', '.fineprintignore'] : ['.gitignore']
    if (scope.ignorePath !== undefined) {
      try {
        this.#given!.add(readFileSync(resolve(cwd, scope.ignorePath), 'utf8'))
      } catch {
        throw new UsageError(`--ignore-path ${scope.ignorePath}: cannot be read`)
      }
    }
  }

  has(path: string, isFolder: boolean): boolean {
    const below = this.#given && this.#below(path, this.#cwd, isFolder)
    if (below !== undefined && this.#given!.ignores(below)) return true
    const top = this.#topOf(dirname(path))
    let verdict = false
    const folders: string[] = []
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      folders.push(folder)
      if (folder === top || dirname(folder) === folder) break
    }
    // From the top down, for a deeper file may take back what a higher one leaves out.
    for (const folder of folders.reverse()) {
      const rules = this.#rulesOf(folder)
      const name = rules && this.#below(path, folder, isFolder)
      if (!rules || name === undefined) continue
      const { ignored, unignored } = rules.test(name)
      if (ignored) verdict = true
      else if (unignored) verdict = false
    }
    return verdict
  }

  /** Ignore files hold up to the repository's root, or to the working folder where there is none. */
  #topOf(folder: string): string {
    const known = this.#tops.get(folder)
    if (known !== undefined) return known
    let top = folder
    for (let at = folder; ; at = dirname(at)) {
      if (existsSync(join(at, '.git'))) {
        top = at
        break
      }
      if (at === this.#cwd) top = at
      if (dirname(at) === at) break
    }
    this.#tops.set(folder, top)
    return top
  }

  #rulesOf(folder: string): Ignore | undefined {
    if (this.#folders.has(folder)) return this.#folders.get(folder)
    let rules: Ignore | undefined
    for (const name of this.#names) {
      const path = join(folder, name)
      if (existsSync(path)) rules = (rules ?? ignore()).add(readFileSync(path, 'utf8'))
    }
    this.#folders.set(folder, rules)
    return rules
  }

  #below(path: string, folder: string, isFolder: boolean): string | undefined {
    const inside = folder.endsWith(sep) ? folder : folder + sep
    if (!path.startsWith(inside) || path.length === inside.length) return undefined
    const way = path.slice(inside.length).replaceAll(sep, '/')
    return isFolder ? `${way}/` : way
  }
}
