import type { CommandContext } from '../context.ts'

/** A pipe takes its time: the process must not end before its reader has the last byte. */
export function flush({ stdout }: CommandContext): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write('', (error) => (error ? reject(error) : resolve()))
  })
}
