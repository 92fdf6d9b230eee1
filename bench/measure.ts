import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What one run of a command took. */
export interface Measurement {
  /** Seconds. */
  readonly wall: number
  /** Seconds of processor time, user and system, of the command and everything it started. */
  readonly cpu: number
  /** Peak memory of its largest process in MiB. */
  readonly peak: number
}

const timer = '/usr/bin/time'

/**
 * Runs a bash script to its end and measures it with GNU time.
 *
 * @throws when the script fails: its output is in the message, a failed run is no measurement
 */
export function measure(script: string, environment: Readonly<Record<string, string>>): Measurement {
  const report = join(tmpdir(), `holdfast-bench-time-${process.pid}`)
  const { status, stderr, error } = spawnSync(
    timer,
    ['-f', '%e %U %S %M', '-o', report, 'bash', '-o', 'pipefail', '-ec', script],
    { env: { ...process.env, ...environment }, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  if (error) throw new Error(`${timer} does not run; install the package "time"`, { cause: error })
  if (status !== 0) throw new Error(`exited with ${status}: ${script}\n${stderr}`)
  const [wall = 0, user = 0, system = 0, kib = 0] = readFileSync(report, 'utf8').trim().split(' ').map(Number)
  return { wall, cpu: user + system, peak: kib / 1024 }
}
