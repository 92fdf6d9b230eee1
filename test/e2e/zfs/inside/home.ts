import { type CliResult, cli, type Document, type Running, start } from '../../cli.ts'
import { documentOf, inThisProcess } from './in-process.ts'

/** A directory in which somebody types commands. */
export interface Home {
  readonly root: string
  /** What the commands find in their environment; may be added to. */
  readonly env: Record<string, string | undefined>
  /** Runs `holdfast … --json` here; throws unless it exits with `exit`, 0 where absent. */
  holdfast(args: readonly string[], exit?: number): Promise<Document>
  /** Runs it as a process of its own, through another program where one is named. */
  run(args: readonly string[], through?: readonly string[]): Promise<CliResult>
  start(args: readonly string[]): Running
}

/** Makes one of a directory that is there. */
export function makeHome(root: string): Home {
  const env: Home['env'] = { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }
  const settings = () => ({ cwd: root, env })
  return {
    root,
    env,
    run: (args, through) => cli(args, { ...settings(), ...(through && { through }) }),
    start: (args) => start(args, settings()),
    async holdfast(args, exit = 0) {
      const result = await inThisProcess([...args, '--json'], settings())
      if (result.exitCode === exit) return documentOf(result)
      throw new Error(
        `holdfast ${args.join(' ')} exited with ${result.exitCode}: ${result.stdout}${result.stderr}`,
      )
    },
  }
}
