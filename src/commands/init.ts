import type { CommandContext } from './context.ts'
import { done, type Outcome } from './outcome.ts'
export async function init(_context: CommandContext): Promise<Outcome> {
  return done([])
}
