import { defineObligation } from '../src/lint/obligation.ts'

const PERSON = /\bqualified person\b|\bQP\b|\btechnical report\b|\bcompetent person\b/i

export default defineObligation({
  summary: 'Mineral figures of an issuer without a qualified person',
  messages: { missing: '`{{words}}` stands without a qualified person, expected the person named, or the dated technical report it comes from' },
  serves: { 'ca-43-101': { when: { any: ['mining'], also: { holds: (story) => story.paid || story.type === 'press-release', why: 'the text is not said to be paid for or an issuer’s release' } } } },
  check({ article, report }) {
    const found = article.signals.of('mining').find((s) => /\d/u.test(s.sentence.text))
    if (found && !article.sentences.some((s) => PERSON.test(s.text))) report('missing', found, { data: { words: found.text } })
  },
})
