import { appendFileSync } from 'node:fs'

const needed = 24

export function isNodeTooOld(version: string): boolean {
  return Number(version.split('.')[0]) < needed
}

/**
 * Says that a runner is too old for `using: node24`: older ones, and other forges, run it under the Node they have.
 * Nothing else may be loaded before this, since it might not even be understood there.
 */
export function refuseOldNode(found: string): void {
  const hint = 'Update the runner to 2.327.1 or newer, or put a Node 24 first on its PATH.'
  const message = `needs Node ${needed}, found ${found.split('.')[0]}`
  process.stdout.write(`::error title=Holdfast::${message}%0A${hint}\n`)
  const { GITHUB_OUTPUT: outputs, GITHUB_STEP_SUMMARY: summary } = process.env
  if (outputs) appendFileSync(outputs, 'status=failed\nexit-code=2\n')
  if (summary) appendFileSync(summary, `### ❌ Holdfast ${message}\n\n${hint}\n`)
  process.exitCode = 2
}
