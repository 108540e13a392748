import { resolve } from 'node:path'
import type { Article } from '../../article/article.ts'
import { FileError } from '../text-file.ts'
import { findFiles } from './files.ts'
import { endingsOf, stdinPath } from './lint-command.ts'
import type { Session } from './main.ts'
import { openBytes, openFile, stdinBytes } from './open.ts'
import { writeTo } from './output.ts'
import type { SettingsReader } from './settings.ts'

/**
 * Hands over the articles a command names, standard input or files, every article of a file, in order; an unreadable file is one line on standard
 * error, and the rest goes on.
 * @param check refuses a set of files by throwing
 * @returns whether every file could be read
 */
export async function eachArticle(session: Session, settings: SettingsReader, take: (article: Article, path: string) => unknown, check: (paths: readonly string[]) => void = () => {}): Promise<boolean> {
  const { args, cwd } = session
  if (args.stdin) {
    const path = stdinPath(session)
    for (const article of (await openBytes(stdinBytes(), path, (await settings.for(path)).formats)).articles) await take(article, path)
    return true
  }
  const { paths, notes } = findFiles(args.operands.length ? args.operands : ['.'], await endingsOf(session, settings), cwd, args)
  for (const note of notes) writeTo(2, `${note}\n`)
  check(paths)
  let sound = true
  for (const path of paths) {
    try {
      for (const article of (await openFile(resolve(cwd, path), path, (await settings.for(path)).formats)).articles) await take(article, path)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      writeTo(2, `${path}: ${error.message}\n`)
      sound = false
    }
  }
  return sound
}
