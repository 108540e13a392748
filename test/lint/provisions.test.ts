import { describe, expect, test } from 'vitest'
import { builtIn } from '../../src/catalog.ts'
import { isObligation } from '../../src/lint/obligation.ts'
import { partsOf } from '../../src/lint/config.ts'
import { basisOf, MANDATED_ELEMENTS, MANDATED_TEXTS, mostFor, PROVISIONS, provisionOf, REGIONS } from '../../src/lint/provisions.ts'

const duties = [...builtIn.rules].flatMap(([id, { rule }]) => (isObligation(rule) ? [{ id, rule }] : []))
const served = new Set(duties.flatMap(({ rule }) => Object.keys(rule.serves)))

test('ids are unique, and every provision says what it is', () => {
  const all = REGIONS.flatMap((r) => r.provisions)
  expect(new Set(all.map((p) => p.id)).size).toBe(all.length)
  for (const p of all) {
    for (const field of [p.title, p.cites, p.binds, p.asks, p.cannot, p.source]) expect(field, p.id).toMatch(/\S{3}/u)
    expect(p.asOf).toMatch(/^\d{4}-\d\d-\d\d$/u)
    expect(['any', 'media', 'firm', 'issuer', 'self', 'guide', 'house']).toContain(p.force)
    expect(['text', 'quoted', 'memory']).toContain(p.verified)
    expect(`${p.binds} ${p.asks} ${p.title}`).not.toMatch(/\b(?:compliant|compliance|illegal|protects)\b/iu)
  }
})

test('every provision is asked for by a rule, or says why it cannot be', () => {
  expect([...PROVISIONS.values()].filter((p) => p.status === 'in force' && !served.has(p.id) && !p.unchecked).map((p) => p.id)).toEqual([])
  expect([...PROVISIONS.values()].filter((p) => p.status === 'in force' && served.has(p.id) && p.unchecked).map((p) => p.id)).toEqual([])
})

test('presets name provisions their rules speak for', () => {
  for (const [name, preset] of builtIn.presets) {
    for (const [id, setting] of Object.entries(preset.rules)) {
      const { options } = partsOf(setting)
      const named = (options as { provisions?: string[] } | undefined)?.provisions ?? []
      const { rule } = builtIn.rules.get(id)!
      for (const provision of named) if (provision !== 'house') expect(isObligation(rule) && provision in rule.serves, `${name}: ${id}: ${provision}`).toBe(true)
      if (isObligation(rule)) expect(named.length, `${name}: ${id} names its provisions`).toBeGreaterThan(0)
    }
  }
})

test('prescribed texts belong to a provision', () => {
  for (const { provision } of [...MANDATED_TEXTS, ...MANDATED_ELEMENTS]) expect(PROVISIONS.has(provision)).toBe(true)
})

describe('what a message says of a provision', () => {
  test('id, citation, force and day', () => {
    expect(basisOf([provisionOf('us-17b')])).toBe('us-17b (Securities Act §17(b), 15 U.S.C. 77q(b); binds anyone in that situation; as of 2026-06-30) asks for this')
  })
  test('two in full, the rest by id; memory is said', () => {
    const basis = basisOf(['uk-ads', 'us-sabew', 'ca-caj', 'us-spj'].map(provisionOf))
    expect(basis).toContain('not checked against the official text')
    expect(basis).toMatch(/, ca-caj and us-spj ask for this$/u)
  })
  test('memory is one step milder', () => {
    expect([mostFor(provisionOf('uk-ads'), 'error'), mostFor(provisionOf('uk-ads'), 'warn'), mostFor(provisionOf('us-17b'), 'error')]).toEqual(['warn', 'info', 'error'])
  })
})
