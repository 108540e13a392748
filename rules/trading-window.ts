import type { IsoDate } from '../src/article/block.ts'
import { defineObligation } from '../src/lint/obligation.ts'
import { authorsOf, daysBetween, entitiesIn, type Register } from '../src/lint/register.ts'
import type { Article } from '../src/article/article.ts'
import type { Story } from '../src/lint/story.ts'

/** Days before and after publication in which nobody deals, by who says so. */
const DAYS: Readonly<Record<string, number>> = { 'de-pressekodex-7-4': 14, 'house-reuters': 30, 'house-ft': 180, 'hk-sfc-16': 30, 'us-sabew': 30 }

export default defineObligation({
  summary: 'Trades too close to publication',
  messages: { close: 'a trade on {{date}} lies {{days}} days from publication, expected none within {{window}} days' },
  serves: {
    'de-pressekodex-7-4': {},
    'house-reuters': { atMost: 'warn' },
    'house-ft': { atMost: 'warn' },
    'hk-sfc-16': { when: { any: ['recommendation'] }, atMost: 'warn' },
    'us-sabew': { atMost: 'warn' },
  },
  check({ article, story, register, duties, report }) {
    const day = article.meta.published
    if (!day) return
    for (const date of tradesOf(article, story, register)) {
      const days = Math.abs(daysBetween(date, day))
      const broken = duties.filter((d) => days <= (register?.coolingOffDays ?? DAYS[d.provision.id]!))
      if (broken.length === 0) continue
      const window = register?.coolingOffDays ?? Math.max(...broken.map((d) => DAYS[d.provision.id]!))
      report('close', article.anchor, { data: { date, days, window }, for: broken })
    }
  },
})

/** Days of trades on record: of what front matter states, and of what the register holds on issuers the story names. */
function tradesOf(article: Article, story: Story, register: Register | undefined): IsoDate[] {
  const stated = Array.isArray(story.interests) ? story.interests.flatMap((i) => i.trades) : []
  if (!register) return [...new Set(stated)]
  const named = new Set(entitiesIn(article, register).map((n) => n.value.id))
  const held = authorsOf(article.meta.author, register).flatMap((a) => a.holdings).filter((h) => named.has(h.entity))
  return [...new Set([...stated, ...held.flatMap((h) => h.trades)])]
}
