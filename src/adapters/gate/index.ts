// The gate as a part of other programs: a web standard application, and what it is made of.
export { createGate, type GateParts } from './app.ts'
export { createJudge, type Judge, type Judgement } from './judge.ts'
export { createPool } from './pool.ts'
export { openStore } from './store/open.ts'
export type { Store } from './store/store.ts'
export { faultIn, type StoredRecord } from './chain.ts'
export { startGate, type RunningGate } from './serve.ts'
