// A Directus hook extension: asks the gate before an item becomes public. Fields and collections are set in the environment:
// FINEPRINT_COLLECTIONS='{"posts":{"map":{"title":{"role":"headline","format":"plain"},"body":{"role":"body","format":"html"}},"status":"published"}}'
import { createClient, fieldsOf } from '../node/fineprint-gate.mjs'

class Refused extends Error {
  constructor(status, code, { message, findings = [] }) {
    super(message)
    // What Directus knows its own errors by.
    Object.assign(this, { name: 'DirectusError', status, code, extensions: { findings } })
  }
}

export default ({ filter }, { services, env }) => {
  const collections = typeof env.FINEPRINT_COLLECTIONS === 'string' ? JSON.parse(env.FINEPRINT_COLLECTIONS) : env.FINEPRINT_COLLECTIONS ?? {}
  const gate = createClient({ url: env.FINEPRINT_GATE_URL, secret: env.FINEPRINT_GATE_SECRET, whenDown: env.FINEPRINT_GATE_WHEN_DOWN ?? 'hold' })
  for (const [collection, { map, status = 'published' }] of Object.entries(collections)) {
    const judge = async (record, id) => {
      if (record.status !== status) return
      try {
        await gate.require(fieldsOf(record, map), { site: env.PUBLIC_URL || 'directus', article: id })
      } catch (error) {
        throw new Refused(error.findings ? 422 : 503, error.findings ? 'FINEPRINT_HELD' : 'SERVICE_UNAVAILABLE', error)
      }
    }
    filter(`${collection}.items.create`, async (payload) => {
      await judge(payload, 'new')
      return payload
    })
    filter(`${collection}.items.update`, async (payload, { keys }, { database, schema }) => {
      // An update holds only what changed.
      const items = new services.ItemsService(collection, { knex: database, schema })
      for (const key of keys) await judge({ ...(await items.readOne(key, { fields: ['status', ...Object.keys(map)] })), ...payload }, `${collection}/${key}`)
      return payload
    })
  }
}
