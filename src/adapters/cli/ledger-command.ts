import { resolve } from 'node:path'
import { ledgerOf, type Ledger } from '../../article/ledger.ts'
import type { Article } from '../../article/article.ts'
import { dutiesOf } from '../../lint/duties.ts'
import type { LedgerBlock, LedgerFile } from '../../reporters/ledger.ts'
import { UsageError } from './args.ts'
import { eachArticle } from './each-article.ts'
import type { Session } from './main.ts'
import { deliver, isTerminal, wantsColor, widthOf } from './output.ts'
import { SettingsReader } from './settings.ts'

/** `fineprint ledger [file …]`: the facts of articles, and what they owe where presets are chosen. */
export async function ledgerCommand(session: Session): Promise<number> {
  const { args, cwd, environment, installed } = session
  const { name, path: output } = args.formats[0]!
  const { ledgers } = await import('../../reporters/ledger.ts')
  const settings = new SettingsReader(args, cwd, environment, installed.importModule)
  const files: LedgerFile[] = []
  const sound = await eachArticle(session, settings, async (article, path) => {
    const standing = await settings.for(resolve(cwd, path))
    // The default preset is nobody's choice: without one the ledger is of the article alone.
    const chosen = args.presets.length > 0 || Object.keys(args.rules).length > 0 || standing.configs.length > 0
    files.push({ ...fileOf(article, path), ...(chosen ? { duties: dutiesOf(article, standing.settings, standing.catalog, standing.around) } : {}) })
  }, (paths) => {
    if (name === 'html' && paths.length > 1) throw new UsageError(`ledger --format html makes a page of one article, got ${paths.length}`)
  })
  if (name === 'html' && files.length > 1) throw new UsageError(`ledger --format html makes a page of one article, got ${files.length}`)
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
