import type { FieldMap, OwnFormat, Reading } from '../article/block.ts'
import type { Format } from './format.ts'
import { jsonWith } from './json.ts'
import { plain } from './plain.ts'

/** What a newsroom brings, as the built-in formats are: its own formats, then JSON whose fields it has named. */
export function ownFormats(formats: readonly OwnFormat[], fields?: FieldMap): readonly Format[] {
  return [...formats.map(fromOwn), ...(fields ? [jsonWith(fields)] : [])]
}

function fromOwn(own: OwnFormat): Format {
  const extensions = own.extensions.map((extension) => extension.toLowerCase())
  const readAll = (text: string): readonly Reading[] => {
    try {
      const read = own.read(text)
      const readings = isList(read) ? read : [read]
      if (readings.every((reading) => Array.isArray(reading?.blocks))) return readings.length ? readings : [{ ...plain.read('', {}), notices: [] }]
      return asPlain(text, 'it gave no blocks')
    } catch (error) {
      return asPlain(text, (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!)
    }
  }
  return { id: 'own', extensions, needs: () => [], read: (text) => readAll(text)[0]!, readAll }

  function asPlain(text: string, why: string): Reading[] {
    const reading = plain.read(text, {})
    const message = `the format for ${extensions.join(', ')} could not read it: ${why}`
    return [{ ...reading, notices: text.length ? [...reading.notices, { message, span: { start: 0, end: 1 } }] : [] }]
  }
}

function isList(read: Reading | readonly Reading[]): read is readonly Reading[] {
  return Array.isArray(read)
}
