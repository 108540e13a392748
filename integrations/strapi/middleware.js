'use strict'
// A Strapi 5 document-service middleware: asks the gate before a document becomes public, whoever publishes it.
const { errors } = require('@strapi/utils')

/**
 * In src/index.js: register({ strapi }) { strapi.documents.use(fineprint({ site, types: { 'api::post.post': map } })) }
 * @param options.types content types, each with its fields: { title: { role: 'headline', format: 'plain' }, body: { role: 'body', format: 'markdown' } }
 */
module.exports.fineprint = ({ site, types, authorOf = () => undefined, ...options }) => {
  const loaded = import('../node/fineprint-gate.mjs').then((module) => ({ ...module, gate: module.createClient(options) }))
  return async (context, next) => {
    const map = types[context.uid]
    // REST create and update publish by themselves unless they are told `status=draft`.
    const publishing = context.action === 'publish' || (['create', 'update'].includes(context.action) && context.params.status === 'published')
    if (!map || !publishing) return next()
    const { gate, fieldsOf, Held } = await loaded
    const { documentId, locale } = context.params
    const where = { documentId, publishedAt: null, ...(locale && locale !== '*' ? { locale } : {}) }
    const drafts = documentId ? await strapi.db.query(context.uid).findMany({ where }) : [{}]
    for (const draft of drafts.length ? drafts : [{}]) {
      const document = { ...draft, ...context.params.data }
      const author = authorOf(document)
      const article = fieldsOf(document, map)
      const about = { site, article: documentId ? `${documentId}${drafts.length > 1 ? `/${draft.locale}` : ''}` : 'new', ...(author ? { author } : {}) }
      try {
        await gate.require(article, about)
      } catch (error) {
        throw error instanceof Held ? new errors.ApplicationError(error.message, { findings: error.findings, receipt: error.receipt }) : new errors.ApplicationError(error.message)
      }
    }
    return next()
  }
}
