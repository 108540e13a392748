import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { limitConnections, patienceOf, type ConnectionLimits } from '../../../src/adapters/gate/connections.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

async function server(limits: Partial<ConnectionLimits>) {
  const all = { mostConnections: 100, headSeconds: 10, requestSeconds: 30, ...limits }
  const counted = { taken: 0, refused: 0 }
  const made = createServer(patienceOf(all), (_, response) => response.end('ok'))
  limitConnections(made, all, (refused) => counted[refused ? 'refused' : 'taken']++)
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve))
  ends.push(() => made.close().closeAllConnections())
  const { port } = made.address() as AddressInfo
  /** What a connection is told: all it hears until it ends, or until it has heard an answer. */
  const say = (text: string) => {
    const socket: Socket = connect(port, '127.0.0.1')
    ends.push(() => socket.destroy())
    let heard = ''
    const told = new Promise<string>((resolve) => {
      socket.on('data', (data) => {
        heard += data.toString()
        resolve(heard)
      })
      socket.on('close', () => resolve(heard))
      socket.on('error', () => resolve(heard))
    })
    if (text) socket.write(text)
    return { socket, told }
  }
  return { say, counted }
}
const WHOLE = 'GET / HTTP/1.1\r\nhost: gate\r\n\r\n'
const takenOf = (found: { counted: { taken: number } }, n: number) => expect.poll(() => found.counted.taken).toBe(n)

test.each([['in all', { mostConnections: 2 }], ['from one address', { mostPerAddress: 2 }]])('more connections than allowed %s are closed unread, and a place that comes free is taken', async (_, limits) => {
  const found = await server(limits)
  const [first, second] = [found.say(''), found.say('')]
  await takenOf(found, 2)
  expect(await found.say(WHOLE).told).toBe('')
  expect(found.counted.refused).toBe(1)
  first.socket.destroy()
  await expect.poll(async () => found.say(WHOLE).told).toContain('200 OK')
  second.socket.destroy()
})

test.each([['nothing', ''], ['half a head', 'POST / HTTP/1.1\r\nhost: g'], ['half a body', 'POST / HTTP/1.1\r\nhost: gate\r\ncontent-length: 10\r\n\r\nhalf']])('a sender that says %s and no more is closed', async (_, text) => {
  const { say } = await server({ headSeconds: 1, requestSeconds: 1 })
  const { socket, told } = say(text)
  await told
  await expect.poll(() => socket.destroyed || socket.readableEnded, { timeout: 10_000 }).toBe(true)
})
