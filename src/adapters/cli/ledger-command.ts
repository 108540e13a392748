import { ledgerOf, type Ledger } from '../../article/ledger.ts'
import type { Article } from '../../article/article.ts'
import type { LedgerBlock, LedgerFile } from '../../reporters/ledger.ts'
import { UsageError } from './args.ts'
import { eachArticle } from './each-article.ts'
import type { Session } from './main.ts'
import { deliver, isTerminal, wantsColor, widthOf } from './output.ts'

/** `fineprint ledger [file …]`: the facts of articles. */
export async function ledgerCommand(session: Session): Promise<number> {
  const { args, cwd, environment } = session
  const { name, path: output } = args.formats[0]!
  const { ledgers } = await import('../../reporters/ledger.ts')
  const files: LedgerFile[] = []
  const sound = await eachArticle(session, (article, path) => files.push(fileOf(article, path)), (paths) => {
    if (name === 'html' && paths.length > 1) throw new UsageError(`ledger --format html makes a page of one article, got ${paths.length}`)
  })
  const terminal = output === undefined && isTerminal(1)
  const options = { color: wantsColor(args.color, environment, terminal), width: widthOf(terminal, environment) }
  const report = await ledgers[name]!()
  if (name !== 'html' || files.length > 0) deliver(report(files, options), output, cwd)
  return sound ? 0 : 2
}

function fileOf(article: Article, path: string): LedgerFile {
  const ledger: Ledger = { ...ledgerOf(article), path }
  return { ledger, text: article.source.text, blocks: () => article.blocks.map((block, i): LedgerBlock => ({ block, role: article.roles[i]! })) }
}
