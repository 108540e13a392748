import { serve } from '@hono/node-server'
import type { AddressInfo, Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskGate, OPEN } from './desk-gate.ts'

interface Client { ask(article: object, context: object): Promise<{ verdict: string } | undefined>; require(article: object, context: object): Promise<unknown>; published(article: object, context: object): Promise<{ drift: string } | undefined> }
const { createClient, fieldsOf } = (await import(join(import.meta.dirname, '../../../integrations/node/fineprint-gate.mjs'))) as {
  createClient(options: object): Client; fieldsOf(record: object, map: object): object
}
const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, yes').toString('base64')}`
const about = { site: 'daily', article: 'a1' }
const desk = deskGate({ keys: { webhookSecrets: [SECRET] } })
let server: Server
let url: string
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server = serve({ fetch: desk.gate.fetch, hostname: '127.0.0.1', port: 0, overrideGlobalObjects: false }, () => resolve()) as Server
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await desk.store.close()
})

test('the client lets a good article pass, and throws the findings of a held one', async () => {
  const gate = createClient({ url, secret: SECRET })
  await expect(gate.require({ text: 'Norland has a border.' }, about)).resolves.toMatchObject({ verdict: 'pass' })
  await expect(gate.require(OPEN, about)).rejects.toMatchObject({ name: 'Held', verdict: 'hold', findings: [{ rule: 'statistic-attribution' }], receipt: { seq: 2 } })
  expect(await gate.published({ text: 'Norland has another border.' }, about)).toMatchObject({ drift: 'text-changed' })
})

test.each([
  ['a wrong secret', { secret: `whsec_${Buffer.from('x'.repeat(32)).toString('base64')}` }, OPEN], ['no secret', { secret: '' }, OPEN],
  ['an article without words', { secret: SECRET }, { text: ' ' }], ['an article pasted into a string', { secret: SECRET }, JSON.stringify(OPEN) as unknown as object],
])('%s never publishes, whatever silence would mean', async (_, options, article) => {
  await expect(createClient({ url, whenDown: 'publish', ...options }).require(article, about)).rejects.toMatchObject({ name: 'NotJudged', down: false })
})

test('silence holds, unless the desk has chosen otherwise', async () => {
  const nowhere = 'http://127.0.0.1:1'
  await expect(createClient({ url: nowhere, secret: SECRET }).require(OPEN, about)).rejects.toMatchObject({ name: 'NotJudged', down: true })
  await expect(createClient({ url: nowhere, secret: SECRET, whenDown: 'publish' }).require(OPEN, about)).resolves.toBeUndefined()
})

test('of a record only texts with words are sent', () => {
  const map = { title: { role: 'headline' }, body: { role: 'body' }, extra: { role: 'body' } }
  expect(fieldsOf({ title: ' ', body: 'Words.', extra: { root: {} }, secret: 'x' }, map)).toEqual({ fields: { body: 'Words.' }, map: { body: { role: 'body' } } })
})
