import { callZfs, fieldsOf, type ZfsContext } from './call.ts'
import { ownerProperty } from './owner.ts'

/** A snapshot or a bookmark: a point in time of one dataset. */
export interface Point {
  readonly type: 'snapshot' | 'bookmark'
  readonly dataset: string
  /** After the `@` or the `#`. */
  readonly name: string
  readonly guid: string
  /** The transaction group that made it: what orders points of a pool. */
  readonly created: bigint
  /** Of snapshots: the owner's property, where it was set here and not received with a copy. */
  readonly owner?: string
  /** Of snapshots: how many holds there are. */
  readonly holds: number
}

/** As the tools take it: `pool/dataset@name` or `pool/dataset#name`. */
export function fullName({ type, dataset, name }: Pick<Point, 'type' | 'dataset' | 'name'>): string {
  return `${dataset}${type === 'snapshot' ? '@' : '#'}${name}`
}

function pointOf(full: string, value: (property: string) => string, owner: string | undefined): Point {
  const at = full.search(/[@#]/)
  const holds = value('userrefs')
  return {
    type: full[at] === '#' ? 'bookmark' : 'snapshot',
    dataset: full.slice(0, at),
    name: full.slice(at + 1),
    guid: value('guid'),
    created: BigInt(value('createtxg')),
    holds: holds === '-' ? 0 : Number(holds),
    ...(owner !== undefined && { owner }),
  }
}

/** Reads `zfs get -Hp -o name,property,value,source` of snapshots and bookmarks; in order of their making. */
export function parsePoints(text: string): Point[] {
  const rows = Map.groupBy(fieldsOf(text), ([full = '']) => full)
  const points = [...rows].map(([full, fields]) => {
    const row = (wanted: string) => fields.find(([, property]) => property === wanted)
    const owner = row(ownerProperty)
    return pointOf(
      full,
      (property) => row(property)?.[2] ?? '0',
      owner?.[3] === 'local' ? owner[2] : undefined,
    )
  })
  return points.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0))
}

const properties = ['guid', 'createtxg', 'userrefs', ownerProperty].join(',')

/** All snapshots and bookmarks of a dataset, with those below it where `recursive`; in order of their making. */
export async function listPoints(
  context: ZfsContext,
  dataset: string,
  recursive: boolean,
): Promise<readonly Point[]> {
  const scope = recursive ? ['-r'] : ['-d', '1']
  // `list` does not say where a value is from, and a received copy has the owner's too.
  const args = ['get', '-Hp', '-t', 'snapshot,bookmark', '-o', 'name,property,value,source', ...scope]
  return parsePoints(await callZfs(context, ...args, properties, dataset))
}
