// Tries the real clients: npm run test:clients [-- vscode neovim …], the names stand below. Installs what it needs into a scratch folder, and skips
// with a line what it cannot have. Directus and Ghost take minutes to install and are tried only by name.
import { join } from 'node:path'
import { githubAction, gitlab } from './ci.ts'
import { payload, strapi } from './cms.ts'
import { directus, ghost } from './cms-slow.ts'
import { eslintVscode } from './eslint-vscode.ts'
import { npmHooks, preCommit } from './hooks.ts'
import { hosts } from './hosts.ts'
import { neovim } from './neovim.ts'
import { Skipped } from './place.ts'
import { remarkNeovim, remarkVscode } from './remark.ts'
import { vscode } from './vscode.ts'
import { wordpress } from './wordpress.ts'

const clients: Readonly<Record<string, () => string | Promise<string>>> = {
  neovim: () => neovim(join(hosts(), 'node_modules/fineprint/dist/cli/fineprint.cjs')),
  'pre-commit': preCommit,
  hooks: npmHooks,
  'github-action': githubAction,
  gitlab,
  vscode,
  'vscode-eslint': eslintVscode,
  'vscode-remark': remarkVscode,
  'neovim-remark': remarkNeovim,
  wordpress,
  payload,
  strapi,
  directus,
  ghost,
}
/** Minutes to install: only by name. */
const SLOW = new Set(['directus', 'ghost'])
const wanted = process.argv.slice(2)
for (const [name, attempt] of Object.entries(clients)) {
  if (wanted.length ? !wanted.includes(name) : SLOW.has(name)) continue
  try {
    console.log(`${name}: ${await attempt()}`)
  } catch (error) {
    if (error instanceof Skipped) console.log(`${name}: skipped, ${error.message}`)
    else {
      console.log(`${name}: FAILED, ${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    }
  }
}
