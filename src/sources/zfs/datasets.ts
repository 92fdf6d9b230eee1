import { HoldfastError, hasCode } from '../../errors/error.ts'
import { callZfs, callZpool, fieldsOf, type ZfsContext } from './call.ts'

/** A filesystem or a volume. */
export interface Dataset {
  readonly name: string
  readonly type: 'filesystem' | 'volume'
  readonly guid: string
  readonly encrypted: boolean
  readonly keyLoaded: boolean
  /** The snapshot that it is a clone of. */
  readonly origin?: string
  /** Where it is mounted now. */
  readonly mountpoint?: string
}

const columns = ['name', 'type', 'guid', 'encryption', 'keystatus', 'origin', 'mounted', 'mountpoint']

/** Reads what `zfs list -Hp` prints of {@link columns}. */
export function parseDatasets(text: string): Dataset[] {
  return fieldsOf(text).map((fields) => {
    const [name = '', type, guid = '', encryption, keystatus, origin = '-', mounted, mountpoint = ''] = fields
    return {
      name,
      type: type === 'volume' ? 'volume' : 'filesystem',
      guid,
      encrypted: encryption !== 'off' && encryption !== '-',
      keyLoaded: keystatus === 'available',
      ...(origin !== '-' && origin !== '' && { origin }),
      ...(mounted === 'yes' && mountpoint.startsWith('/') && { mountpoint }),
    }
  })
}

/** The datasets of a source, parents before their children. Errors: `source-unreadable` where it is not there. */
export async function listDatasets(
  context: ZfsContext,
  dataset: string,
  recursive: boolean,
): Promise<Dataset[]> {
  const scope = recursive ? ['-r'] : []
  try {
    const args = ['list', '-Hp', '-t', 'filesystem,volume', '-o', columns.join(','), ...scope, dataset]
    return parseDatasets(await callZfs(context, ...args))
  } catch (error) {
    if (!hasCode(error, 'tool-failed')) throw error
    throw new HoldfastError('source-unreadable', `the dataset ${dataset} cannot be read: ${error.message}`, {
      hint: 'Correct `dataset:`, import its pool (`zpool import`), or load the module (`modprobe zfs`).',
      context: { dataset },
      cause: error,
    })
  }
}

/** The pool of a dataset. */
export function poolOf(dataset: string): string {
  return dataset.split('/')[0] ?? dataset
}

/** The features of a pool that are enabled or in use, without `feature@`. */
export async function poolFeatures(context: ZfsContext, pool: string): Promise<ReadonlySet<string>> {
  const text = await callZpool(context, 'get', '-Hp', '-o', 'property,value', 'all', pool)
  return new Set(
    fieldsOf(text).flatMap(([property = '', value]) =>
      property.startsWith('feature@') && (value === 'enabled' || value === 'active')
        ? [property.slice('feature@'.length)]
        : [],
    ),
  )
}
