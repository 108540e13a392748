import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectThat, fresh, need, root, run } from './place.ts'

const STORY = '# A note\n\nAmong pupils at the gate 😀 some 40% skip lunch.\n'

/** Neovim without a screen: diagnostics come, stand under their words, and a waiver is written. */
export function neovim(program: string): string {
  need(['nvim'], ['neovim'])
  const cwd = fresh('neovim')
  const file = join(cwd, 'article.md')
  writeFileSync(file, STORY)
  writeFileSync(join(cwd, 'fineprint.config.json'), '{ "preset": "recommended" }\n')
  const { text } = run('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${join(root, 'scripts/clients/neovim.lua')}`], {
    cwd,
    env: { XDG_STATE_HOME: join(cwd, 's'), XDG_DATA_HOME: join(cwd, 'd'), XDG_CACHE_HOME: join(cwd, 'c'), FINEPRINT_FILE: file, FINEPRINT_SERVER: JSON.stringify(['node', program, 'lsp']) },
  })
  const line = text.split('\n').find((one) => one.startsWith('{'))
  expectThat(line !== undefined, `neovim said nothing: ${text}`)
  const said = JSON.parse(line) as { error?: string; words: string[]; actions: string[]; milliseconds: number }
  expectThat(said.error === undefined, `neovim: ${said.error}`)
  expectThat(said.words.join() === '40%', `diagnostics stand under ${said.words.join(', ')}, expected 40%`)
  expectThat(readFileSync(file, 'utf8').includes('<!-- fineprint-waive statistic-attribution --'), 'no waiver was written')
  return `diagnostics after ${said.milliseconds} ms; actions: ${said.actions.join(' · ')}`
}
