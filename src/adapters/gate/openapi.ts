import * as z from 'zod'
import { publishedRequest, verdictAnswer, verdictRequest, waiverDecision, waiverRequest } from './schema.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output' = 'input') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io })
  return rest
}
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const refusal = json({ type: 'object', properties: { error: { type: 'object', properties: { code: { type: 'string' }, message: { type: 'string' } } } } })
const REFUSALS = {
  400: { description: 'The body is not what was expected; nothing was judged', ...refusal },
  401: { description: 'Unknown sender, or a signature that does not hold', ...refusal },
  403: { description: 'Known, but not allowed to do this', ...refusal },
  409: { description: 'The id was used for another request', ...refusal },
  413: { description: 'The body is too large', ...refusal },
  415: { description: 'The body is no JSON', ...refusal },
  429: { description: 'Too many requests; see retry-after', ...refusal },
  503: { description: 'The gate could not answer; nothing was recorded', ...refusal },
}
const post = (summary: string, request: z.ZodType, answer: object = { type: 'object' }) => ({
  post: { summary, requestBody: { required: true, ...json(schemaOf(request)) }, responses: { 200: { description: 'Answered', ...json(answer) }, ...REFUSALS } },
})
const get = (summary: string, parameters: readonly string[] = []) => ({
  get: {
    summary,
    parameters: parameters.map((name) => ({ name, in: 'query', required: false, schema: { type: 'string' } })),
    responses: { 200: { description: 'Answered' }, 401: REFUSALS[401], 403: REFUSALS[403] },
  },
})
const withPath = (names: readonly string[], item: ReturnType<typeof post> | ReturnType<typeof get>) => ({
  ...item, parameters: names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
})

/** The gate's description for programs, made of the schemas it reads by. */
export function openApi(version: string): object {
  return {
    openapi: '3.1.0',
    info: { title: 'fineprint gate', version, description: 'Judges an article before it is published and keeps a record. Every verdict is answered with 200.' },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        webhook: { type: 'apiKey', in: 'header', name: 'webhook-signature', description: 'Standard Webhooks 1.0' },
        hub: { type: 'apiKey', in: 'header', name: 'x-hub-signature-256' },
      },
    },
    security: [{ webhook: [] }, { hub: [] }, { bearer: [] }],
    paths: {
      '/v1/verdicts': post('Judge an article', verdictRequest, schemaOf(verdictAnswer, 'output')),
      '/v1/published': post('Tell what was published, and learn whether it is what was judged', publishedRequest),
      '/v1/waivers': post('Ask that an article may be published as it is', waiverRequest),
      '/v1/waivers/{id}/decision': withPath(['id'], post('Approve or refuse a waiver', waiverDecision)),
      '/v1/waivers/{site}/{article}': withPath(['site', 'article'], get('The waivers of an article')),
      '/v1/records': get('Records, as JSON or CSV', ['from', 'until', 'author', 'article', 'verdict', 'kind', 'rule', 'after', 'before', 'order', 'limit', 'format']),
      '/v1/summary': get('Numbers over time and by rule', ['from', 'until', 'author', 'article', 'rule']),
      '/v1/chain': get('Whether every record is as it was written'),
    },
  }
}
