import { createGate, type GateParts } from '../../../src/adapters/gate/app.ts'
import { createJudge } from '../../../src/adapters/gate/judge.ts'
import { openSqlite } from '../../../src/adapters/gate/store/sqlite.ts'
import { DEFAULT_POLICY } from '../../../src/adapters/gate/verdict.ts'

export const SERVICE = 'a-token-of-a-service'
export const TOKENS = { ines: 'a-token-of-ines-ruiz', omar: 'a-token-of-omar-haddad', reader: 'a-token-that-reads' } as const

/** A gate with a desk, records in memory, and a clock that stands still until it is moved. */
export function deskGate(extra: Partial<GateParts> = {}) {
  const clock = { now: '2026-05-04T10:00:00.000Z' }
  const store = openSqlite(':memory:')
  const gate = createGate({
    store, judge: createJudge({ preset: 'recommended' }, DEFAULT_POLICY, '1.2.3'), now: () => clock.now, log: () => undefined, measure: () => undefined,
    metrics: async () => '', mostBytes: 1_000_000, mostPerMinute: 10_000, fourEyes: true,
    keys: {
      webhookSecrets: [],
      tokens: [
        { name: 'cms', token: SERVICE, scopes: ['judge'] }, { name: 'Ines Ruiz', token: TOKENS.ines, scopes: ['read', 'review', 'judge'] },
        { name: 'Omar Haddad', token: TOKENS.omar, scopes: ['read', 'review', 'judge'] }, { name: 'reader', token: TOKENS.reader, scopes: ['read'] },
      ],
    },
    ...extra,
  })
  const judge = async (article: object, id = 'a1', context: object = {}) => {
    const response = await gate.request('/v1/verdicts', {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${SERVICE}` },
      body: JSON.stringify({ article, context: { site: 'daily', article: id, author: 'Lena Vogt', ...context } }),
    })
    return await response.json() as { verdict: string; receipt: { textHash: string; seq: number } }
  }
  return { gate, store, clock, judge }
}

export const OPEN = { format: 'markdown', text: '# Norland watches its border\n\nNorland sent 4,200 inspectors to the border in May.\n\nExports rose 12% in April, according to its statistics office.\n' }
