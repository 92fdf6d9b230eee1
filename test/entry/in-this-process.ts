import { vi } from 'vitest'
import { main } from '../../src/entry/cli.ts'
import type { Document } from '../e2e/cli.ts'

export interface Ran {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  /** The document of `--json`. */
  readonly json: Document
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs one command line in this process, as the launcher does, in `cwd` and with nothing of this process's environment but PATH. */
export async function holdfast(
  argv: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ran> {
  const written = { stdout: '', stderr: '' }
  const kept = { env: process.env, cwd: process.cwd(), exitCode: process.exitCode }
  const listeners = signals.map((signal) => [signal, process.listeners(signal)] as const)
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text, encoding, then) => {
      written[name] += String(text)
      const called = typeof encoding === 'function' ? encoding : then
      called?.()
      return true
    }),
  )
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => undefined) as never)
  const { PATH = '' } = kept.env
  process.env = { PATH, HOME: cwd, HOLDFAST_STATE_DIR: `${cwd}/state`, ...env }
  process.chdir(cwd)
  process.exitCode = 0
  try {
    await main(argv)
    const exitCode = Number(process.exitCode)
    return {
      ...written,
      exitCode,
      get json() {
        return JSON.parse(written.stdout) as Document
      },
    }
  } finally {
    for (const spy of [...spies, exit]) spy.mockRestore()
    process.chdir(kept.cwd)
    process.env = kept.env
    process.exitCode = kept.exitCode
    for (const [signal, before] of listeners) {
      for (const listener of process.listeners(signal))
        if (!before.includes(listener)) process.removeListener(signal, listener)
    }
  }
}
