import { rm } from 'node:fs/promises'
import { runTool } from '../process/run-tool.ts'

/**
 * Removes a tree, whatever is in it: directories that may not be written, paths longer than the system takes in one
 * call. Works after an abort too.
 */
export async function removeTree(path: string, environment: Readonly<Record<string, string>>): Promise<void> {
  try {
    await rm(path, { recursive: true, force: true })
  } catch {
    const call = { environment, signal: new AbortController().signal, acceptedExits: [0, 1] }
    await runTool({ ...call, command: 'chmod', args: ['-R', 'u+rwX', '--', path] })
    await runTool({ ...call, command: 'rm', args: ['-rf', '--', path], acceptedExits: [0] })
  }
}
