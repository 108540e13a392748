import { defineObligation, type When } from '../src/lint/obligation.ts'

const VENTURE: When = { paid: true, also: { holds: (_, a) => a.signals.of('security').some((s) => /^(?:TSX-?V|CVE|CSE)\b/u.test(s.text)), why: 'no issuer of TSX Venture or the CSE was found in the text' } }
const RELEASE = /\bnews release\b|\bpress release\b|\bannounced (?:the|its) (?:contract|engagement|agreement)\b/i

export default defineObligation({
  summary: 'Sponsored pieces that do not point to the release announcing the contract',
  messages: { missing: 'sponsored text on `{{issuer}}` names no release that announced the contract; if there is one, link it' },
  serves: { 'ca-tsxv-34': { when: VENTURE, atMost: 'info' }, 'ca-cse-7': { when: VENTURE, atMost: 'info' } },
  check({ article, report }) {
    const issuer = article.signals.of('security').find((s) => /^(?:TSX-?V|CVE|CSE)\b/u.test(s.text))!
    if (!article.sentences.some((s) => RELEASE.test(s.text))) report('missing', issuer, { data: { issuer: issuer.text } })
  },
})
