// Tries the real clients: npm run test:clients [-- vscode neovim pre-commit hooks wordpress payload strapi]. Installs what it needs into a scratch
// folder, and skips with a line what it cannot have.
import { join } from 'node:path'
import { payload, strapi } from './cms.ts'
import { npmHooks, preCommit } from './hooks.ts'
import { neovim } from './neovim.ts'
import { root, Skipped, tarball } from './place.ts'
import { vscode } from './vscode.ts'
import { wordpress } from './wordpress.ts'

const clients: Readonly<Record<string, () => string | Promise<string>>> = {
  neovim: () => {
    tarball()
    return neovim(join(root, 'dist/cli/fineprint.cjs'))
  },
  'pre-commit': preCommit,
  hooks: npmHooks,
  vscode,
  wordpress,
  payload,
  strapi,
}
const wanted = process.argv.slice(2)
for (const [name, attempt] of Object.entries(clients)) {
  if (wanted.length && !wanted.includes(name)) continue
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
