import { passage } from '../../src/article/passage.ts'
import { defineRule } from '../../src/lint/rule.ts'
import type { Fix } from '../../src/lint/finding.ts'

/**
 * A rule with everything a rule can have, for tests of hosts that must not depend on how well the language is read:
 * reports each `sure`, shows the first word of its sentence, mends `sure thing`, suggests `likely` and a note behind.
 */
export const sureRule = defineRule({
  summary: 'Certainty nobody has',
  messages: { sure: '`{{word}}` promises too much, expected something milder' },
  options: (z) => z.object({ note: z.string().default(' [who says?]').describe('What is put at the end of the sentence') }),
  fixable: true,
  suggests: true,
  check({ article, options, report }) {
    for (const sentence of article.sentences) {
      for (const { 0: word, index } of sentence.text.matchAll(/\bsure(?: thing)?\b/gu)) {
        const at = passage(sentence.block, sentence.from + index, sentence.from + index + word.length)
        const change = (title: string, from: number, to: number, text: string): Fix[] => {
          const edit = sentence.block.prose.edit(from, to, text)
          return edit ? [{ title, edits: [edit] }] : []
        }
        const [fix] = word === 'sure' ? [] : change('Write `likely`', at.from, at.to, 'likely')
        const first = /^\S+/u.exec(sentence.text)![0]
        report('sure', at, {
          data: { word },
          related: [{ span: passage(sentence.block, sentence.from, sentence.from + first.length).span, message: `the sentence begins with \`${first}\`` }],
          ...(fix ? { fix } : {}),
          suggestions: [...change('Write `likely`', at.from, at.to, 'likely'), ...change('Ask who says so', sentence.to, sentence.to, options.note)],
        })
      }
    }
  },
})

/** A config that asks `sure` alone, at a severity. */
export const onlySure = (severity: 'error' | 'warn' | 'info' = 'error') => ({
  plugins: [{ rules: { sure: sureRule } }],
  preset: { summary: 'one rule', rules: { sure: severity } },
})
