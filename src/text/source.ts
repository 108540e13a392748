import { Lines } from './lines.ts'

/** A text as it was handed over, byte order mark included, and where its lines begin. */
export class Source {
  readonly text: string
  readonly path: string | undefined
  #lines: Lines | undefined

  constructor(text: string, path?: string) {
    this.text = text
    this.path = path
  }

  get lines(): Lines {
    return (this.#lines ??= new Lines(this.text))
  }
}
