import { childEnvironment } from '../../process/environment.ts'
import type { CommandContext } from '../context.ts'

/**
 * The environment for what a command starts. The configuration's own keys are looked up first, whether this run uses
 * them or not: only what is known to be a secret is withheld, and a backup never reads the identity by itself.
 */
export function environmentForChildren({ config, environment }: CommandContext): Record<string, string> {
  const keys = [
    () => config.identity(),
    () => config.stateIdentity(),
    () => config.encryption(),
    () => config.signing(),
  ]
  for (const read of keys) {
    try {
      read()
    } catch {
      // A variable that is missing holds no secret; who needs it says so.
    }
  }
  return childEnvironment(environment)
}
