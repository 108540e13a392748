import type { Server, ServerOptions } from 'node:http'
import type { Socket } from 'node:net'

/** How much senders may hold at a time, and for how long. */
export interface ConnectionLimits {
  readonly mostConnections: number
  readonly mostPerAddress?: number | undefined
  readonly headSeconds: number
  readonly requestSeconds: number
}

/** How often Node looks for requests that take too long. */
const LOOKS_EVERY = 2_000

/** What a server has to be made with, to end what takes too long. */
export function patienceOf({ headSeconds, requestSeconds }: ConnectionLimits): ServerOptions {
  return {
    headersTimeout: headSeconds * 1000, requestTimeout: Math.max(headSeconds, requestSeconds) * 1000, keepAliveTimeout: 5_000, connectionsCheckingInterval: LOOKS_EVERY,
  }
}

/**
 * Bounds how many connections there are: a flood is closed before a word of it is read.
 * @param server one made with `patienceOf`: a sender that dribbles holds its socket for a while, and no longer
 * @param count called for every connection, with whether it was refused
 */
export function limitConnections(server: Server, { mostConnections, mostPerAddress }: ConnectionLimits, count: (refused: boolean) => void = () => {}): void {
  server.maxConnections = mostConnections
  server.on('drop', () => count(true))
  const held = new Map<string, number>()
  server.prependListener('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const now = (held.get(address) ?? 0) + 1
    if (mostPerAddress !== undefined && now > mostPerAddress) {
      count(true)
      socket.destroy()
      return
    }
    count(false)
    held.set(address, now)
    socket.once('close', () => {
      const left = (held.get(address) ?? 1) - 1
      if (left > 0) held.set(address, left)
      else held.delete(address)
    })
  })
}
