import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,engine,hosting,cli,electron,build,renderer}/**/*.test.ts', 'e2e/electron.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
