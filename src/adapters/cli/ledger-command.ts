import { resolve } from 'node:path'
import { ledgerOf, type Ledger } from '../../article/ledger.ts'
import type { Article } from '../../article/article.ts'
import { endings } from '../../formats/formats.ts'
import { readLazily } from '../../formats/read-lazily.ts'
import type { LedgerBlock, LedgerFile } from '../../reporters/ledger.ts'
import { FileError, readTextFile } from '../text-file.ts'
import { UsageError } from './args.ts'
import { findFiles } from './files.ts'
import { readStdin } from './lint-command.ts'
import type { Session } from './main.ts'
import { deliver, isTerminal, wantsColor, widthOf, writeTo } from './output.ts'

/** `fineprint ledger [file …]`: the facts of articles. */
export async function ledgerCommand(session: Session): Promise<number> {
  const { args, cwd, environment } = session
  const { name, path: output } = args.formats[0]!
  const { ledgers } = await import('../../reporters/ledger.ts')
  const files: LedgerFile[] = []
  let failed = false
  const take = async (text: string, path: string) => files.push(fileOf(await readLazily(text, path), path))
  if (args.stdin) {
    const { text, path } = readStdin(session)
    await take(text, path)
  } else {
    const { paths, notes } = findFiles(args.operands.length ? args.operands : ['.'], endings, cwd, args)
    for (const note of notes) writeTo(2, `${note}\n`)
    if (name === 'html' && paths.length > 1) throw new UsageError(`ledger --format html makes a page of one article, got ${paths.length}`)
    for (const path of paths) {
      try {
        await take(readTextFile(resolve(cwd, path)), path)
      } catch (error) {
        if (!(error instanceof FileError)) throw error
        writeTo(2, `${path}: ${error.message}\n`)
        failed = true
      }
    }
  }
  const terminal = output === undefined && isTerminal(1)
  const options = { color: wantsColor(args.color, environment, terminal), width: widthOf(terminal, environment) }
  const report = await ledgers[name]!()
  if (name !== 'html' || files.length > 0) deliver(report(files, options), output, cwd)
  return failed ? 2 : 0
}

function fileOf(article: Article, path: string): LedgerFile {
  const ledger: Ledger = { ...ledgerOf(article), path }
  return { ledger, text: article.source.text, blocks: () => article.blocks.map((block, i): LedgerBlock => ({ block, role: article.roles[i]! })) }
}
