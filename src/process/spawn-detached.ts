import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { maskSecrets } from '../domain/secret.ts'
import { revealEnvironment } from './environment.ts'
import type { ToolCall, ToolExit } from './tool-call.ts'
import { startError } from './tool-errors.ts'

/** A program that goes on when this process ends. */
export interface DetachedTool {
  readonly pid: number
  /** Resolves when it ended, however; does not keep this process alive, see {@link DetachedTool.gone}. */
  readonly exited: Promise<ToolExit>
  /** The same for who has just ended it: this process waits. */
  gone(): Promise<unknown>
  /** What it printed last, secrets masked. */
  lastLines(count: number): Promise<readonly string[]>
}

/**
 * Starts a program that outlives this process, in a process group of its own; what it prints goes into the file `log`.
 * Whoever starts one notes it as a leftover, see `noteLeftover`. Errors: `tool-missing`, `tool-failed`.
 */
export async function spawnDetached(call: ToolCall, log: string): Promise<DetachedTool> {
  call.signal.throwIfAborted()
  const file = await open(log, 'a', 0o600)
  try {
    const child = spawn(call.command, call.args, {
      env: revealEnvironment(call.environment, call.extraEnvironment),
      ...(call.cwd === undefined ? {} : { cwd: call.cwd }),
      ...call.user,
      stdio: ['ignore', file.fd, file.fd],
      detached: true,
      shell: false,
    })
    const exited = new Promise<ToolExit>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }))
    })
    await once(child, 'spawn').catch((error: NodeJS.ErrnoException) => {
      throw startError(call, error)
    })
    child.unref()
    return {
      pid: child.pid ?? 0,
      exited,
      gone() {
        child.ref()
        return exited
      },
      async lastLines(count) {
        const lines = maskSecrets(await readFile(log, 'utf8')).split('\n')
        return lines.filter((line) => line.trim() !== '').slice(-count)
      },
    }
  } finally {
    await file.close()
  }
}
