import { resolve } from 'node:path'
import { endings } from '../../formats/formats.ts'
import { readLazily } from '../../formats/read-lazily.ts'
import { dutiesOf } from '../../lint/duties.ts'
import { obligationsJson, obligationsPretty, type Obligations } from '../../reporters/obligations.ts'
import { FileError, readTextFile } from '../text-file.ts'
import { findFiles } from './files.ts'
import { readStdin } from './lint-command.ts'
import type { Session } from './main.ts'
import { deliver, isTerminal, wantsColor, writeTo } from './output.ts'
import { SettingsReader } from './settings.ts'

/** `fineprint obligations [file …]`: what articles owe under the chosen presets, why, and what was found. */
export async function obligationsCommand(session: Session): Promise<number> {
  const { args, cwd, environment, installed } = session
  const { name, path: output } = args.formats[0]!
  const settings = new SettingsReader(args, cwd, environment, installed.importModule)
  const files: Obligations[] = []
  let failed = false
  const take = async (text: string, path: string) => {
    const standing = await settings.for(resolve(cwd, path))
    files.push({ path, duties: dutiesOf(await readLazily(text, path), standing.settings, standing.catalog, standing.around) })
  }
  if (args.stdin) {
    const { text, path } = readStdin(session)
    await take(text, path)
  } else {
    const { paths, notes } = findFiles(args.operands.length ? args.operands : ['.'], endings, cwd, args)
    for (const note of notes) writeTo(2, `${note}\n`)
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
  const color = wantsColor(args.color, environment, output === undefined && isTerminal(1))
  deliver(name === 'json' ? obligationsJson(files) : obligationsPretty(files, { color }), output, cwd)
  return failed ? 2 : 0
}
