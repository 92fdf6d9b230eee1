import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Finding } from '../../domain/finding.ts'
import type { Chain, RestoreOptions, RestoreResult, SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { writeStreamToFile } from '../../process/write-file.ts'
import { targetUnsupported } from '../target-unsupported.ts'
import { receiveDataset } from './receive.ts'
import { planReceive, type ReceivePlan, type ReceiveStep } from './receive-plan.ts'
import { datasetPattern } from './settings.ts'

function bytesOf({ link, print }: ReceiveStep): number {
  return link.streams.find(({ name }) => name === print.name)?.bytes ?? 0
}

/** A file can hold one stream: that of one dataset, without a base. */
function onlyStep(plans: readonly ReceivePlan[]): ReceiveStep {
  const [plan] = plans
  const [step] = plan?.steps ?? []
  if (step !== undefined && plans.length === 1 && plan?.steps.length === 1) return step
  const what =
    plans.length > 1 ? `${plans.length} datasets are` : `a chain of ${plan?.steps.length} streams is`
  throw new HoldfastError('usage', `${what} more than one stream`, {
    hint: 'Name a directory that ends in a slash with --to to get a file for each, or restore into a dataset.',
  })
}

/** A file for each stream, named so that they are received in the order of their names. */
async function writeFiles(
  context: SourceContext,
  plans: readonly ReceivePlan[],
  directory: string,
  overwrite: boolean,
): Promise<number> {
  await mkdir(directory, { recursive: true })
  let bytes = 0
  for (const { steps } of plans) {
    for (const [index, step] of steps.entries()) {
      const name = `${encodeURIComponent(step.print.name)}.${index}.zfs`
      const { signal } = context
      bytes += await writeStreamToFile(step.link.open(step.print.name), join(directory, name), {
        overwrite,
        signal,
      })
    }
  }
  return bytes
}

/** What somebody has to know about a copy. */
function findingsOf(plans: readonly ReceivePlan[], target: string): Finding[] {
  const raw = plans.filter(({ steps }) => steps.at(-1)?.print.raw === true && steps.at(-1)?.print.encrypted)
  if (raw.length === 0) return []
  return [
    {
      severity: 'info',
      code: 'key-needed',
      message: `${raw.length} of the datasets came raw: each is locked, and an encryption root of its own`,
      hint: `Unlock each with the key of the original: \`zfs load-key ${target}\`. Change keys (\`zfs change-key\`) only now that every level is there.`,
      names: raw.map(({ below }) => (below === '' ? target : `${target}/${below}`)),
    },
  ]
}

function noDataset(name: string): HoldfastError {
  return new HoldfastError('usage', `${name} cannot be the name of a dataset`, {
    hint: 'Write pool/dataset after --to; a path begins with / or ./.',
    context: { dataset: name },
  })
}

/** Restores a chain into a dataset that does not exist yet, into files, or to standard output. */
export async function restoreZfs(
  context: SourceContext,
  chain: Chain,
  { target, include, overwrite, force = false }: RestoreOptions,
): Promise<RestoreResult> {
  const plans = planReceive(chain, include)
  switch (target.type) {
    case 'dataset': {
      if (!datasetPattern.test(target.dataset)) throw noDataset(target.dataset)
      let bytes = 0
      for (const plan of plans) {
        const dataset = plan.below === '' ? target.dataset : `${target.dataset}/${plan.below}`
        bytes += await receiveDataset(context, plan, dataset, { force })
      }
      return { bytes, warnings: findingsOf(plans, target.dataset) }
    }
    case 'directory':
      return {
        bytes: await writeFiles(context, plans, resolve(target.path), overwrite),
        warnings: [],
      }
    case 'file': {
      const step = onlyStep(plans)
      const { signal } = context
      await writeStreamToFile(step.link.open(step.print.name), resolve(target.path), { overwrite, signal })
      return { bytes: bytesOf(step), warnings: [] }
    }
    case 'stdout': {
      const step = onlyStep(plans)
      await pipeline(step.link.open(step.print.name), target.stream, { signal: context.signal, end: false })
      return { bytes: bytesOf(step), warnings: [] }
    }
    case 'default':
      throw new HoldfastError('usage', 'a dataset needs a place to be restored to', {
        hint: 'Add --to with a dataset that does not exist yet, such as pool/restored.',
      })
    default:
      throw targetUnsupported('a dataset', target, ['dataset', 'directory', 'file', 'stdout'])
  }
}

/** What the plan of a restore says besides. */
export function restoreNotes(
  { raw }: Readonly<Record<string, unknown>>,
  target: RestoreOptions['target'],
): string[] {
  if (target.type !== 'dataset' || typeof raw !== 'number' || raw === 0) return []
  return [
    raw === 1
      ? 'One dataset comes raw: it becomes an encryption root of its own, and its key is needed to mount it.'
      : `${raw} datasets come raw: each becomes an encryption root of its own, and its key is needed to mount it.`,
  ]
}
