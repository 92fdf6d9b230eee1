import type { ToolCall } from '../../../process/tool-call.ts'
import type { Client } from '../server/client.ts'

/** Where copies are unpacked and prepared: on this host, or in a container that has the tools. */
export interface Bench {
  /** The tool that prepares. */
  readonly tool: Client
  /** The call of the program that unpacks, with these arguments; for `runTool`. Errors: `tool-missing`. */
  unpacking(args: readonly string[], parts: CallParts): Promise<ToolCall>
  /** The call of the tool. */
  preparing(args: readonly string[], parts: CallParts): ToolCall
  /** Ends what was begun. */
  close(): Promise<void>
}

export type CallParts = Pick<ToolCall, 'stdin' | 'onStderrLine' | 'cwd'>

/** Which container has the tools where this host has none. */
export interface BenchPlace {
  readonly docker: readonly string[]
  /** An image; else that of this container of a server, else the official one of the version. */
  readonly image?: string | undefined
  readonly container?: string | undefined
}
