import { resolve } from 'node:path'
import type { Article } from '../../article/article.ts'
import { endings } from '../../formats/formats.ts'
import { readLazily } from '../../formats/read-lazily.ts'
import { FileError, readTextFile } from '../text-file.ts'
import { findFiles } from './files.ts'
import { readStdin } from './lint-command.ts'
import type { Session } from './main.ts'
import { writeTo } from './output.ts'

/**
 * Hands over the articles a command names, standard input or files, in order; an unreadable file is one line on standard
 * error, and the rest goes on.
 * @param check refuses a set of files by throwing
 * @returns whether every file could be read
 */
export async function eachArticle(session: Session, take: (article: Article, path: string) => unknown, check: (paths: readonly string[]) => void = () => {}): Promise<boolean> {
  const { args, cwd } = session
  if (args.stdin) {
    const { text, path } = readStdin(session)
    await take(await readLazily(text, path), path)
    return true
  }
  const { paths, notes } = findFiles(args.operands.length ? args.operands : ['.'], endings, cwd, args)
  for (const note of notes) writeTo(2, `${note}\n`)
  check(paths)
  let sound = true
  for (const path of paths) {
    try {
      await take(await readLazily(readTextFile(resolve(cwd, path)), path), path)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      writeTo(2, `${path}: ${error.message}\n`)
      sound = false
    }
  }
  return sound
}
