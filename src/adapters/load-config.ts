import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, join, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ConfigError, type Config } from '../lint/config.ts'
import { globToRegExp } from './globs.ts'
import { FileError, readTextFile } from './text-file.ts'

/** The names a config file can have, the first found in a folder wins; a `fineprint` key in `package.json` comes last. */
export const CONFIG_NAMES = ['js', 'mjs', 'cjs', 'ts', 'json', 'yaml'].map((ending) => `fineprint.config.${ending}`)

/** A config as its file says it, with what it extends laid under it. */
export interface LoadedConfig {
  /** Not yet checked against rules and presets: see `checkConfig`. */
  readonly config: Config
  /** The files it was read from, the file itself first. */
  readonly paths: readonly string[]
  /** Those, and every other file that was read for them: when one of these changes, the config may have. */
  readonly watched: readonly string[]
}

/** Whether a glob of the config fits a file. Globs count from the folder of the file that holds them. */
export function matcherFor(path: string): (glob: string) => boolean {
  const given = slashed(resolve(path))
  return (glob) => globToRegExp(glob).test(given)
}

/** The nearest config file, from a folder upwards; undefined where there is none. */
export function findConfig(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    for (const name of CONFIG_NAMES) {
      const path = join(at, name)
      if (existsSync(path)) return path
    }
    const manifest = join(at, 'package.json')
    if (existsSync(manifest) && manifestConfig(manifest) !== undefined) return manifest
    if (dirname(at) === at) return undefined
  }
}

/** Loads a module by its URL. */
export type ImportModule = (url: string) => Promise<unknown>

/** How configs are read. */
export interface ConfigReading {
  /** False refuses configs that are code: only JSON and YAML are read. */
  readonly code?: boolean
  /** Reads code again that has changed since it was last read, for programs that stay. */
  readonly fresh?: boolean
  /** What `import` is where this runs; code that was compiled beforehand has none of its own. */
  readonly importModule?: ImportModule
}

/**
 * Reads a config file and everything it extends.
 * @throws ConfigError, one line that begins with the path as given
 */
export async function loadConfig(path: string, reading: ConfigReading = {}): Promise<LoadedConfig> {
  return load(resolve(path), [], reading)
}

async function load(path: string, from: readonly string[], reading: ConfigReading): Promise<LoadedConfig> {
  if (from.includes(path)) throw new ConfigError(`${path}: extends itself, by way of ${from.at(-1)}`)
  const given = await readConfig(path, reading)
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new ConfigError(`${path}: expected an object with preset, rules or files`)
  }
  const { extends: bases, root: _root, $schema: _schema, ...own } = given as Config & { extends?: unknown; root?: unknown; $schema?: unknown }
  if (_root !== undefined && typeof _root !== 'boolean') throw new ConfigError(`${path}: \`root\`: expected true or false`)
  const names = bases === undefined ? [] : [bases].flat()
  if (!names.every((name): name is string => typeof name === 'string')) {
    throw new ConfigError(`${path}: \`extends\`: expected a path or a list of paths`)
  }
  let config: Config = {}
  const paths = [path]
  const watched = typeof own.register === 'string' ? [path, resolve(dirname(path), own.register)] : [path]
  for (const name of names) {
    const base = await load(locate(name, path), [...from, path], reading)
    config = layer(config, base.config)
    paths.push(...base.paths)
    watched.push(...base.watched)
  }
  return { config: layer(config, withAbsoluteGlobs(await withRegister(own, path), dirname(path))), paths, watched }
}

/** A register that stands in a file of its own, read: `register: ./register.yaml`, from the config's folder. Checked with the config. */
async function withRegister(config: Config, from: string): Promise<Config> {
  const named: unknown = config.register
  if (typeof named !== 'string') return config
  const path = resolve(dirname(from), named)
  try {
    const text = readTextFile(path)
    const register: unknown = path.endsWith('.json') ? JSON.parse(text) : (await import('yaml')).parse(text, { logLevel: 'error' })
    return { ...config, register: (register ?? {}) as NonNullable<Config['register']> }
  } catch (error) {
    throw new ConfigError(`${path}: ${error instanceof FileError ? error.message : `cannot be read: ${String((error as Error).message).split('\n', 1)[0]}`}`)
  }
}

/** One config over another: settings of single rules are joined, entries for files follow, everything else is replaced. */
function layer(under: Config, over: Config): Config {
  const files = [...list(under.files), ...list(over.files)]
  const plugins = [...list(under.plugins), ...list(over.plugins)]
  return {
    ...under,
    ...over,
    ...(under.rules && isRecord(over.rules ?? {}) ? { rules: { ...under.rules, ...over.rules } } : {}),
    ...(under.files ? { files } : {}),
    ...(under.plugins ? { plugins } : {}),
  }
}

function withAbsoluteGlobs(config: Config, folder: string): Config {
  if (!Array.isArray(config.files)) return config
  const base = slashed(folder).replace(/[*?{}[\],\\]/gu, '\\$&')
  const absolute = (glob: unknown) => {
    if (typeof glob !== 'string' || glob.startsWith('/')) return glob
    return `${base.replace(/\/$/u, '')}/${glob.replace(/^\.\//u, '')}`
  }
  const files = config.files.map((entry: NonNullable<Config['files']>[number]) =>
    isRecord(entry) && 'match' in entry ? { ...entry, match: Array.isArray(entry.match) ? entry.match.map(absolute) : absolute(entry.match) } : entry)
  return { ...config, files: files as NonNullable<Config['files']> }
}

function locate(name: string, from: string): string {
  if (name.startsWith('.') || isAbsolute(name)) return resolve(dirname(from), name)
  const { createRequire } = modules()
  try {
    return createRequire(from).resolve(name)
  } catch {
    const beside = resolve(dirname(from), name)
    if (existsSync(beside)) return beside
    throw new ConfigError(`${from}: \`extends\`: cannot find \`${name}\`, expected a path or an installed package`)
  }
}

async function readConfig(path: string, { code = true, fresh = false, importModule = (url) => import(url) }: ConfigReading): Promise<unknown> {
  const name = basename(path)
  const ending = extname(path).toLowerCase()
  try {
    if (name === 'package.json') return manifestConfig(path)
    if (ending === '.json') return JSON.parse(readTextFile(path).replace(/^\uFEFF/u, ''))
    if (ending === '.yaml' || ending === '.yml') {
      const { parse } = await import('yaml')
      return parse(readTextFile(path), { logLevel: 'error' })
    }
    if (!code) throw new ConfigError(`${path}: is code, and code of this workspace is not trusted; expected JSON or YAML`)
    if (/^\.[cm]?[jt]s$/u.test(ending)) return await importCode(path, importModule, fresh)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    throw new ConfigError(`${path}: ${error instanceof FileError ? error.message : `cannot be read: ${firstLine(error)}`}`, { cause: error })
  }
  throw new ConfigError(`${path}: expected a config file that ends in .js, .mjs, .cjs, .ts, .json or .yaml`)
}

/**
 * The default export of a file of code, TypeScript too.
 * @param fresh reads it again where it has changed since it was last read
 * @throws FileError, ConfigError, and what the code throws
 */
export async function importCode(path: string, importModule: ImportModule = (url) => import(url), fresh = false): Promise<unknown> {
  if (!existsSync(path)) throw new FileError('there is no such file')
  if (/\.[cm]?ts$/iu.test(path)) return defaultOf(await importTypeScript(path, importModule))
  return defaultOf(await importModule(pathToFileURL(path).href + (fresh ? `?${statSync(path).mtimeMs}` : '')))
}

/**
 * TypeScript is read by Node itself where it can (22.18 and up), else by the project's own esbuild or typescript; this
 * package brings no compiler.
 */
async function importTypeScript(path: string, importModule: ImportModule): Promise<unknown> {
  if ((process.features as { typescript?: unknown }).typescript) return importModule(pathToFileURL(path).href)
  const { createRequire } = modules()
  const code = transpile(path, createRequire(path))
  if (code === undefined) {
    throw new ConfigError(`${path}: this Node (${process.version}) cannot read TypeScript; use Node 22.18 or later, install esbuild or typescript in the project, or write fineprint.config.mjs`)
  }
  const Module = modules() as unknown as CompilingModule
  const module = new Module(path)
  module.filename = path
  module.paths = Module._nodeModulePaths(dirname(path))
  module._compile(code, path)
  return module.exports
}

/** Node's own loader. Few configs need it, and each start would pay for it; the bundled program has no `import` of its own to ask for it later. */
function modules(): typeof import('node:module') {
  return process.getBuiltinModule('node:module')
}

/** What Node's module class offers to programs that compile for themselves, and its types leave out. */
interface CompilingModule {
  new (id: string): { filename: string; paths: string[]; exports: unknown; _compile(code: string, path: string): void }
  _nodeModulePaths(folder: string): string[]
}

/** The file as CommonJS, or undefined where the project has nothing that reads TypeScript. */
function transpile(path: string, near: NodeJS.Require): string | undefined {
  const found = (name: string): unknown => {
    try {
      return near(name)
    } catch {
      return undefined
    }
  }
  const esbuild = found('esbuild') as { buildSync(options: object): { outputFiles: { text: string }[] } } | undefined
  if (esbuild) {
    const { outputFiles } = esbuild.buildSync({
      entryPoints: [path], bundle: true, packages: 'external', platform: 'node', format: 'cjs', write: false, logLevel: 'silent',
    })
    return outputFiles[0]!.text
  }
  const typescript = found('typescript') as { transpileModule?(text: string, options: object): { outputText: string } } | undefined
  return typescript?.transpileModule?.(readTextFile(path), { compilerOptions: { module: 'commonjs', target: 'es2022', esModuleInterop: true } }).outputText
}

function manifestConfig(path: string): unknown {
  const text = readFileSync(path, 'utf8')
  if (!text.includes('"fineprint"')) return undefined
  try {
    const { fineprint } = JSON.parse(text) as { fineprint?: unknown }
    // A string is somebody's version of this package, not its settings.
    return typeof fineprint === 'object' && fineprint !== null ? fineprint : undefined
  } catch {
    return undefined
  }
}

function defaultOf(module: unknown): unknown {
  let value = module
  for (let depth = 0; depth < 2 && isRecord(value) && 'default' in value; depth++) value = value['default']
  return value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function list<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : []
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.split('\n', 1)[0]!.trim()
}
