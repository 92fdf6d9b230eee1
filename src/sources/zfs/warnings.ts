import type { SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { Dataset } from './datasets.ts'
import type { SendFlags } from './flags.ts'

type Warn = Pick<SourceContext, 'warn'>

/** Says what of these datasets a copy will not have. Errors: `source-unreadable` where a key is needed and not loaded. */
export function warnOfDatasets(
  { warn }: Warn,
  sent: readonly { readonly dataset: Dataset; readonly flags: SendFlags }[],
  without: readonly string[],
): void {
  const clones = sent.filter(({ dataset }) => dataset.origin !== undefined).map(({ dataset }) => dataset.name)
  if (clones.length > 0) {
    warn({
      severity: 'warning',
      code: 'clone-origin-lost',
      message: `${clones.length} of the datasets are clones: each is sent whole, and its origin is not kept`,
      hint: 'A restored copy needs the space of all of them; nothing of their content is lost.',
      names: clones,
    })
  }
  if (without.length > 0) {
    warn({
      severity: 'warning',
      code: 'dataset-left-out',
      message: `${without.length} datasets have no snapshot of that name and are not in this backup`,
      hint: 'Let what takes the snapshots take them recursively (`zfs snapshot -r`).',
      names: without,
    })
  }
  const locked = sent.find(({ dataset, flags }) => dataset.encrypted && !flags.raw && !dataset.keyLoaded)
  if (locked === undefined) return
  const { name } = locked.dataset
  throw new HoldfastError('source-unreadable', `the key of ${name} is not loaded`, {
    hint: `Set \`raw: auto\`, which needs no key, or load it: \`zfs load-key ${name}\`.`,
    context: { dataset: name },
  })
}

/** Says which datasets an increment holds in full again. */
export function warnOfLost(
  { warn }: Warn,
  lost: readonly { readonly dataset: string; readonly because: string }[],
): void {
  for (const { dataset, because } of lost) {
    warn({
      severity: 'warning',
      code: 'dataset-full',
      message: `a dataset of this increment is sent in full: ${because}`,
      names: [dataset],
    })
  }
}
