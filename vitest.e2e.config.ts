import { defineConfig } from 'vitest/config'

/** Flows on the real app in a real browser: one after the other, for they share two cores with it. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
