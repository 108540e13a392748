import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { toDiagnostic } from '../../../src/adapters/lsp/convert.ts'
import { Document } from '../../../src/adapters/lsp/document.ts'
import { createLinter } from '../../../src/fineprint.ts'
import { read } from '../../../src/formats/read.ts'
import { Client } from '../../support/lsp-client.ts'

const CONFIG = { preset: 'recommended', asOf: '2026-11-22' }
const folder = mkdtempSync(join(tmpdir(), 'fineprint-protocol-'))
writeFileSync(join(folder, 'fineprint.config.json'), JSON.stringify(CONFIG))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const linter = createLinter(CONFIG)

const STORY = `---
title: The yard fills up
date: 2026-10-12
---

# The yard fills up 😀

Norland Freight said on Tuesday that revenue rose 12% to $482 million. Profit fell 3%.

The queue at the gate grew by 40% this spring, [the port wrote](https://example.org/port).

> "We moved 1.2 million boxes," Mara Lindqvist said.

| Quarter | Boxes |
| --- | --- |
| Q1 | 1.1 million |

- Experts say rates will climb 5%.
- Boxes rose 4%, the board said.

<!-- fineprint-waive statistic-attribution -- counted at the gate -->

The line was 30% longer.
`

/** What people type and paste: words, figures, markup that opens and closes things, line breaks of every kind. */
const PIECES = [
  ' 7%', ' said Dana Ortiz', '.', '\n', '\n\n', '\r\n\r\n', '\r', '# ', '> ', '- ', '```\n', '~~~', '<!-- ', ' -->', '<div>', '</div>', '<!-- fineprint-waive-file vague-source -- fine -->\n\n',
  '[1]: https://example.org\n', '[^1]', '[^1]: A note of 9%.\n', '|', '| --- |\n', '*', '**', '_', '`', '~~', '&amp;', '\\', '😀', 'é', '\uFEFF', '"', '”', '“', '    ', '\t', '---\n', '$3 billion', 'Experts say ', '{{< chart >}}', '[caption]',
  '\n\n"We moved 1.2 million boxes," Mara Lindqvist said. "The queue grew by 40%."\n\n', '\n\nThe line was 30% longer.\n\n',
  '1. ', '+ ', '===\n', '![a](b)\n', '*Photo: Jo Marsh*', '{', '}',
]

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) }),
  insert: fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }).map((pieces) => pieces.join('')),
})

/** A place between two characters. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return at > 0 && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at
}

test.each([['utf-16', 'a.md'], ['utf-8', 'b.md'], ['utf-16', 'c.html'], ['utf-16', 'd.txt'], ['utf-16', 'e.mdx']] as const)('after every edit the editor shows what a fresh check finds (%s, %s)', async (encoding, name) => {
  const client = await Client.start({ folders: [pathToFileURL(folder).href], capabilities: { general: { positionEncodings: [encoding] } } })
  let opened = 0
  try {
    await fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const uri = pathToFileURL(join(folder, `${opened++}-${name}`)).href
      let document = new Document(uri, 'markdown', 1, STORY, encoding)
      await client.open(uri, STORY)
      for (const { at, remove, insert } of edits) {
        const start = whole(document.text, Math.floor(at * document.text.length))
        const end = whole(document.text, Math.min(document.text.length, start + remove))
        const shown = await client.change(document, start, end, insert)
        document = shown.document
        const findings = linter.lint(read(document.text, name)).filter((finding) => !finding.silenced)
        expect(shown.diagnostics).toEqual(JSON.parse(JSON.stringify(findings.map((finding) => toDiagnostic(finding, document, () => undefined)))))
      }
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    }), { numRuns: 20 })
  } finally {
    client.close()
  }
}, 60_000)
