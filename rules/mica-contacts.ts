import { defineObligation } from '../src/lint/obligation.ts'

const PARTS: readonly (readonly [string, RegExp])[] = [
  ['a web address', /\bhttps?:\/\/|\bwww\.|\b[\w-]{2,}\.(?:com|eu|io|org|net|de|fr|es|it|nl)\b/i],
  ['a telephone number', /(?:\+|\b00)\d[\d\s().-]{6,18}\d/u],
  ['an email address', /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,32}/u],
  ['the white paper', /\bwhite\s?paper\b/i],
]
const REDEMPTION = /\bright of redemption\b|\bredeem\w*\b[\s\S]{0,60}\bat any time\b/i

export default defineObligation({
  summary: 'Crypto-asset marketing without white paper and contacts',
  messages: { missing: 'if this text markets a crypto-asset, it lacks {{parts}}' },
  serves: {
    'eu-mica-7': { when: { any: ['crypto'] } },
    'eu-mica-29': { when: { any: ['crypto'], also: { holds: (_, a) => a.sentences.some((s) => /asset-referenced token/i.test(s.text)), why: 'no asset-referenced token was found in the text' } } },
    'eu-mica-53': { when: { any: ['crypto'], also: { holds: (_, a) => a.sentences.some((s) => /e-money token/i.test(s.text)), why: 'no e-money token was found in the text' } } },
  },
  check({ article, duties, report }) {
    const links = article.blocks.flatMap((b) => b.marks.flatMap((m) => m.url ?? [])).join(' ')
    const text = `${article.sentences.map((s) => s.text).join(' ')} ${links}`
    const redeemable = duties.some((d) => d.provision.id !== 'eu-mica-7') && !REDEMPTION.test(text)
    const parts = [...PARTS.flatMap(([name, pattern]) => (pattern.test(text) ? [] : [name])), ...(redeemable ? ['the right of redemption at any time'] : [])]
    if (parts.length > 0) report('missing', article.signals.of('crypto')[0], { data: { parts: parts.join(', ') } })
  },
})
