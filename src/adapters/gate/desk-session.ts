import { createHmac } from 'node:crypto'
import { isSame, type Keys, type Principal } from './signature.ts'

/** How long a person stays logged in: a working day. */
const HOURS = 9
export const COOKIE = 'fineprint_desk'

type Known = NonNullable<Keys['tokens']>[number]

const sealOf = (known: Known, what: string) => createHmac('sha256', known.token).update(what).digest('base64url')

/** What a session's cookie holds: name, end and a seal by the person's own token; whoever loses the token is logged out. */
export function sessionFor(known: Known, now: string): string {
  const end = Date.parse(now) + HOURS * 3_600_000
  const name = Buffer.from(known.name).toString('base64url')
  return `${name}.${end}.${sealOf(known, `desk session\n${known.name}\n${end}`)}`
}

/** Who is logged in; undefined for nobody, for a forged cookie and for one that has run out. */
export function personOf(cookie: string | undefined, keys: Keys, now: string): (Principal & { readonly csrf: string }) | undefined {
  const [name = '', end = '', seal = ''] = (cookie ?? '').split('.')
  if (!/^\d{1,15}$/u.test(end) || Number(end) <= Date.parse(now)) return undefined
  const who = Buffer.from(name, 'base64url').toString()
  const known = keys.tokens?.find((k) => k.name === who && isSame(sealOf(k, `desk session\n${who}\n${end}`), seal))
  return known && { name: known.name, scopes: known.scopes, csrf: sealOf(known, `desk form\n${end}`) }
}

/** The one whose token this is. */
export function knownBy(token: string, keys: Keys): Known | undefined {
  return keys.tokens?.find((known) => isSame(known.token, token) && known.scopes.includes('read'))
}
