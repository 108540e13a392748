import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lint } from '../../../src/fineprint.ts'

const snippets = JSON.parse(readFileSync(join(import.meta.dirname, '../../../editors/vscode/snippets.json'), 'utf8')) as Record<string, { body: string[] }>
const block = snippets['fineprint: closing block']!.body.join('\n')
const STORY = '# The yard fills up\n\nNorland Freight said on Tuesday that its shares would be listed in May.\n\n'
const rulesOf = (closing: string) => [...new Set(lint(STORY + closing, { preset: 'house' }, { path: 'a.md' }).map((finding) => finding.rule))].sort()

test('the closing block states nothing until its brackets are filled', () => {
  const unfilled = block.replace(/\$\{\d+:([^}]*)\}/gu, '$1')
  expect(rulesOf(unfilled)).toEqual(['affiliation-statement', 'holdings-statement', 'license-statement', 'sources-statement'])
})

test('filled, it is what the house asks for', () => {
  const filled = ['the port’s own figures', 'no', 'no'].reduce((text, words, i) => text.replace(new RegExp(`\\$\\{${i + 1}:[^}]*\\}`, 'u'), words), block)
  expect(rulesOf(filled)).toEqual([])
})
