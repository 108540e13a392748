import * as z from 'zod'
import type { Keys } from './signature.ts'
import { DEFAULT_POLICY, type Policy } from './verdict.ts'

const severity = z.enum(['error', 'warn', 'info', 'never'])

/** The `gate` part of a configuration. Secrets come from the environment, never from a file that is committed. */
export const gateSchema = z.strictObject({
  host: z.string().default('127.0.0.1'),
  port: z.number().int().min(0).max(65_535).default(8087),
  store: z.string().default('fineprint-records.sqlite').describe('A file for SQLite, or postgres://… for several nodes'),
  rejectOn: severity.default(DEFAULT_POLICY.rejectOn),
  holdOn: severity.default(DEFAULT_POLICY.holdOn),
  warnOn: severity.default(DEFAULT_POLICY.warnOn),
  fourEyes: z.boolean().default(true).describe('Who asks for a waiver may not approve it'),
  mostBytes: z.number().int().min(1024).default(4 * 1024 * 1024).describe('Largest body'),
  mostPerMinute: z.number().int().min(1).default(600).describe('Requests of one sender in a minute'),
  mostConnections: z.number().int().min(1).default(1000).describe('Connections at a time; more are closed before a word is read'),
  mostPerAddress: z.number().int().min(1).optional().describe('Connections at a time from one address; no limit where left out, for behind a proxy all come from one'),
  headSeconds: z.number().int().min(1).max(600).default(10).describe('How long a sender may take for the head of a request'),
  requestSeconds: z.number().int().min(1).max(600).default(30).describe('How long for all of it'),
  threads: z.number().int().min(1).max(256).optional().describe('Threads that judge; as many as there are processors, two to eight, where left out'),
  keepDays: z.number().int().min(1).optional().describe('After how many days the bodies of records are taken away; never where left out'),
})

export type GateSettings = z.output<typeof gateSchema>

/** Largest findings that lead to each verdict. */
export function policyOf({ rejectOn, holdOn, warnOn }: GateSettings): Policy {
  return { rejectOn, holdOn, warnOn }
}

const SCOPES = { judge: ['judge'], read: ['read'], review: ['read', 'review', 'judge'] } as const

/**
 * Secrets as the environment gives them: `FINEPRINT_WEBHOOK_SECRET` and `FINEPRINT_HUB_SECRET`, several apart by a space;
 * `FINEPRINT_TOKENS`, `name:scope:token` apart by a space, the scope one of judge, read, review.
 * @throws RangeError that names the variable and what was expected, without its value
 */
export function keysFrom(environment: Readonly<Record<string, string | undefined>>): Keys {
  const words = (name: string) => (environment[name] ?? '').split(/\s+/u).filter(Boolean)
  const webhookSecrets = words('FINEPRINT_WEBHOOK_SECRET')
  for (const secret of webhookSecrets) {
    const bytes = Buffer.from(secret.replace(/^whsec_/u, ''), 'base64').length
    if (!secret.startsWith('whsec_') || bytes < 24 || bytes > 64) {
      throw new RangeError('FINEPRINT_WEBHOOK_SECRET: expected whsec_ and 24 to 64 bytes in base64')
    }
  }
  const tokens = words('FINEPRINT_TOKENS').map((word) => {
    const [name = '', scope = '', ...rest] = word.split(':')
    const token = rest.join(':')
    if (!name || !Object.hasOwn(SCOPES, scope) || token.length < 16) {
      throw new RangeError('FINEPRINT_TOKENS: expected name:scope:token with the scope judge, read or review and a token of 16 characters or more')
    }
    return { name, scopes: SCOPES[scope as keyof typeof SCOPES], token }
  })
  const hubSecrets = words('FINEPRINT_HUB_SECRET')
  if (webhookSecrets.length + tokens.length + hubSecrets.length === 0) {
    throw new RangeError('nobody could ask this gate: set FINEPRINT_WEBHOOK_SECRET, FINEPRINT_HUB_SECRET or FINEPRINT_TOKENS')
  }
  return { webhookSecrets, hubSecrets, tokens }
}
