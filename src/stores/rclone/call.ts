import type { Readable } from 'node:stream'
import { runTool } from '../../process/run-tool.ts'
import { spawnTool, type ToolCall } from '../../process/spawn.ts'

/** What every call gets: no question, no second opinion on what to do, and nothing but errors on stderr. */
const always = [
  ['--retries', '1'],
  // A few within a call for a hiccup; an outage is ridden out by the retries around the store.
  ['--low-level-retries', '3'],
  ['--contimeout', '30s'],
  ['--timeout', '2m'],
  ['--stats', '0'],
  ['--log-level', 'NOTICE'],
  ['--dry-run=false', '--interactive=false', '--ask-password=false', '--progress=false'],
].flat()

export interface RcloneCall {
  readonly args: readonly string[]
  readonly signal: AbortSignal
  readonly stdin?: Readable | Uint8Array
  readonly acceptedExits?: readonly number[]
}

/** rclone with an environment. Paths of remotes come last in `args` and are no options, since a name comes first. */
export interface Rclone {
  /** Runs to the end; what it printed. Throws `tool-failed`, `tool-missing` or the signal's reason. */
  run(call: RcloneCall): Promise<string>
  /** Starts; what it prints, whose end comes only after it succeeded. */
  open(call: RcloneCall): Readable
  /** Runs to the end, line by line. */
  lines(call: RcloneCall): AsyncGenerator<string>
}

async function* linesOf(output: Readable): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of output as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let start = 0
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
      yield rest.toString('utf8', start, end)
      start = end + 1
    }
    rest = rest.subarray(start)
  }
  if (rest.length > 0) yield rest.toString('utf8')
}

/** See {@link Rclone}. The environment is the child's whole one. */
export function createRclone(environment: Readonly<Record<string, string>>): Rclone {
  const toolCall = ({ args: [command = '', ...rest], ...call }: RcloneCall): ToolCall => ({
    ...call,
    command: 'rclone',
    args: [command, ...always, ...rest],
    environment,
  })
  return {
    run: async (call) => (await runTool(toolCall(call))).stdout.toString('utf8'),
    open: (call) => spawnTool(toolCall(call)).stdout,
    lines: (call) => linesOf(spawnTool(toolCall(call)).stdout),
  }
}
