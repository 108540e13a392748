import { createRequire } from 'node:module'
import type * as Zod from 'zod'

/** Loaded only when something has to be checked: zod costs more to load than all rules together. */
export const zod = (): typeof Zod => createRequire(import.meta.url)('zod') as typeof Zod
