import type { SourceContext } from '../../domain/source.ts'
import { type HoldfastError, hasCode } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'

/** What a call of the ZFS tools needs of a context. */
export type ZfsContext = Pick<SourceContext, 'environment' | 'signal'>

/** The environment of ZFS tools: what they say must not depend on anybody's language. */
export function zfsEnvironment({ environment }: Pick<ZfsContext, 'environment'>): Record<string, string> {
  return { ...environment, LC_ALL: 'C' }
}

/** Runs `zfs` or `zpool` and returns what it prints. Errors: `tool-missing`, `tool-failed`. */
async function callTool(
  context: ZfsContext,
  command: 'zfs' | 'zpool',
  args: readonly string[],
): Promise<string> {
  const environment = zfsEnvironment(context)
  const { stdout } = await runTool({ command, args, environment, signal: context.signal })
  return stdout.toString('utf8')
}

/** {@link callTool} of `zfs`. */
export function callZfs(context: ZfsContext, ...args: readonly string[]): Promise<string> {
  return callTool(context, 'zfs', args)
}

/** {@link callTool} of `zpool`. */
export function callZpool(context: ZfsContext, ...args: readonly string[]): Promise<string> {
  return callTool(context, 'zpool', args)
}

/** Whether a tool failed and said something like this, on any line: the last one is often a piece of advice. */
export function said(error: unknown, pattern: RegExp): error is HoldfastError {
  if (!hasCode(error, 'tool-failed')) return false
  const { stderr } = error.context
  return pattern.test(Array.isArray(stderr) ? stderr.join('\n') : error.message)
}

/** The lines of `-H`, each as its fields. */
export function fieldsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))
}

/** Names per call: a list of arguments must not grow without end. */
export const namesPerCall = 200

/** Calls `zfs` with all names, some at a time. */
export async function callWithNames(
  context: ZfsContext,
  args: readonly string[],
  names: readonly string[],
): Promise<void> {
  for (let start = 0; start < names.length; start += namesPerCall) {
    await callZfs(context, ...args, ...names.slice(start, start + namesPerCall))
  }
}
