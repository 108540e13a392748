import { isUtf8 } from 'node:buffer'
import * as z from 'zod'
import { Refusal } from './refusal.ts'

/**
 * The body of a request as text.
 * @param most bytes that are read at the most
 * @throws Refusal 413 for more, 415 for what is no JSON, 400 for what is no UTF-8
 */
export async function readBody(request: Request, most: number): Promise<string> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/(?:[\w.+-]+\+)?json(?:\s*;|$)/iu.test(type)) {
    throw new Refusal(415, 'not-json', `expected content-type application/json, found \`${type.slice(0, 80) || 'none'}\``)
  }
  const tooLarge = () => new Refusal(413, 'too-large', `expected at most ${most} bytes`)
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > most) throw tooLarge()
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  if (!isUtf8(bytes)) throw new Refusal(400, 'not-utf8', 'expected a body in UTF-8')
  return bytes.toString('utf8')
}

/** Deeper JSON than any CMS sends; a parser's own stack would end before memory does. */
const DEEPEST = 200

/**
 * A body read by a schema.
 * @throws Refusal 400 that names the place in the body and what was expected there
 */
export function parseBody<Schema extends z.ZodType>(body: string, schema: Schema): z.output<Schema> {
  let value: unknown
  if (isDeeperThan(DEEPEST, body)) throw new Refusal(400, 'too-deep', `expected JSON nested at most ${DEEPEST} deep`)
  try {
    value = JSON.parse(body)
  } catch (error) {
    throw new Refusal(400, 'bad-json', `expected JSON: ${(error as Error).message}`)
  }
  if (typeof value === 'string') throw new Refusal(400, 'bad-json', 'expected a JSON object, found a string: send the record itself, not a text made of it')
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new Refusal(400, 'bad-request', z.prettifyError(result.error).replace(/\s*\n\s*/gu, ' ').replace(/✖ /gu, ''))
}

/** Reads no further than where it knows. */
function isDeeperThan(most: number, json: string): boolean {
  let depth = 0
  let inText = false
  for (let i = 0; i < json.length; i++) {
    const unit = json.charCodeAt(i)
    if (inText) {
      if (unit === 92) i++
      else if (unit === 34) inText = false
    } else if (unit === 34) inText = true
    else if (unit === 91 || unit === 123) {
      if (++depth > most) return true
    } else if (unit === 93 || unit === 125) depth--
  }
  return false
}

const MOST_FORM = 64 * 1024

/**
 * A form as browsers send it.
 * @throws Refusal 415 for anything else, 413 for more than a form of ours can hold
 */
export async function formOf(request: Request): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/iu.test(request.headers.get('content-type') ?? '')) throw new Refusal(415, 'not-a-form', 'expected a form')
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of request.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > MOST_FORM) throw new Refusal(413, 'too-large', 'expected a shorter form')
  }
  return new URLSearchParams(text)
}
