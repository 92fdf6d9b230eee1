import { createProgram } from './cli/program.ts'
import { fail } from './cli/render.ts'

/** Runs one command line and sets the exit status. Never rejects: what fails is rendered. */
export async function main(argv: readonly string[]): Promise<void> {
  // Who reads our output may stop early, as `head` does: that is no failure of the command.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  try {
    await createProgram().parseAsync([...argv], { from: 'user' })
  } catch (error) {
    fail(error, argv)
  }
}
