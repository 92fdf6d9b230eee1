import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it('keeps the peak under the limit for a gigabyte with two workers', { timeout: 300_000 }, () => {
  const script = fileURLToPath(new URL('../../bench/memory.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '1', '2'], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout).toMatch(/60 volumes, .* peak \d+ MiB, limit 448 MiB/)
  expect(status).toBe(0)
})
