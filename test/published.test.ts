import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packed } from './support/pack.ts'
import { bin } from './support/run.ts'

const root = join(import.meta.dirname, '..')

test('publint has nothing to say about the package', async () => {
  expect(bin(root, 'publint', 'run', await packed(), '--strict')).toMatchObject({ code: 0 })
})

test('every entry has types, for nodenext and bundler', async () => {
  expect(bin(root, '@arethetypeswrong/cli', await packed(), '--profile', 'esm-only')).toMatchObject({ code: 0 })
})
