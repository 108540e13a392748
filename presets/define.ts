import type { RuleId } from '../rules/index.ts'
import type { Preset, Setting } from '../src/lint/config.ts'

/** Gives a preset its types: only rules that exist, each with a setting. */
export function definePreset(preset: Omit<Preset, 'rules'> & { readonly rules: Readonly<Partial<Record<RuleId, Setting>>> }): Preset {
  return preset as Preset
}
