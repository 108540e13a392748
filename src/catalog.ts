import { presets } from '../presets/index.ts'
import { rules } from '../rules/index.ts'
import type { Catalog } from './lint/config.ts'

/** The rules and presets that come with fineprint. */
export const builtIn: Catalog = {
  rules: new Map(Object.entries(rules)) as Catalog['rules'],
  presets: new Map(Object.entries(presets)),
}

/** The preset that holds where nobody chooses one. */
export const DEFAULT_PRESET = 'house'
