import { availableParallelism } from 'node:os'
import type { Arguments } from './args.ts'

/**
 * Every thread reads the program again and makes its own fast code, which costs about a second of processor time: as much as some
 * seventy articles of 750 words. Two idle cores are ahead from about that number on; two busy ones only draw level at two hundred
 * articles a thread. A number between the two.
 */
export const FILES_PER_THREAD = 150

/** How many threads a run of this size is worth; 1 stands for none beside the main one. */
export function threadsFor(files: number, concurrency: Arguments['concurrency']): number {
  if (concurrency === 'off') return 1
  if (concurrency !== 'auto') return Math.max(1, Math.min(concurrency, files))
  return Math.max(1, Math.min(availableParallelism(), 8, Math.floor(files / FILES_PER_THREAD)))
}
