import { writeTo } from './output.ts'

/** One line on standard error that says how far a long run is; short runs never show it. */
export class Progress {
  readonly #total: number
  #next = Date.now() + 500
  #shown = false

  constructor(total: number) {
    this.#total = total
  }

  tell(done: number): void {
    const now = Date.now()
    if (now < this.#next) return
    this.#next = now + 100
    this.#shown = true
    writeTo(2, `\r\u001B[K${done} of ${this.#total} files`)
  }

  clear(): void {
    if (this.#shown) writeTo(2, '\r\u001B[K')
  }
}
