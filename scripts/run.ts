import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The repository's root, whatever the current directory is. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a tool of node_modules in the repository's root, its output shown; throws when it fails. */
export function runTool(name: string, args: readonly string[]): void {
  const { status, error } = spawnSync(`${root}node_modules/.bin/${name}`, args, {
    cwd: root,
    stdio: 'inherit',
  })
  if (error) throw error
  if (status !== 0) throw new Error(`${name} ${args.join(' ')} exited with ${status}`)
}
