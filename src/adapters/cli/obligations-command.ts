import { resolve } from 'node:path'
import { dutiesOf } from '../../lint/duties.ts'
import { obligationsJson, obligationsPretty, type Obligations } from '../../reporters/obligations.ts'
import { eachArticle } from './each-article.ts'
import type { Session } from './main.ts'
import { deliver, isTerminal, wantsColor } from './output.ts'
import { SettingsReader } from './settings.ts'

/** `fineprint obligations [file …]`: what articles owe under the chosen presets, why, and what was found. */
export async function obligationsCommand(session: Session): Promise<number> {
  const { args, cwd, environment, installed } = session
  const { name, path: output } = args.formats[0]!
  const settings = new SettingsReader(args, cwd, environment, installed.importModule)
  const files: Obligations[] = []
  const sound = await eachArticle(session, settings, async (article, path) => {
    const standing = await settings.for(resolve(cwd, path))
    files.push({ path, duties: dutiesOf(article, standing.settings, standing.catalog, standing.around) })
  })
  const color = wantsColor(args.color, environment, output === undefined && isTerminal(1))
  deliver(name === 'json' ? obligationsJson(files) : obligationsPretty(files, { color }), output, cwd)
  return sound ? 0 : 2
}
