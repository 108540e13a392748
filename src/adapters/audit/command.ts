import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { today } from '../beside-config.ts'
import { readRunFile } from './folder.ts'
import { HELP, readOptions, UsageError, type AuditOptions } from './options.ts'
import { reportOn, runAudit, type AuditSurroundings } from './run.ts'

/** Where the program stands. */
export interface AuditPlace {
  readonly cwd: string
  readonly environment: NodeJS.ProcessEnv
  /** The package's folder. */
  readonly root: string
}

/** `fineprint audit …`. Gives the exit code; never throws. */
export async function auditCommand(argv: readonly string[], { cwd, environment, root }: AuditPlace): Promise<number> {
  try {
    const options = readOptions(argv, environment)
    if (options.help) {
      process.stdout.write(HELP)
      return 0
    }
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return await follow(options, { cwd, environment, version, today: today(environment) })
  } catch (error) {
    process.stderr.write(`fineprint audit: ${lineOf(error)}\n`)
    if (/(?:^|,)fineprint(?::\*)?(?:,|$)|^\*$/u.test(environment['DEBUG'] ?? '')) process.stderr.write(`${(error as Error).stack}\n`)
    return 2
  }
}

async function follow(options: AuditOptions, around: AuditSurroundings): Promise<number> {
  const { command, database, out, operands } = options
  if (command === 'run') return runAudit(options, around)
  if (command !== 'enqueue' && operands.length) throw new UsageError(`\`audit ${command}\` takes no files, found \`${operands[0]}\``)
  if (command === 'report' && !database) {
    if (out === undefined) throw new UsageError('expected --out <folder>, or --database <url>')
    const path = resolve(around.cwd, out)
    if (!readRunFile(path)) throw new UsageError(`${out}: holds no audit`)
    return reportOn(path, options)
  }
  if (!database || !/^postgres(?:ql)?:\/\//u.test(database)) throw new UsageError(`\`audit ${command}\` needs --database postgres://…, or FINEPRINT_AUDIT_DATABASE`)
  const { followQueue } = await import('./queue/command.ts')
  return followQueue(command, options, database, around)
}

/** What went wrong, in one line; a package that is missing is named with what installs it. Addresses of databases, which hold passwords, are left out. */
function lineOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') {
    return `${/'([^']+)'/u.exec(message)?.[1] ?? 'a package'} is not installed here: npm install pg graphile-worker@0.17`
  }
  if (code === 'ENOSPC') return 'the disk is full; make room, and the same command goes on from here'
  const said = message || (error as AggregateError).errors?.map((one: Error) => one.message).join('; ') || String(code ?? error)
  return said.replace(/postgres(?:ql)?:\/\/\S+/gu, 'postgres://…').replace(/\s*[\r\n]+\s*/gu, ' ')
}
