import * as z from 'zod'

const format = z.enum(['markdown', 'mdx', 'html', 'plain'])
const name = z.string().min(1).max(500)
const isoTime = z.iso.datetime({ offset: true })

/** The article as one text, or as the fields of a CMS record. */
export const submission = z.union([
  z.strictObject({
    text: z.string().min(1).regex(/\S/u, 'expected a text with words in it').describe('The article, front matter included'),
    format: format.default('markdown').describe('How the text is written'),
  }),
  z.strictObject({
    fields: z.record(z.string(), z.string()).refine((fields) => Object.values(fields).some((text) => /\S/u.test(text)), 'expected at least one field with words in it')
      .describe('Path of a field to its text: { "title": "…", "body": "<p>…</p>" }'),
    map: z.record(z.string(), z.strictObject({ role: z.enum(['headline', 'standfirst', 'byline', 'body']).optional(), format: format.optional() })).optional()
      .describe('What a field is and how it is written, where its name does not say'),
  }),
])

/** Who publishes what: names the article in the records, and tells the rules what the text cannot. */
export const context = z.strictObject({
  site: name.describe('The site or desk'),
  article: name.describe('The article’s id in its CMS'),
  author: name.optional().describe('Who wrote it'),
  revision: z.union([z.string(), z.number()]).optional(),
  contentType: z.string().optional().describe('news, opinion, sponsored …'),
  facts: z.record(z.string(), z.unknown()).optional().describe('What is known about the desk and the author'),
})

/** `POST /v1/verdicts` */
export const verdictRequest = z.strictObject({ article: submission, context })

/** `POST /v1/published` */
export const publishedRequest = z.strictObject({ article: submission, context })

/** `POST /v1/waivers`: a person asks that a held article may be published as it is. */
export const waiverRequest = z.strictObject({
  site: name,
  article: name,
  textHash: z.string().regex(/^[0-9a-f]{64}$/u, 'expected the text hash of a receipt').describe('The text it is asked for; a later edit makes it stale'),
  rules: z.array(name).min(1).describe('The rules whose findings shall stand'),
  reason: z.string().min(10, 'expected a reason somebody else can follow'),
  until: isoTime.optional().describe('When it runs out'),
  emergency: z.boolean().default(false).describe('Published at once, reviewed afterwards'),
})

/** `POST /v1/waivers/{id}/decision` */
export const waiverDecision = z.strictObject({ decision: z.enum(['approve', 'refuse']), reason: z.string().min(1) })

export type VerdictRequest = z.output<typeof verdictRequest>
export type WaiverRequest = z.output<typeof waiverRequest>
export type WaiverDecision = z.output<typeof waiverDecision>

const place = z.object({
  field: z.string(), start: z.number(), end: z.number(), line: z.number(), column: z.number(), excerpt: z.string(),
})

/** A finding as the gate answers it; offsets are UTF-16 code units in the field, half open. */
export const findingAnswer = z.object({
  rule: z.string(), severity: z.enum(['error', 'warn', 'info']), message: z.string(), fingerprint: z.string(), url: z.string(), place,
  related: z.array(z.object({ message: z.string(), place })),
  suggestions: z.array(z.object({ title: z.string(), edits: z.array(z.object({ field: z.string(), start: z.number(), end: z.number(), text: z.string() })) })),
  silenced: z.object({ by: z.string(), reason: z.string().optional(), until: z.string().optional(), who: z.string().optional() }).optional(),
})

/** What can be proved later about a judgement. */
export const receipt = z.object({
  id: z.string(), seq: z.number(), at: z.string(), textHash: z.string(), ruleSet: z.object({ version: z.string(), digest: z.string(), presets: z.array(z.string()) }),
  verdict: z.enum(['pass', 'warn', 'hold', 'reject']), digest: z.string(), previous: z.string(), hash: z.string(),
})

export const verdictAnswer = z.object({
  verdict: z.enum(['pass', 'warn', 'hold', 'reject']), findings: z.array(findingAnswer), owed: z.array(z.object({ rule: z.string(), statement: z.string() })), receipt,
})

export type FindingAnswer = z.output<typeof findingAnswer>
export type VerdictAnswer = z.output<typeof verdictAnswer>
