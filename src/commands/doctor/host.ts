import { access, constants, mkdir } from 'node:fs/promises'
import type { Finding } from '../../domain/finding.ts'
import type { CommandContext } from '../context.ts'

/** The Node that runs, and whether the state directory can be used. */
export async function lookAtHost(context: CommandContext): Promise<Finding[]> {
  const findings: Finding[] = [{ severity: 'ok', code: 'node', message: `Node ${process.version}` }]
  const { stateDirectory } = context
  try {
    await mkdir(stateDirectory, { recursive: true, mode: 0o700 })
    await access(stateDirectory, constants.W_OK)
    findings.push({ severity: 'ok', code: 'state', message: `state in ${stateDirectory}` })
  } catch {
    findings.push({
      severity: 'error',
      code: 'state-unusable',
      message: `the state directory ${stateDirectory} cannot be written`,
      hint: 'Make it writable for this user, or set HOLDFAST_STATE_DIR to a directory that is.',
    })
  }
  return findings
}
