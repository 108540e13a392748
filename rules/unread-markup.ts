import { defineRule } from '../src/lint/rule.ts'

export default defineRule({
  summary: 'Markup that could not be read as what it claims to be',
  messages: { unread: '{{notice}}' },
  check({ article, report }) {
    for (const { message, span } of article.notices) report('unread', span, { data: { notice: message } })
  },
})
