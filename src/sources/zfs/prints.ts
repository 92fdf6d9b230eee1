import type { CaptureContext } from '../../domain/source.ts'
import type { CapturedSnapshot } from './capture-snapshot.ts'
import { createTreeHasher, type DatasetPrint, readProperties, type ZfsFingerprint } from './fingerprint.ts'
import type { SendFlags } from './flags.ts'

/** The number of files that were hashed, where any were. */
export function filesOf({ datasets }: ZfsFingerprint): { files?: number } {
  const trees = datasets.flatMap(({ tree }) => (tree === undefined ? [] : [tree.files]))
  return trees.length === 0 ? {} : { files: trees.reduce((sum, files) => sum + files, 0) }
}

/** A dataset of a snapshot, and how it is sent. */
export type Sent = CapturedSnapshot['datasets'][number] & {
  readonly flags: SendFlags
}

/** What a backup says of its datasets: properties as they are now, files as the snapshot has them. */
export async function printsOf(
  context: CaptureContext,
  { name }: CapturedSnapshot,
  sent: readonly Sent[],
  fromOf: (dataset: string) => string | null,
): Promise<DatasetPrint[]> {
  const withProperties = sent.filter(({ flags }) => flags.properties).map(({ dataset }) => dataset.name)
  const properties = await readProperties(context, withProperties, 'local,received')
  const hash = createTreeHasher(context)
  const prints: DatasetPrint[] = []
  for (const { dataset, guid, flags } of sent) {
    // What is sent raw cannot be read where it is received.
    const tree = flags.raw && dataset.encrypted ? undefined : await hash(dataset, name)
    prints.push({
      name: dataset.name,
      type: dataset.type,
      snapshot: name,
      guid,
      from: fromOf(dataset.name),
      raw: flags.raw,
      encrypted: dataset.encrypted,
      properties: properties.get(dataset.name) ?? {},
      ...(tree && { tree }),
    })
  }
  return prints
}
