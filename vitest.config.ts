import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/vitest/longest-first.ts'
import { SurroundingsReporter } from './scripts/vitest/surroundings-reporter.ts'

const careful = { lines: 98 }

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A test without an assertion proves nothing.
    // A busy machine may be late; only what waits for nothing at all must fail.
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
    // Most of what tests wait for is other programs: two at once on two cores.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', new SurroundingsReporter()],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      // Runs in threads only, where nobody counts; the command line itself is run by test/entry.
      exclude: ['src/entry/volume-worker.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      thresholds: {
        lines: 90,
        'src/domain/**': careful,
        'src/pipeline/**': careful,
        'src/codec/**': careful,
        'src/catalog/**': careful,
        'src/retention/**': careful,
        'src/drill/**': careful,
      },
    },
  },
})
