import { processEnd, type ServerEnd, toolEnd } from './server-end.ts'
import { spawnTool, type ToolCall, type ToolExit } from './spawn.ts'
import { spawnDetached } from './spawn-detached.ts'

/** A database server of this host whose data nobody needs afterwards. */
export interface ServerProcess {
  readonly pid: number | undefined
  /** Resolves when it ended, however. */
  readonly exited: Promise<unknown>
  /** How it ended, if it did. */
  ended(): Promise<ServerEnd | undefined>
  lastLines(count: number): Promise<readonly string[]>
  /** Ends it; resolves when it is gone. */
  stop(): Promise<void>
}

function signalTo(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(pid, signal)
  } catch {
    // It went by itself.
  }
}

/** A server that ends with this process; `quit` is what makes it end at once, beside SIGTERM. */
export function attachedServer(call: ToolCall, quit?: NodeJS.Signals): ServerProcess {
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
      if (quit !== undefined) signalTo(tool.pid, quit)
      await tool.stop()
      await exited
    },
  }
}

/** A server that goes on when this process ends, and logs into a file; `quit` ends it at once. */
export async function detachedServer(
  call: ToolCall,
  log: string,
  quit: NodeJS.Signals,
): Promise<ServerProcess> {
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
      if (exit === undefined) signalTo(tool.pid, quit)
      await tool.gone()
    },
  }
}
