// Runs the suite that all sources pass, by the test runner itself: here there is a pool for it.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { finish, shared, step } from './suite.ts'
import { run } from './tools.ts'

interface Results {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

run('zpool', 'create', 'tank', '/dev/ubda')
const output = join(shared, 'vitest.json')
const vitest = join('node_modules', 'vitest', 'vitest.mjs')
const args = ['run', 'test/sources/zfs/conformance.test.ts', '--reporter=json', `--outputFile=${output}`]
const { stdout, stderr } = spawnSync(process.execPath, [vitest, ...args, '--maxWorkers=1'], {
  env: { ...process.env, HOLDFAST_TEST_POOL: 'tank' },
  encoding: 'utf8',
})
await step('runs', async () => {
  const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Results
  assert.ok(testResults.flatMap((file) => file.assertionResults).length > 5, stdout + stderr)
})
const { testResults } = JSON.parse(readFileSync(output, 'utf8')) as Results
for (const { title, status, failureMessages } of testResults.flatMap((file) => file.assertionResults)) {
  await step(title, async () => assert.equal(status, 'passed', failureMessages.join('\n')))
}
finish()
