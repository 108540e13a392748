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

/** Directus takes a value with commas for a list and takes it apart: the environment has it whole, a config file as an object. */
function collectionsFrom(env) {
  const whole = process.env.FINEPRINT_COLLECTIONS
  const found = whole === undefined ? env.FINEPRINT_COLLECTIONS : JSON.parse(whole.replace(/^json:/u, ''))
  const isRight = found && typeof found === 'object' && !Array.isArray(found) && Object.values(found).every((one) => one?.map && typeof one.map === 'object')
  if (!isRight) throw new Error('expected {"collection": {"map": {"field": {"role": "…"}}}}')
  return found
}

export default ({ filter }, { services, env }) => {
  let collections
  try {
    collections = collectionsFrom(env)
  } catch (error) {
    // Nothing goes out unasked because of a typing error.
    const message = `Fineprint does not know what to ask about: FINEPRINT_COLLECTIONS: ${error.message}`
    console.error(message)
    for (const event of ['items.create', 'items.update']) {
      filter(event, (payload) => {
        if (payload?.status === 'published') throw new Refused(503, 'SERVICE_UNAVAILABLE', { message })
        return payload
      })
    }
    return
  }
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
