import { createHmac, timingSafeEqual } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** What somebody may do at the gate. */
export type Scope = 'judge' | 'read' | 'review'

/** Who asks. */
export interface Principal {
  readonly name: string
  readonly scopes: readonly Scope[]
}

/** Secrets and tokens, as the configuration gives them. */
export interface Keys {
  /** Standard Webhooks secrets, `whsec_` and base64; several while one is being replaced. */
  readonly webhookSecrets: readonly string[]
  /** Secrets of senders that sign as GitHub does. */
  readonly hubSecrets?: readonly string[]
  /** Bearer tokens of people and services. */
  readonly tokens?: readonly (Principal & { readonly token: string })[]
}

const SERVICE: Principal = { name: 'webhook', scopes: ['judge'] }

/**
 * Who sent a request, by its signature over the body or by its bearer token; undefined for nobody we know. A request that
 * carries a signature is judged by that alone: a token beside a wrong one does not help.
 * @param body the body as it arrived, proved to be UTF-8, so that text and bytes are the same
 */
export function principalOf(headers: Headers, body: string, keys: Keys): Principal | undefined {
  if (headers.has('webhook-signature')) return isSigned(headers, body, keys.webhookSecrets) ? SERVICE : undefined
  const hub = headers.get('x-hub-signature-256')
  if (hub) return (keys.hubSecrets ?? []).some((secret) => isHubSigned(hub, body, secret)) ? SERVICE : undefined
  const token = /^Bearer (.+)$/iu.exec(headers.get('authorization') ?? '')?.[1]
  return token === undefined ? undefined : keys.tokens?.find((known) => isSame(known.token, token))
}

/** Standard Webhooks 1.0: any of the signatures in the header, by any of our secrets, not older than five minutes. */
function isSigned(headers: Headers, body: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(body, Object.fromEntries(headers), { jsonParse: false })
      return true
    } catch {
      return false
    }
  })
}

function isHubSigned(header: string, body: string, secret: string): boolean {
  return isSame(header, `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`)
}

/** Compares without telling by the time it takes where two texts differ. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHmac('sha256', 'compare').update(text).digest()) as [Buffer, Buffer]
  return timingSafeEqual(left, right)
}
