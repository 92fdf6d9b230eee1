import type { Chain, ChainLink } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { type DatasetPrint, fingerprintOf } from './fingerprint.ts'
import { matchesName } from './name-pattern.ts'

/** One stream that is received. */
export interface ReceiveStep {
  readonly link: ChainLink
  readonly print: DatasetPrint
}

/** A dataset of a chain, and the streams that make it: a full one, then increments. */
export interface ReceivePlan {
  /** What it was called. */
  readonly name: string
  /** Below the target; empty for the target itself. */
  readonly below: string
  readonly steps: readonly ReceiveStep[]
}

function broken(name: string, guid: string): HoldfastError {
  return new HoldfastError('chain-broken', `no backup of the chain holds what ${name} builds on`, {
    hint: 'Restore an older backup, or one from another destination.',
    context: { dataset: name, guid },
  })
}

/** Backwards from the last link, by guid: a dataset may have been sent in full in the middle of a chain. */
function stepsOf(chain: Chain, last: DatasetPrint): ReceiveStep[] {
  const steps: ReceiveStep[] = []
  let wanted: string | null = last.guid
  for (const link of chain.toReversed()) {
    if (wanted === null) break
    const print = fingerprintOf(link).datasets.find(({ guid }) => guid === wanted)
    if (print === undefined) continue
    steps.unshift({ link, print })
    wanted = print.from
  }
  if (wanted !== null) throw broken(last.name, wanted)
  return steps
}

function isChosen(include: readonly string[], root: string, { name }: DatasetPrint): boolean {
  if (include.length === 0) return true
  const below = name.slice(root.length + 1)
  return include.some(
    (pattern) => matchesName(pattern, name) || (below !== '' && matchesName(pattern, below)),
  )
}

/**
 * What has to be received for the datasets of the last link, parents first. `include` chooses datasets by their whole
 * names, by their names below the root, or by patterns; one that is chosen alone becomes the target itself.
 * Errors: `path-not-found`, `chain-broken`, `object-damaged`.
 */
export function planReceive(chain: Chain, include: readonly string[]): ReceivePlan[] {
  const last = chain.at(-1)
  if (last === undefined) throw new HoldfastError('internal', 'a chain has no link')
  const { root, datasets } = fingerprintOf(last)
  const chosen = datasets.filter((print) => isChosen(include, root, print))
  const [first] = chosen
  if (first === undefined) {
    throw new HoldfastError('path-not-found', `no dataset of ${last.id} matches ${include.join(', ')}`, {
      hint: `Choose among these with --include: ${datasets.map(({ name }) => name).join(', ')}.`,
      context: { id: last.id },
    })
  }
  const top = chosen.length === 1 ? first.name : root
  return chosen.map((print) => ({
    name: print.name,
    below: print.name === top ? '' : print.name.slice(top.length + 1),
    steps: stepsOf(chain, print),
  }))
}
