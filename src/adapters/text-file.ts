import { closeSync, fchmodSync, fsyncSync, lstatSync, openSync, readFileSync, realpathSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'

/** A file that could not be read or written: one line, without its path. */
export class FileError extends Error {
  override readonly name = 'FileError'
}

/**
 * The text of a file, byte order mark included; nothing is replaced.
 * @throws FileError for a file that cannot be read or is not UTF-8
 */
export function readTextFile(path: string): string {
  return decodeText(readBytes(path))
}

/** @throws FileError for a file that cannot be read */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new FileError(reasonOf(error, 'read'))
  }
}

/** @throws FileError that names the byte where the text stops being UTF-8 */
export function decodeText(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  // Only a text that holds U+FFFD can have lost something: compare then, and only then.
  if (!text.includes('\uFFFD') || Buffer.from(text, 'utf8').equals(bytes)) return text
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) throw new FileError('is UTF-16, expected UTF-8: save it as UTF-8')
  throw new FileError(`is not UTF-8 (byte ${firstBadByte(bytes)}), expected UTF-8: nothing was read or changed`)
}

/** Offset of the first byte that decoding would not give back. */
function firstBadByte(bytes: Buffer): number {
  const back = Buffer.from(bytes.toString('utf8'), 'utf8')
  let at = 0
  while (at < bytes.length && bytes[at] === back[at]) at++
  // A broken sequence may share its first bytes with U+FFFD: go back to where the character began.
  while (at > 0 && (back[at]! & 0xc0) === 0x80) at--
  return at
}

/**
 * Replaces a file's text in one step: written beside it, then renamed, with the mode it had. A link inside `tree` is
 * followed; one that leads out of it is refused.
 * @throws FileError
 */
export function writeTextFile(path: string, text: string, tree: string): void {
  let target: string
  try {
    target = realpathSync(path)
    if (lstatSync(path).isSymbolicLink() && isOutside(target, realpathSync(tree))) {
      throw new FileError(`is a link that leads out of the folder, to ${target}: not changed`)
    }
    const { mode } = statSync(target)
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.fineprint`)
    const handle = openSync(beside, 'wx', mode)
    try {
      const bytes = Buffer.from(text, 'utf8')
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
      fchmodSync(handle, mode & 0o7777)
      fsyncSync(handle)
      closeSync(handle)
      renameSync(beside, target)
    } catch (error) {
      unlinkSync(beside)
      throw error
    }
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(reasonOf(error, 'write'))
  }
}

function isOutside(path: string, tree: string): boolean {
  const way = relative(tree, path)
  return way === '..' || way.startsWith(`..${sep}`) || way === path
}

function reasonOf(error: unknown, verb: 'read' | 'write'): string {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
  const said: Record<string, string> = {
    ENOENT: 'there is no such file',
    EACCES: `no permission to ${verb} it`,
    EPERM: `no permission to ${verb} it`,
    EISDIR: 'is a folder, expected a file',
    ENOTDIR: 'a part of its path is not a folder',
    ELOOP: 'its links lead in a circle',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ERR_FS_FILE_TOO_LARGE: 'is too large to be read',
    ERR_STRING_TOO_LONG: 'is too large to be read',
  }
  return said[code] ?? `cannot ${verb} it (${code})`
}
