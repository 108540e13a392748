// Written by `npm run generate` from the files in this folder; change those.
import house from './house.ts'
import recommended from './recommended.ts'
import strict from './strict.ts'

/** Every preset by its name. */
export const presets = {
  'house': house,
  'recommended': recommended,
  'strict': strict,
} as const

export type PresetName = keyof typeof presets
