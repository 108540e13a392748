import { createReadStream, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'
import { createGunzip, gunzipSync } from 'node:zlib'
import { endings } from '../../formats/formats.ts'
import { canonical, sha256 } from '../digest.ts'
import { globToRegExp, isGlob, staticBase } from '../globs.ts'
import type { TextFormat } from '../submission.ts'
import { decodeText, FileError } from '../text-file.ts'
import { linesOf } from './lines.ts'
import { entryOf, type FieldMap } from './record.ts'
import type { Fault, Task, Unreadable } from './result.ts'

/** How records and files are read. */
export interface Reading {
  readonly cwd: string
  readonly map: FieldMap
  readonly format: TextFormat | undefined
  /** Bytes of an article at the most. */
  readonly most: number
}

/** An article of the archive, and where it stands there. */
export interface Taken {
  readonly article: Task | Unreadable
  /** The file, and of a record its bytes in it; undefined where only this process can read it: standard input, compressed files. */
  readonly place: Place | undefined
  /** Bytes of the archive this took, as they are on disk. */
  readonly bytes: number
}

export interface Place {
  readonly path: string
  readonly line?: { readonly number: number; readonly from: number; readonly to: number }
}

/** An operand that leads nowhere, in one line. */
export class IntakeError extends Error {}

const RECORDS = /\.(?:jsonl|ndjson)(?:\.gz)?$/iu
const GZ = /\.gz$/iu
/** Folders nobody keeps articles in. */
const NEVER = new Set(['node_modules', '.git', '.hg', '.svn'])

export function isTask(article: Task | Unreadable): article is Task {
  return !('error' in article)
}

/**
 * The files operands lead to, folder by folder in a stable order: no list of all of them is ever held.
 * @throws IntakeError for an operand that leads to none
 */
export function* filesOf(operands: readonly string[], cwd: string): Generator<string> {
  for (const operand of operands) {
    if (operand === '-') {
      yield '-'
      continue
    }
    const path = resolve(cwd, operand)
    const stats = statSync(path, { throwIfNoEntry: false })
    let some = false
    if (stats?.isDirectory()) {
      for (const file of walk(path)) {
        if (!isArticle(file) && !isClosed(file)) continue
        some = true
        yield shown(file, cwd)
      }
    } else if (stats) {
      some = true
      yield shown(path, cwd)
    } else if (isGlob(operand)) {
      const glob = globToRegExp(path.split(sep).join('/'))
      for (const file of walk(resolve(cwd, staticBase(operand)))) {
        if (!glob.test(file.split(sep).join('/')) && !isClosed(file)) continue
        some = true
        yield shown(file, cwd)
      }
    }
    if (!some) throw new IntakeError(`${operand}: ${stats ? 'no article in this folder' : isGlob(operand) ? 'no file fits this pattern' : 'there is no such file or folder'}`)
  }
}

/** @throws IntakeError for an operand that leads nowhere, before anything is begun */
export function checkOperands(operands: readonly string[], cwd: string): void {
  for (const operand of operands) filesOf([operand], cwd).next()
}

function isArticle(file: string): boolean {
  const name = file.toLowerCase()
  return RECORDS.test(name) || endings.includes(extname(name.replace(GZ, '')))
}

/** A folder that may not be read, as `walk` gives it: it gets a line that says so. */
function isClosed(file: string): boolean {
  return file.endsWith(sep)
}

function* walk(folder: string): Generator<string> {
  let entries: Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    yield folder + sep
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    // Links are not followed, so that there are no circles and nothing is read twice.
    if (entry.isDirectory() && !NEVER.has(entry.name)) yield* walk(path)
    else if (entry.isFile()) yield path
  }
}

function shown(path: string, cwd: string): string {
  const inside = cwd.endsWith(sep) ? cwd : cwd + sep
  return (path.startsWith(inside) ? path.slice(inside.length) : path).replaceAll(sep, '/')
}

/** Every article of an archive, as it is read: nothing is held but the one that is handed over. */
export async function* articlesOf(operands: readonly string[], reading: Reading): AsyncGenerator<Taken> {
  for (const file of filesOf(operands, reading.cwd)) {
    if (file === '-' || RECORDS.test(file)) yield* recordsOf(file, reading)
    else yield fileOf(file, reading)
  }
}

async function* recordsOf(file: string, reading: Reading): AsyncGenerator<Taken> {
  const name = file === '-' ? 'stdin' : file
  const zipped = GZ.test(file)
  const stored = file === '-' ? undefined : createReadStream(resolve(reading.cwd, file), { highWaterMark: 1 << 18 })
  let chunks: AsyncIterable<Buffer> = stored ?? process.stdin
  if (stored && zipped) {
    const unzip = createGunzip()
    stored.on('error', (error) => unzip.destroy(error))
    chunks = stored.pipe(unzip)
  }
  let last = 0
  let told = 0
  try {
    for await (const line of linesOf(chunks, reading.most)) {
      last = line.number
      const ref = `${name}:${line.number}`
      const article = line.bytes === undefined ? tooLong(ref, `${ref}:${line.from}`, reading) : taskOfRecord(stripMark(line.bytes, line.number), ref, reading)
      const read = stored?.bytesRead ?? 0
      const bytes = zipped ? read - told : line.to - line.from + 1
      told = read
      yield { article, bytes, place: file === '-' || zipped ? undefined : { path: file, line } }
    }
  } catch (error) {
    // A file that is torn in the middle: what came before it counts.
    yield { article: unreadable(`${name}:${last + 1}`, `${name}:${last + 1}`, 'unreadable', reasonOf(error)), bytes: 0, place: undefined }
  } finally {
    stored?.destroy()
  }
}

/** A record of a file at a known place, as `articlesOf` would have given it. */
export function taskOfRecord(bytes: Buffer, ref: string, reading: Pick<Reading, 'map' | 'format'>): Task | Unreadable {
  let text: string
  try {
    text = decodeText(bytes)
  } catch (error) {
    return unreadable(ref, sha256(bytes), 'not-text', (error as Error).message)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return unreadable(ref, sha256(bytes), 'no-json', `the line is no JSON: ${(error as Error).message.slice(0, 120)}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unreadable(ref, sha256(bytes), 'no-json', 'the line is no record, expected { … }')
  const { id, submission, kind, about } = entryOf(value as Record<string, unknown>, reading.map, reading.format)
  const named = id ?? ref
  if (!submission) {
    const where = reading.map.text === undefined ? 'no field with a usual name holds a text: name it with --map text=…' : `\`${reading.map.text}\` holds no text`
    return { ...unreadable(ref, sha256(bytes), 'no-text', where), id: clipped(named) }
  }
  const meta = { ...(about.author ? { author: about.author } : {}), ...(about.date ? { published: about.date } : {}), ...(kind ? { kind } : {}) }
  const textHash = sha256(canonical('text' in submission ? submission.text : submission.fields))
  return { key: sha256(canonical([named, textHash, meta, about, submission])), id: clipped(named), ref, textHash, submission, meta, about }
}

function fileOf(file: string, reading: Reading): Taken {
  const place = { path: file }
  let size = 0
  try {
    const path = resolve(reading.cwd, file)
    size = statSync(path).size
    if (size > reading.most) return { article: tooLong(file, `${file}:${size}`, reading), bytes: size, place }
    const bytes = GZ.test(file) ? gunzipSync(readFileSync(path), { maxOutputLength: reading.most }) : readFileSync(path)
    return { article: taskOfFile(file, bytes), bytes: size, place: GZ.test(file) ? undefined : place }
  } catch (error) {
    const long = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
    return { article: long ? tooLong(file, `${file}:${size}`, reading) : unreadable(file, `${file}:${reasonOf(error)}`, 'unreadable', reasonOf(error)), bytes: size, place }
  }
}

/** A file as `articlesOf` would have given it. */
export function taskOfFile(file: string, bytes: Buffer): Task | Unreadable {
  let text: string
  try {
    text = decodeText(bytes)
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    return unreadable(file, sha256(bytes), 'not-text', error.message)
  }
  if (!/\S/u.test(text)) return unreadable(file, sha256(file), 'no-text', 'is empty')
  const textHash = sha256(canonical(text))
  const path = file.replace(GZ, '')
  return { key: sha256(canonical([file, textHash])), id: clipped(file), ref: file, textHash, file: { path, text }, meta: {}, about: {} }
}

/** Ids are told apart in an index of the database: longer ones than this are cut and end in their digest. */
function clipped(id: string): string {
  return id.length <= 300 ? id : `${id.slice(0, 260)}…${sha256(id).slice(0, 32)}`
}

function unreadable(ref: string, what: string, code: Fault['code'], message: string): Unreadable {
  return { key: sha256(canonical(['unreadable', what, code])), id: clipped(ref), ref, error: { code, message } }
}

function tooLong(ref: string, what: string, { most }: Reading): Unreadable {
  return unreadable(ref, what, 'too-long', `is longer than ${most} bytes (--most-bytes)`)
}

function stripMark(bytes: Buffer, line: number): Buffer {
  return line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'EISDIR' ? 'this folder cannot be read' : code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'may not be read' : code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR' ? `is no whole gzip file (${message})` : `cannot be read (${code ?? message})`
}
