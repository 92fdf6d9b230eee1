import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { Secret } from '../domain/secret.ts'
import { HoldfastError } from '../errors/error.ts'
import { systemClock } from './clock.ts'
import { revealEnvironment } from './environment.ts'
import { forgetGroup, signalGroup, trackGroup } from './process-group.ts'
import { createStderrRing, type StderrRing } from './stderr-ring.ts'
import { type FeedResult, feedStdin, type ToolInput } from './stdin-feed.ts'
import { toolMissing } from './tools.ts'

export interface ToolCall {
  /** A name on PATH or a path; never a shell line. */
  readonly command: string
  readonly args: readonly string[]
  /** The child's whole environment, see `childEnvironment`. */
  readonly environment: Readonly<Record<string, string>>
  /** What this child alone is to know. */
  readonly extraEnvironment?: Readonly<Record<string, Secret | string>>
  readonly cwd?: string
  /** Absent: the child reads /dev/null. */
  readonly stdin?: ToolInput
  readonly signal: AbortSignal
  /** Exit statuses that count as success; `[0]` where absent. */
  readonly acceptedExits?: readonly number[]
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly killAfterMs?: number
  /** Every line of stderr as it comes, not masked. */
  readonly onStderrLine?: (line: string) => void
}

export interface ToolExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface RunningTool {
  readonly pid: number | undefined
  /** Ends only after the child exited with an accepted status; else it errors, with `tool-failed` or `tool-missing`. */
  readonly stdout: Readable
  readonly stderr: StderrRing
  /** Rejects only when the child could not be started. */
  readonly exited: Promise<ToolExit>
  /** How the input went, once the child is gone; rejects when the input itself failed. */
  readonly fed: Promise<FeedResult>
  /** SIGTERM to the child's process group, SIGKILL after `killAfterMs`; resolves when the child is gone. */
  stop(): Promise<void>
}

/** Milliseconds that a grandchild may keep stderr open after the child is gone. */
const stderrGrace = 200

function failure(call: ToolCall, exit: ToolExit, stderr: StderrRing): HoldfastError {
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

function startError(call: ToolCall, cause: NodeJS.ErrnoException): HoldfastError {
  const name = basename(call.command)
  if (cause.code === 'ENOENT' && (call.cwd === undefined || existsSync(call.cwd)))
    return toolMissing(name, cause)
  return new HoldfastError('tool-failed', `${name} could not be started: ${cause.code ?? cause.message}`, {
    hint: `Check that ${name} and its working directory exist and may be executed.`,
    context: { tool: name },
    cause,
  })
}

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

/** Passes stdout on and holds its end back until `verdict` has settled well. */
function guardedStdout(
  raw: Readable,
  verdict: Promise<void>,
  aborted: () => unknown,
  stop: () => Promise<void>,
): Readable {
  let ended = false
  const guarded = new Readable({
    highWaterMark: 256 * 1024,
    read: () => void raw.resume(),
    destroy: (error, done) => {
      if (ended) return done(error)
      raw.destroy()
      void stop().finally(() => done(error))
    },
  })
  const fail = (error: unknown): void => void guarded.destroy((aborted() ?? error) as Error)
  raw.pause()
  raw.on('data', (chunk: Buffer) => {
    if (!guarded.push(chunk)) raw.pause()
  })
  raw.on('error', fail)
  raw.on('end', () => {
    verdict.then(() => {
      ended = true
      guarded.push(null)
    }, fail)
  })
  verdict.catch(fail)
  return guarded
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
      throw failure(call, exit, stderr)
  })()
  const aborted = (): unknown => (call.signal.aborted ? call.signal.reason : undefined)
  const stdout = guardedStdout(child.stdout as Readable, verdict, aborted, stop)

  child.once('close', () => pid !== undefined && forgetGroup(pid))
  for (const promise of [exited, fed, settled, verdict]) promise.catch(() => undefined)
  return { pid, stdout, stderr, exited, fed, stop }
}
