/** Whether somebody has asked a long run to end: it ends in order, and told twice at once. */
export class Stop {
  signal: 'SIGINT' | 'SIGTERM' | undefined
  /** Called when the first signal comes. */
  readonly onStop: (() => void)[] = []
  readonly #listen = (signal: 'SIGINT' | 'SIGTERM'): void => {
    if (this.signal) process.exit(this.code)
    this.signal = signal
    for (const tell of this.onStop) tell()
  }

  constructor() {
    process.on('SIGINT', this.#listen)
    process.on('SIGTERM', this.#listen)
  }

  /** What a process that was told to end ends with. */
  get code(): number {
    return this.signal === 'SIGTERM' ? 143 : 130
  }

  close(): void {
    process.off('SIGINT', this.#listen)
    process.off('SIGTERM', this.#listen)
  }
}
