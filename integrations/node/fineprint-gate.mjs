// Asks a fineprint gate, from Node 20 and up, without a dependency. Copy it beside the hook of your CMS.
import { createHmac, randomUUID } from 'node:crypto'

/** A verdict that says no. `findings` are the gate's, `receipt` proves the judgement. */
export class Held extends Error {
  constructor({ findings, receipt, verdict }) {
    const open = findings.filter((finding) => !finding.silenced)
    const more = open.length > 3 ? ` · and ${open.length - 3} more` : ''
    super(`Fineprint holds this article back: ${open.slice(0, 3).map((finding) => finding.message).join(' · ')}${more}`)
    Object.assign(this, { name: 'Held', findings, receipt, verdict })
  }
}

/** The gate did not judge. `down` tells silence from a refusal: a wrong secret or a bad request is never a reason to publish. */
export class NotJudged extends Error {
  constructor(message, down) {
    super(`The publish gate did not answer: ${message}`)
    Object.assign(this, { name: 'NotJudged', down })
  }
}

/**
 * @param options.url the gate's address; FINEPRINT_GATE_URL
 * @param options.secret whsec_…; FINEPRINT_GATE_SECRET
 * @param options.whenDown 'hold' (default) or 'publish': what silence of the gate means; FINEPRINT_GATE_WHEN_DOWN
 */
export function createClient({ url = process.env.FINEPRINT_GATE_URL ?? 'http://127.0.0.1:8087', secret = process.env.FINEPRINT_GATE_SECRET, whenDown = process.env.FINEPRINT_GATE_WHEN_DOWN ?? 'hold' } = {}) {
  async function send(path, payload) {
    const key = Buffer.from((secret ?? '').replace(/^whsec_/u, ''), 'base64')
    if (key.length === 0) throw new NotJudged('no secret is set', false)
    const body = JSON.stringify(payload)
    const id = `msg_${randomUUID()}`
    const time = String(Math.floor(Date.now() / 1000))
    const signature = `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`
    let response
    try {
      response = await fetch(new URL(path, url), {
        method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(15_000),
        headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature },
      })
    } catch (error) {
      throw new NotJudged(error.cause?.message ?? error.message, true)
    }
    const answer = await response.json().catch(() => undefined)
    if (response.ok && answer) return answer
    throw new NotJudged(answer?.error?.message ?? `HTTP ${response.status}`, response.status >= 500)
  }
  return {
    /** The gate's answer; undefined where it is silent and `whenDown` is 'publish'. */
    async ask(article, context) {
      try {
        return await send('/v1/verdicts', { article, context })
      } catch (error) {
        if (error.down && whenDown === 'publish') return undefined
        throw error
      }
    },
    /** Throws Held or NotJudged unless the article may go out. */
    async require(article, context) {
      const answer = await this.ask(article, context)
      if (answer?.verdict === 'hold' || answer?.verdict === 'reject') throw new Held(answer)
      return answer
    },
    /** Tells the gate what went out, so that its records say when it is not what was judged. Never throws. */
    async published(article, context) {
      return send('/v1/published', { article, context }).catch(() => undefined)
    },
  }
}

/** Fields of a record as the gate takes them: only texts with words in them. */
export function fieldsOf(record, map) {
  const entries = Object.keys(map).map((name) => [name, record[name]]).filter(([, text]) => typeof text === 'string' && text.trim())
  return { fields: Object.fromEntries(entries), map: Object.fromEntries(entries.map(([name]) => [name, map[name]])) }
}
