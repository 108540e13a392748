import type { RuleContext } from './rule.ts'
import { authorsOf } from './register.ts'
import { editorial, storyOf } from './story.ts'

/** What front matter or config calls a tie of the publisher or the author. */
const KEYS = ['parent', 'owner', 'employer', 'clients', 'client'] as const
/** Relations in `interests` that are holdings and no ties. */
const HOLDING = /^(?:self|own|author|family|spouse|household|holder|shareholder)$/i

/** Ties that are stated or on record, and whose other end the story names: a parent, an employer, a client, a seat on a board. */
export function knownTies({ article, facts, register }: Pick<RuleContext<Record<string, string>, unknown>, 'article' | 'facts' | 'register'>): string[] {
  const story = storyOf(article, facts)
  const text = editorial(article).map((s) => s.text).join(' ')
  const stated = KEYS.flatMap((key) => [story.fields[key] ?? []].flat()).map(String)
  const relations = Array.isArray(story.interests) ? story.interests.filter((i) => i.relation && !HOLDING.test(i.relation)).map((i) => i.entity) : []
  const recorded = register ? authorsOf(article.meta.author, register).flatMap((a) => a.employer ?? []) : []
  return [...new Set([...stated, ...relations, ...recorded])].filter((name) => name.length > 1 && text.includes(name))
}
