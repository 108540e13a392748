import type { Article } from '../src/article/article.ts'
import type { Block } from '../src/article/block.ts'
import { wholeOf } from '../src/article/passage.ts'
import { defineObligation } from '../src/lint/obligation.ts'

const SMALL = new Set(['small', 'fine-print', 'fineprint', 'smallprint', 'small-print', 'tiny', 'text-xs'])
const STYLE = /font-size:\s*([\d.]{1,6})\s*(px|pt|em|rem|%)/i
/** One unit of each in points, where the page's own text has the usual 12 pt. */
const POINTS: Readonly<Record<string, number>> = { px: 0.75, pt: 1, em: 12, rem: 12, '%': 0.12 }
/** Below this a reader has to look twice; the one size a provision names is 10 pt. */
const LEAST = 10

export default defineObligation({
  summary: 'Risk texts and disclosures in smaller type than the story',
  messages: { small: '`{{words}}` is set smaller than the story around it, expected type at least as large' },
  serves: {
    'eu-mifid-44': {}, 'sg-faa-45': {}, 'sg-far-22': {}, 'in-sebi-adcode': {}, 'eu-cfd-warning': { when: { any: ['cfd'] }, atMost: 'warn' },
  },
  check({ article, report }) {
    const blocks = new Set<Block>([...article.disclosures, ...article.signals.of('paid')].map((d) => d.block))
    for (const block of blocks) {
      if (isSmall(article, block)) report('small', wholeOf(block), { data: { words: block.prose.text.slice(0, 60) } })
    }
  },
})

function isSmall(article: Article, block: Block): boolean {
  if (block.hints?.some((hint) => SMALL.has(hint))) return true
  const markup = article.slice(block.span)
  if (/^\s*<[^>]{0,200}>\s*<small\b/iu.test(markup) || /^\s*<small\b/i.test(markup)) return true
  const size = STYLE.exec(/^\s*<[^>]{0,400}>/u.exec(markup)?.[0] ?? '')
  return size !== null && Number(size[1]) * POINTS[size[2]!.toLowerCase()]! < LEAST
}
