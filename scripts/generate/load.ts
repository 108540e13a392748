import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import type { Catalog, Listed, Preset } from '../../src/lint/config.ts'
import { defaultsOf } from '../../src/lint/options.ts'
import type { Rule } from '../../src/lint/rule.ts'

const NOT_ONE = new Set(['index.ts', 'define.ts'])

/** Names of the modules in a folder that define one thing each, sorted. */
export function namesIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.ts') && !NOT_ONE.has(file)).map((file) => file.slice(0, -3)).sort()
}

/** Every rule and preset of the project, read from the folders themselves, so that a stale index cannot hide one. */
export async function load(root: string): Promise<Catalog> {
  const importFrom = async (folder: string, name: string) => (await import(pathToFileURL(join(root, folder, `${name}.ts`)).href)).default
  const rules = new Map<string, Listed>()
  for (const id of namesIn(join(root, 'rules'))) {
    const rule: Rule = await importFrom('rules', id)
    rules.set(id, { rule, defaults: defaultsOf(rule, z) })
  }
  const presets = new Map<string, Preset>()
  for (const name of namesIn(join(root, 'presets'))) presets.set(name, await importFrom('presets', name))
  return { rules, presets }
}
