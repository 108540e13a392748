import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { needPackages, run, tarball } from './place.ts'

const HOSTS = ['eslint@10', '@typescript-eslint/parser@8', 'typescript@6.0', 'remark@15', 'unified-language-server@4', 'vscode-languageclient@10']

let ready: string | undefined

/** A folder whose `node_modules` has the hosts and fineprint as it is packed now; projects are made below it. */
export function hosts(): string {
  if (ready) return ready
  const folder = needPackages('hosts', HOSTS)
  rmSync(join(folder, 'node_modules/fineprint'), { recursive: true, force: true })
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline', '--no-save', tarball()], { cwd: folder })
  return (ready = folder)
}
