import { parseDocument, type Document } from 'yaml'

/** The document with its places; mistakes are in `errors`. */
export function parseYaml(text: string): Document.Parsed {
  return parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
}
