import { defineObligation } from '../src/lint/obligation.ts'
import { editorial } from '../src/lint/story.ts'

const SLOGAN = /\b(?:your )?capital (?:is )?at risk\b/i
const MORE = /\b(?:value of (?:investments|your investment)|fall as well as rise|get back less|lose (?:all|some|money)|past performance|volatil\w+|currency risk)\b/i

export default defineObligation({
  summary: '“Capital at risk” as the only word on risk',
  messages: { alone: '`{{words}}` is the only word on risk; on its own it is often not effective, expected the risks of this product' },
  serves: { 'uk-cobs-mainstream': { atMost: 'info' } },
  check({ article, report }) {
    const sentences = editorial(article)
    const slogan = sentences.find((s) => SLOGAN.test(s.text))
    if (slogan && !sentences.some((s) => MORE.test(s.text))) report('alone', slogan, { data: { words: SLOGAN.exec(slogan.text)![0] } })
  },
})
