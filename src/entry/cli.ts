import { createProgram } from './cli/program.ts'
import { fail } from './cli/render.ts'

/** Runs one command line and sets the exit status. Never rejects: what fails is rendered. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    await createProgram().parseAsync([...argv], { from: 'user' })
  } catch (error) {
    fail(error, argv)
  }
}
