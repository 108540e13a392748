// What the launcher and the worker find in the bundle.
import type { ImportModule } from '../load-config.ts'

export { main } from './main.ts'
export const serve = async (importModule: ImportModule): Promise<void> => (await import('./threads.ts')).serve(importModule)
