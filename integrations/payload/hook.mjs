// A Payload 3 hook: asks the gate before a document becomes public.
import { APIError } from 'payload'
import { createClient, fieldsOf, Held } from '../node/fineprint-gate.mjs'

/**
 * @param options.site how the records call this site
 * @param options.map which fields, what they are and how they are written: { title: { role: 'headline', format: 'plain' }, body: { role: 'body', format: 'html' } }
 * @param options.authorOf the author's name of a document
 */
export function fineprint({ site, map, authorOf = () => undefined, ...client }) {
  const gate = createClient(client)
  const partsOf = (document) => {
    const author = authorOf(document)
    return [fieldsOf(document, map), { site, article: String(document.id ?? 'new'), ...(author ? { author } : {}) }]
  }
  return {
    beforeChange: async ({ data, originalDoc }) => {
      // The hook is given only what changed.
      const next = { ...originalDoc, ...data }
      if (next._status !== 'published') return data
      try {
        await gate.require(...partsOf(next))
      } catch (error) {
        // `true` makes it public: otherwise the editor reads "Something went wrong".
        throw new APIError(error.message, error instanceof Held ? 422 : 503, { findings: error.findings ?? [] }, true)
      }
      return data
    },
    afterChange: async ({ doc }) => {
      if (doc._status === 'published') await gate.published(...partsOf(doc))
      return doc
    },
  }
}
