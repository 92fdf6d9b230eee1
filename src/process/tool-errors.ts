import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { HoldfastError } from '../errors/error.ts'
import type { StderrRing } from './stderr-ring.ts'
import type { ToolCall, ToolExit } from './tool-call.ts'
import { toolMissing } from './tools.ts'

/** `tool-failed`: how a tool ended, and the last that it said. */
export function toolFailure(call: ToolCall, exit: ToolExit, stderr: StderrRing): HoldfastError {
  const name = basename(call.command)
  const lines = stderr.lastLines(12)
  const how = exit.signal === null ? `exited with status ${exit.code}` : `was ended by ${exit.signal}`
  const last = lines.at(-1)
  return new HoldfastError('tool-failed', `${name} ${how}${last === undefined ? '' : `: ${last.trim()}`}`, {
    hint: `Read what ${name} said, mend that and run again.`,
    context: {
      tool: name,
      exitStatus: exit.code ?? undefined,
      signal: exit.signal ?? undefined,
      stderr: lines,
    },
  })
}

/** The error for a tool that could not be started: `tool-missing`, or `tool-failed` for other reasons. */
export function startError(call: ToolCall, cause: NodeJS.ErrnoException): HoldfastError {
  const name = basename(call.command)
  // EACCES of a bare name: a directory on PATH may not be searched, and no other one holds it.
  const absent = cause.code === 'ENOENT' || (cause.code === 'EACCES' && !call.command.includes('/'))
  if (absent && (call.cwd === undefined || existsSync(call.cwd))) return toolMissing(name, cause)
  return new HoldfastError('tool-failed', `${name} could not be started: ${cause.code ?? cause.message}`, {
    hint: `Check that ${name} and its working directory exist and may be executed.`,
    context: { tool: name },
    cause,
  })
}

/** `source-stalled`: what a tool wrote was not taken for longer than it may wait. */
export function stalled(call: ToolCall, milliseconds: number): HoldfastError {
  const name = basename(call.command)
  const seconds = Math.round(milliseconds / 1000)
  return new HoldfastError('source-stalled', `${name} was stopped: nobody took its output for ${seconds} s`, {
    hint: 'See why the destinations were that slow; raise max-stall where the source may be held up for longer.',
    context: { tool: name, seconds },
  })
}
