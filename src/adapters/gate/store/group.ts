/** One of several that are written together: what becomes of each. */
type Waiting<Item, Result> = { readonly item: Item; resolve(result: Result): void; reject(error: Error): void }

/**
 * Writes what comes at the same time in one go: while one group is being written the next one gathers, so that a slow disk costs a
 * commit a group and not one a record. A group that fails is tried again one by one: a record that cannot be written stops no other.
 * @param write gives a result for each, in order; a promise that resolves means that all of them are on disk
 * @param most how many go together
 */
export function inGroups<Item, Result>(write: (items: readonly Item[]) => Promise<readonly Result[]>, most = 64): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = []
  let isWriting = false
  const writeGroup = async (group: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await write(group.map(({ item }) => item))
      group.forEach(({ resolve }, i) => resolve(results[i]!))
    } catch (error) {
      if (group.length === 1) group[0]!.reject(error as Error)
      else for (const one of group) await writeGroup([one])
    }
  }
  const drain = async () => {
    if (isWriting) return
    isWriting = true
    while (waiting.length) await writeGroup(waiting.splice(0, most))
    isWriting = false
  }
  return (item) => new Promise((resolve, reject) => {
    waiting.push({ item, resolve, reject })
    void drain()
  })
}
