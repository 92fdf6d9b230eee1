import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { systemClock } from './clock.ts'
import { revealEnvironment } from './environment.ts'
import { guardedStdout } from './guarded-stdout.ts'
import { forgetGroup, signalGroup, trackGroup } from './process-group.ts'
import { createStderrRing } from './stderr-ring.ts'
import { feedStdin } from './stdin-feed.ts'
import type { RunningTool, ToolCall, ToolExit } from './tool-call.ts'
import { stalled, startError, toolFailure } from './tool-errors.ts'

export type { RunningTool, ToolCall, ToolExit } from './tool-call.ts'

/** Milliseconds that a grandchild may keep stderr open after the child is gone. */
const stderrGrace = 200

function exitOf(call: ToolCall, child: ChildProcess): Promise<ToolExit> {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(startError(call, error)))
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
}

function stopper(child: ChildProcess, exited: Promise<ToolExit>, killAfterMs: number): () => Promise<void> {
  let stopping: Promise<void> | undefined
  const escalate = async (leader: number): Promise<void> => {
    const gone = new AbortController()
    const done = exited.then(
      () => gone.abort(),
      () => gone.abort(),
    )
    signalGroup(leader, 'SIGTERM')
    await systemClock.sleep(killAfterMs, gone.signal).catch(() => undefined)
    // Also when the leader went at once: its children may have ignored SIGTERM and hold the pipes.
    signalGroup(leader, 'SIGKILL')
    await done
  }
  return () => {
    stopping ??= child.pid === undefined ? Promise.resolve() : escalate(child.pid)
    return stopping
  }
}

/**
 * Starts a tool: argv only, no shell, in a process group of its own. An aborted signal stops it, and stdout then
 * errors with the signal's reason.
 */
export function spawnTool(call: ToolCall): RunningTool {
  call.signal.throwIfAborted()
  const stderr = createStderrRing(undefined, call.onStderrLine)
  const child = spawn(call.command, call.args, {
    env: revealEnvironment(call.environment, call.extraEnvironment),
    ...(call.cwd === undefined ? {} : { cwd: call.cwd }),
    ...call.user,
    stdio: [call.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    detached: true,
    shell: false,
  })
  const { pid } = child
  if (pid !== undefined) trackGroup(pid)
  const exited = exitOf(call, child)
  const stop = stopper(child, exited, call.killAfterMs ?? 3000)

  const stderrEnded = new Promise<void>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => stderr.write(chunk))
    child.stderr?.once('close', resolve)
  })
  const settled = exited.then(async (exit) => {
    const ended = new AbortController()
    void stderrEnded.then(() => ended.abort())
    await systemClock.sleep(stderrGrace, ended.signal).catch(() => undefined)
    stderr.end()
    return exit
  })

  const fed =
    call.stdin === undefined || child.stdin === null
      ? Promise.resolve({ complete: true })
      : feedStdin(call.stdin, child.stdin, stop)
  const onAbort = (): void => void stop()
  call.signal.addEventListener('abort', onAbort, { once: true })

  const verdict = (async () => {
    const exit = await settled
    const input = await fed.then(
      () => undefined,
      (error: unknown) => ({ error }),
    )
    call.signal.removeEventListener('abort', onAbort)
    if (call.signal.aborted) throw call.signal.reason
    if (input !== undefined) throw input.error
    if (exit.code === null || !(call.acceptedExits ?? [0]).includes(exit.code))
      throw toolFailure(call, exit, stderr)
  })()
  const aborted = (): unknown => (call.signal.aborted ? call.signal.reason : undefined)
  const { maxStall } = call
  const limit =
    maxStall === undefined ? undefined : { milliseconds: maxStall, error: () => stalled(call, maxStall) }
  const stdout = guardedStdout(child.stdout as Readable, verdict, aborted, stop, limit)

  child.once('close', () => pid !== undefined && forgetGroup(pid))
  for (const promise of [exited, fed, settled, verdict]) promise.catch(() => undefined)
  return { pid, stdout, stderr, exited, fed, stop }
}
