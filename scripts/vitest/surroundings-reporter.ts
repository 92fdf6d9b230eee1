import { writeFileSync } from 'node:fs'
import { delimiter, relative } from 'node:path'
import type { Reporter, TestModule, Vitest } from 'vitest/node'
import { servicesPath } from '../services/directory.ts'
import { type RunCounts, summarise } from './summary.ts'
import { findTools } from './tools.ts'

/**
 * Says after a run which real tools were there and which tests were left out.
 *
 * With `HOLDFAST_REQUIRE=all` a missing tool or a test left out fails the run. `HOLDFAST_TEST_COUNTS=FILE` gets
 * `{"passed", "failed"}`, with those failures included.
 */
export class SurroundingsReporter implements Reporter {
  #vitest: Vitest | undefined

  onInit(vitest: Vitest): void {
    this.#vitest = vitest
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts: RunCounts = { passed: 0, failed: errors.length, leftOut: new Map() }
    for (const module of modules) countModule(module, counts)
    const { lines, passed, failed, mustFail } = summarise({
      counts,
      tools: findTools([process.env.PATH ?? '', servicesPath()].join(delimiter)),
      required: process.env.HOLDFAST_REQUIRE === 'all',
      selective: Boolean(this.#vitest?.config.testNamePattern),
    })
    process.stdout.write(`${lines.join('\n')}\n`)
    if (mustFail) process.exitCode = 1
    const file = process.env.HOLDFAST_TEST_COUNTS
    if (file) writeFileSync(file, `${JSON.stringify({ passed, failed })}\n`)
  }
}

function countModule(module: TestModule, counts: RunCounts): void {
  const before = counts.failed
  for (const test of module.children.allTests()) {
    const { state } = test.result()
    if (state === 'passed') counts.passed += 1
    else if (state === 'failed') counts.failed += 1
    else {
      const name = relative(process.cwd(), module.moduleId)
      counts.leftOut.set(name, (counts.leftOut.get(name) ?? 0) + 1)
    }
  }
  // A file that cannot be loaded, or whose hooks fail, has no failed test to show for it.
  if (module.state() === 'failed' && counts.failed === before) counts.failed += 1
}
