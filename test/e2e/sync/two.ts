import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type ConfigOptions, keysUnder, type Workspace, workspace } from '../workspace.ts'

export interface Two extends Workspace {
  /** Runs a command that has to succeed, and hands out its results. */
  // biome-ignore lint/suspicious/noExplicitAny: the results of each command have their own fields
  results(...args: string[]): Promise<readonly any[]>
  /** Runs `sync` to `two` alone; the one result of it, with the exit status and the codes of the errors. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  sync(...args: string[]): Promise<{ exit: number | null; codes: string[]; result: any; text: string }>
  backup(...args: string[]): Promise<string>
  /** Keys at one of the destinations. */
  at(name: string, prefix: string): string[]
}

/** A workspace whose job `tree` has the destinations `one` and `two`; `two` are further keys of the second. */
export async function twoDestinations(options: ConfigOptions & { two?: string } = {}): Promise<Two> {
  const space = await workspace()
  const { two = '', ...config } = options
  space.configure({
    destinations: [
      `one: {type: filesystem, path: ${space.path('one')}}`,
      `two: {type: filesystem, path: ${space.path('two')}${two}}`,
    ],
    to: 'one, two',
    ...config,
  })
  writeFileSync(space.path('source/a'), randomBytes(100_000))
  const results: Two['results'] = async (...args) => {
    const ran = await space.run([...args, '--json'])
    expect({ args, errors: ran.json.errors }).toEqual({ args, errors: [] })
    return ran.json.results
  }
  return {
    ...space,
    results,
    async sync(...args) {
      const ran = await space.run(['sync', '--destination', 'two', '--json', ...args])
      const { json } = ran
      return {
        exit: ran.exitCode,
        codes: json.errors.map(({ code }) => code),
        result: json.results[0],
        text: ran.stdout,
      }
    },
    backup: async (...args) => (await results('backup', ...args))[0].id,
    at: (name, prefix) => keysUnder(space.path(name), prefix),
  }
}

/** Takes the second destination away, as a new disk would be. */
export function empty(space: Two): void {
  rmSync(space.path('two'), { recursive: true, force: true })
}
