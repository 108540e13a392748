// What the launcher and the worker find in the bundle.
export { main } from './main.ts'
export { serve } from './threads.ts'
