import { availableParallelism } from 'node:os'
import type { Arguments } from './args.ts'

/** Starting a thread costs as much as checking some forty articles, so fewer than this a thread gain nothing (npm run bench). */
export const FILES_PER_THREAD = 150

/** How many threads a run of this size is worth; 1 stands for none beside the main one. */
export function threadsFor(files: number, concurrency: Arguments['concurrency']): number {
  if (concurrency === 'off') return 1
  if (concurrency !== 'auto') return Math.max(1, Math.min(concurrency, files))
  return Math.max(1, Math.min(availableParallelism(), 8, Math.floor(files / FILES_PER_THREAD)))
}
