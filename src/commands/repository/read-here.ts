import type { CommandContext } from '../context.ts'

/**
 * Whether a drill or a verification read this destination. `sync` brings proofs and logs along with the bytes they are
 * about; they show that these are good, not that this destination gives them. A name that the configuration does not
 * know is another name of this one.
 */
export function wasReadHere(
  { config }: CommandContext,
  here: string,
): (evidence: { readonly destination: string }) => boolean {
  const others = new Set(config.destinationNames)
  others.delete(here)
  return ({ destination }) => !others.has(destination)
}
