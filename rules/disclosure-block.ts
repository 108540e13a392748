import { isEditorial } from '../src/article/editorial.ts'
import { wholeOf } from '../src/article/passage.ts'
import { defineRule } from '../src/lint/rule.ts'
import { closingBlock, inOrder, ordered, STATEMENT_NAMES } from '../src/lint/statements.ts'

export default defineRule({
  summary: 'Closing blocks of disclosures that are scattered, out of order or not at the end',
  messages: {
    after: 'The story goes on after its closing block, expected the block to be the last thing the newsroom says',
    apart: '`{{words}}` stands apart from the closing block, expected all of its statements in one paragraph',
    order: '`{{words}}` is out of order, expected the statements in the house’s order: {{order}}',
  },
  options: (z) => z.object({
    order: z.array(z.enum(STATEMENT_NAMES)).default([...STATEMENT_NAMES]).describe('The statements of the closing block, in the order in which they stand'),
  }),
  suggests: true,
  check({ article, options: { order }, report }) {
    const block = closingBlock(article, order)
    if (!block) return
    const next = article.blocks.findIndex((b, i) => i > block.index && isEditorial(article.roles[i]!) && b.prose.text.trim() !== '' && article.roles[i] !== 'disclosure')
    if (next >= 0) report('after', wholeOf(article.blocks[next]!), { related: [{ span: article.blocks[block.index]!.span, message: 'the closing block stands here' }] })
    const apart = block.apart[0]
    if (apart) report('apart', apart, { data: { words: apart.text }, related: [{ span: article.blocks[block.index]!.span, message: 'the closing block stands here' }] })
    const wrong = block.statements.find((s, i) => i > 0 && !inOrder(block.statements[i - 1]!, s, order))
    const edit = wrong && ordered(block.statements, order)
    if (wrong) report('order', wrong, { data: { words: wrong.text, order: order.join(', ') }, ...(edit ? { suggestions: [{ title: 'Put the statements in order', edits: edit }] } : {}) })
  },
})
