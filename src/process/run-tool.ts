import { HoldfastError } from '../errors/error.ts'
import { spawnTool, type ToolCall, type ToolExit } from './spawn.ts'

export interface ToolOutcome {
  readonly stdout: Buffer
  /** The last 64 KiB, secrets masked. */
  readonly stderr: string
  readonly exit: ToolExit
  /** False when the tool succeeded without reading all of its input. */
  readonly inputComplete: boolean
}

/**
 * Runs a tool to its end and collects what it prints, at most `maxOutput` bytes (16 MiB where absent). Throws
 * `tool-failed`, `tool-missing`, or the signal's reason.
 */
export async function runTool(call: ToolCall & { readonly maxOutput?: number }): Promise<ToolOutcome> {
  const limit = call.maxOutput ?? 16 * 1024 * 1024
  const tool = spawnTool(call)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of tool.stdout as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limit) {
      await tool.stop()
      throw new HoldfastError('tool-failed', `${call.command} printed more than ${limit} bytes`, {
        hint: 'Let it print less, or let it write to a file.',
        context: { tool: call.command },
      })
    }
    chunks.push(chunk)
  }
  return {
    stdout: Buffer.concat(chunks),
    stderr: tool.stderr.text(),
    exit: await tool.exited,
    inputComplete: (await tool.fed).complete,
  }
}
