import { defineConfig } from 'vitest/config'

/** Facts about pure code, which `npm run check` asks too: no database, no browser and no bundler is started for them. */
const PURE = [
  'src/kernel/**/*.test.ts',
  'src/platform/plain-issues.test.ts',
  'src/modules/*/rules.test.ts',
  'src/modules/*/rules/**/*.test.ts',
  'src/modules/spend/reading/**/*.test.ts',
  'src/modules/budget/reading/**/*.test.ts',
  'src/modules/procurement/law/**/*.test.ts',
  'src/modules/scoring/**/*.test.ts',
  'src/modules/publishing/{commands,notices,reading,rules,validation,writing}/**/*.test.ts',
  'src/modules/suppliers/matching/!(labelled-pairs|match-payees).test.ts',
  'src/platform/views/{charts,govuk,styles}/*.test.{ts,tsx}',
  'src/platform/views/!(build-assets).test.{ts,tsx}',
  'scripts/**/*.test.ts',
]

const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } }

export default defineConfig({
  test: {
    maxWorkers: 2,
    // Modules keep nothing between tests but what is keyed by an authority, so files may share them: half the time.
    isolate: false,
    reporters: ['default', './scripts/closing-line.ts'],
    projects: [
      { oxc, test: { name: 'pure', include: PURE, testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        oxc,
        test: {
          name: 'whole',
          include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
          exclude: [...PURE, '**/node_modules/**'],
          globalSetup: ['src/platform/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
