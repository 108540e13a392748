// What is measured, in one module, so that it can be bundled: no loader and no type stripping between us and the clock.
export { createLinter } from '../src/fineprint.ts'
export { read } from '../src/formats/read.ts'
export { parseGfm } from './parse.ts'
