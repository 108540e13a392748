import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { withReports } from '../scripts/generate/examples.ts'
import { builtIn } from '../src/catalog.ts'
import { settingsFor } from '../src/lint/config.ts'
import { checkConfig } from '../src/lint/check-config.ts'
import { defaultsOf, optionsSchema } from '../src/lint/options.ts'
import { namesIn } from '../scripts/generate/load.ts'

const root = join(import.meta.dirname, '..')
const HEADINGS = ['What it finds', 'Why it matters', 'Examples', 'Options', 'When to turn it off']
/** Words no message, page or preset may use: fineprint does not judge what the law says. */
const FORBIDDEN = /\b(?:non-)?complian(?:t|ce)\b|\b(?:il)?legal(?:ly)?\b|\bprotects?\b|\bguarantee/iu

test('the indexes list what is in the folders', () => {
  expect([...builtIn.rules.keys()]).toEqual(namesIn(join(root, 'rules')))
  expect([...builtIn.presets.keys()]).toEqual(namesIn(join(root, 'presets')))
})

describe.each([...builtIn.rules])('%s', (id, { rule, defaults }) => {
  const page = join(root, `rules/${id}.md`)
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''

  test('has a page with the headings in order', () => {
    expect([...text.matchAll(/^## (.+)$/gmu)].map((match) => match[1])).toEqual(HEADINGS)
    expect(text.split('\n')[0]).toBe(`# ${id}`)
  })

  test('has a page whose examples say what the rule says', () => {
    expect(text).toMatch(/^```(?:md|txt|html|json)/mu)
    expect(withReports(text, id, builtIn)).toBe(text)
  })

  test('has an example that is reported and one that is not', () => {
    const reports = [...text.matchAll(/^```text\n([\s\S]*?)^```/gmu)].map((match) => match[1]!.trim())
    expect(reports).toContain('nothing to report')
    expect(reports.some((report) => report !== 'nothing to report' && report !== '')).toBe(true)
  })

  test('has a table of sentences', () => {
    expect(existsSync(join(root, `test/rules/${id}.test.ts`))).toBe(true)
  })

  test('has messages of one sentence without a full stop', () => {
    for (const message of [rule.summary, ...Object.values(rule.messages)]) {
      expect(message).not.toMatch(/\.$/u)
      expect(message).not.toMatch(FORBIDDEN)
      expect(message.length).toBeLessThan(320)
    }
    expect(rule.summary).not.toContain('`')
  })

  test('has options with a meaning each, and valid defaults', () => {
    const { properties = {} } = optionsSchema(rule, z) as { properties?: Record<string, { description?: string }> }
    for (const [name, property] of Object.entries(properties)) expect(property.description, `option ${name}`).toBeTruthy()
    expect(defaultsOf(rule, z)).toEqual(defaults)
  })
})

describe.each([...builtIn.presets])('preset %s', (name, preset) => {
  test('is a config that holds', () => {
    expect(() => checkConfig({ preset: name }, builtIn)).not.toThrow()
    expect(() => checkConfig({ preset: { ...preset } }, builtIn)).not.toThrow()
    expect(settingsFor({ preset: name }, builtIn).size).toBeGreaterThan(0)
  })

  test('says who it is for and what it cannot check, without promises', () => {
    expect(preset.audience).toBeTruthy()
    expect(preset.cannotCheck?.length).toBeGreaterThan(0)
    expect(`${preset.summary} ${preset.audience} ${preset.cannotCheck?.join(' ')}`).not.toMatch(/\bcomplian(?:t|ce)\b|\billegal\b/iu)
  })

  test('gives a reason beside every group of rules', () => {
    const source = readFileSync(join(root, `presets/${name}.ts`), 'utf8')
    expect(source.slice(source.indexOf('rules: {'))).toMatch(/\n\s*\/\/ \S/u)
  })
})
