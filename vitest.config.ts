import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    // Two at a time: more only makes the child processes of the host tests wait for each other.
    maxWorkers: 2,
  },
})
