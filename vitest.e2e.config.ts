import { defineConfig } from 'vitest/config'

const patience = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A busy machine takes its time; what is right comes all the same.
  expect: { poll: { timeout: 15_000 } },
}

/** Flows on the real app in a real browser. Those that count frames have the computer to themselves. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...patience,
          name: 'flows',
          include: ['e2e/**/*.test.ts'],
          exclude: ['e2e/many-*.test.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...patience,
          name: 'many',
          include: ['e2e/many-*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
