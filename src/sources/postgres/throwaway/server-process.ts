import { processEnd, type ServerEnd, toolEnd } from '../../../process/server-end.ts'
import { spawnTool, type ToolCall, type ToolExit } from '../../../process/spawn.ts'
import { spawnDetached } from '../../../process/spawn-detached.ts'

/** A `postgres` of this host. */
export interface ServerProcess {
  readonly pid: number | undefined
  /** Resolves when it ended, however. */
  readonly exited: Promise<unknown>
  /** How it ended, if it did. */
  ended(): Promise<ServerEnd | undefined>
  lastLines(count: number): Promise<readonly string[]>
  /** Ends it without saving anything; resolves when it is gone. */
  stop(): Promise<void>
}

/** At once, and without writing a checkpoint. */
function quit(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGQUIT')
  } catch {
    // It went by itself.
  }
}

/** A server that ends with this process. */
export function attachedServer(call: ToolCall): ServerProcess {
  const tool = spawnTool(call)
  // It prints nothing there, and its end is judged by whoever waits for it.
  tool.stdout.resume().on('error', () => undefined)
  const exited = tool.exited.catch(() => undefined)
  return {
    ended: toolEnd(tool),
    pid: tool.pid,
    exited,
    lastLines: async (count) => tool.stderr.lastLines(count),
    async stop() {
      quit(tool.pid)
      await tool.stop()
      await exited
    },
  }
}

/** A server that goes on when this process ends. */
export async function detachedServer(call: ToolCall, log: string): Promise<ServerProcess> {
  const tool = await spawnDetached(call, log)
  let exit: ToolExit | undefined
  const exited = tool.exited.then((found) => {
    exit = found
  })
  return {
    ended: async () => exit && processEnd(exit, await tool.lastLines(20)),
    pid: tool.pid,
    exited,
    lastLines: tool.lastLines,
    async stop() {
      if (exit === undefined) quit(tool.pid)
      await tool.gone()
    },
  }
}
