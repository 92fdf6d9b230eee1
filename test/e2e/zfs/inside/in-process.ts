import { main } from '../../../../src/entry/cli.ts'
import type { Document } from '../../cli.ts'

/** What a command line in this very process came to. */
export interface Ran {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Puts something in the place of a method, and back. */
function replaced<T extends object, K extends keyof T>(target: T, name: K, value: T[K]): () => void {
  const before = target[name]
  target[name] = value
  return () => {
    target[name] = before
  }
}

/** Runs `holdfast` here: starting Node anew takes most of the time on a machine that is this slow. */
export async function inThisProcess(
  argv: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<Ran> {
  const written = { stdout: '', stderr: '' }
  const [kept, keptCwd] = [process.env, process.cwd()]
  const write = (name: 'stdout' | 'stderr') =>
    replaced(process[name], 'write', ((text: unknown, encoding: unknown, then: unknown) => {
      written[name] += String(text)
      const called = typeof encoding === 'function' ? encoding : then
      if (typeof called === 'function') called()
      return true
    }) as typeof process.stdout.write)
  const back = [
    write('stdout'),
    write('stderr'),
    replaced(process, 'exit', (() => undefined) as unknown as typeof process.exit),
  ]
  process.env = { PATH: kept.PATH, HOME: cwd, HOLDFAST_STATE_DIR: `${cwd}/state`, ...env }
  process.chdir(cwd)
  process.exitCode = 0
  try {
    await main(argv)
    return { ...written, exitCode: Number(process.exitCode) }
  } finally {
    for (const undo of back) undo()
    process.chdir(keptCwd)
    process.env = kept
    process.exitCode = 0
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal)
  }
}

/** The document of `--json`. */
export function documentOf({ stdout, stderr }: Ran): Document {
  try {
    return JSON.parse(stdout) as Document
  } catch (cause) {
    throw new Error(`standard output is not one JSON document: ${stdout}${stderr}`, { cause })
  }
}
