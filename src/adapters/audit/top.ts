/** The first so many of any number of things, by an order; holds no more than those. */
export class Top<T> {
  readonly #most: number
  readonly #order: (a: T, b: T) => number
  /** A heap: the one that would go first stands at 0. */
  readonly #heap: T[] = []

  /** @param order negative where `a` comes before `b`; of things that are equal by it any may be dropped */
  constructor(most: number, order: (a: T, b: T) => number) {
    this.#most = most
    this.#order = order
  }

  add(item: T): void {
    if (this.#heap.length < this.#most) {
      this.#heap.push(item)
      this.#up(this.#heap.length - 1)
    } else if (this.#heap.length && this.#order(item, this.#heap[0]!) < 0) {
      this.#heap[0] = item
      this.#down(0)
    }
  }

  sorted(): T[] {
    return [...this.#heap].sort(this.#order)
  }

  #up(at: number): void {
    for (let i = at; i > 0; ) {
      const parent = (i - 1) >> 1
      if (this.#order(this.#heap[i]!, this.#heap[parent]!) <= 0) return
      this.#swap(i, parent)
      i = parent
    }
  }

  #down(at: number): void {
    for (let i = at; ; ) {
      let last = i
      for (const child of [2 * i + 1, 2 * i + 2]) if (child < this.#heap.length && this.#order(this.#heap[child]!, this.#heap[last]!) > 0) last = child
      if (last === i) return
      this.#swap(i, last)
      i = last
    }
  }

  #swap(a: number, b: number): void {
    const held = this.#heap[a]!
    this.#heap[a] = this.#heap[b]!
    this.#heap[b] = held
  }
}
