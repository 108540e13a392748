/** Colours for a terminal, or none: the same calls either way. */
export interface Paint {
  readonly red: (text: string) => string
  readonly yellow: (text: string) => string
  readonly blue: (text: string) => string
  readonly green: (text: string) => string
  readonly dim: (text: string) => string
  readonly bold: (text: string) => string
  readonly underline: (text: string) => string
}

/** @param color false gives every text back as it is */
export function paint(color: boolean): Paint {
  const code = (on: number, off: number) => (text: string) => (color && text !== '' ? `\u001B[${on}m${text}\u001B[${off}m` : text)
  return {
    red: code(31, 39), yellow: code(33, 39), blue: code(34, 39), green: code(32, 39), dim: code(2, 22), bold: code(1, 22), underline: code(4, 24),
  }
}
