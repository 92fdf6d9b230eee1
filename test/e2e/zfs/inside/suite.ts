import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'

/** The folder that the outer test sees as well. */
export const shared = process.argv[2] ?? '/tmp'

/** What was asked of this suite besides. */
export const [, , , ...suiteArgs] = process.argv

let failed = 0

function report(step: object): void {
  appendFileSync(join(shared, 'steps'), `${JSON.stringify(step)}\n`)
}

/** Runs one step and tells the outer test how it went. Later steps run all the same. */
export async function step(name: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now()
  const seconds = () => Math.round((performance.now() - start) / 100) / 10
  try {
    await work()
    report({ name, seconds: seconds() })
  } catch (error) {
    failed += 1
    report({ name, seconds: seconds(), error: inspect(error, { depth: 6 }).slice(0, 6000) })
  }
}

/** Ends the suite; what still runs is ended with the machine. */
export function finish(): never {
  process.exit(failed === 0 ? 0 : 1)
}

/** A directory that is gone with the machine. */
export function scratch(name: string): string {
  const path = join('/tmp', name)
  mkdirSync(path, { recursive: true })
  return path
}
