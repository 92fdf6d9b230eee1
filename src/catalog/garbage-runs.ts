import type { Store, StoredObject } from '../domain/store.ts'
import { type BackupName, branchPrefix, dataPrefix, stateKey, wrapsPrefix } from './keys.ts'
import { parseDataKey, parseHoldKey, parseStateKey, parseWrapKey } from './parse-keys.ts'

/** What a store holds of one run besides its manifest. */
export interface StoredRun extends BackupName {
  readonly objects: number
  readonly bytes: number
  /** The newest store-side time among its objects. */
  readonly newest: Date
  readonly held: boolean
}

interface Part {
  readonly name: BackupName
  readonly object: StoredObject
}

type Parts = AsyncGenerator<Part, void, undefined>

const branches = [
  ['data', parseDataKey],
  ['keys', parseWrapKey],
  ['state', parseStateKey],
  ['holds', parseHoldKey],
] as const

/**
 * Every run that has objects under `data/`, `keys/` or `state/`, in the order of the keys. Four listings are read side
 * by side and one run is held at a time, so memory does not grow with their length. Keys that are not of the format
 * belong to no run.
 */
export async function* listRuns(store: Store, job?: string): AsyncGenerator<StoredRun, void, undefined> {
  const lists = branches.map(([branch, parse]) => partsOf(store, branchPrefix(branch, job), parse))
  try {
    const heads = await Promise.all(lists.map(next))
    for (;;) {
      const [first] = heads.filter((head) => head !== undefined).sort((a, b) => compareRuns(a.name, b.name))
      if (!first) return
      let run = { ...first.name, objects: 0, bytes: 0, newest: new Date(0), held: false }
      for (const [i, list] of lists.entries()) {
        for (let head = heads[i]; head && compareRuns(head.name, first.name) === 0; head = heads[i]) {
          run = branches[i]?.[0] === 'holds' ? { ...run, held: true } : withObject(run, head.object)
          heads[i] = await next(list)
        }
      }
      if (run.objects > 0) yield run
    }
  } finally {
    for (const list of lists) await list.return()
  }
}

/** The objects of one run besides its manifest, in the order in which they are deleted: wraps, then data, then state. */
export function objectsOfRun(store: Store, { job, id }: BackupName): readonly AsyncIterable<StoredObject>[] {
  return [
    store.list(`${wrapsPrefix(job, id)}/`),
    store.list(`${dataPrefix(job, id)}/`),
    listExactly(store, stateKey(job, id)),
  ]
}

async function* listExactly(store: Store, key: string): AsyncGenerator<StoredObject, void, undefined> {
  for await (const object of store.list(key)) {
    if (object.key === key) yield object
  }
}

function withObject<R extends StoredRun>(run: R, object: StoredObject): R {
  const newest = new Date(Math.max(run.newest.getTime(), object.modified.getTime()))
  return { ...run, objects: run.objects + 1, bytes: run.bytes + object.bytes, newest }
}

async function* partsOf(store: Store, prefix: string, parse: (key: string) => BackupName | undefined): Parts {
  for await (const object of store.list(prefix)) {
    const name = parse(object.key)
    if (name) yield { name: { job: name.job, id: name.id }, object }
  }
}

async function next(list: Parts): Promise<Part | undefined> {
  const { done, value } = await list.next()
  return done === true ? undefined : value
}

/** The order of keys: in each of the branches a slash follows the job, and no id is the beginning of another. */
function compareRuns(a: BackupName, b: BackupName): number {
  const [left, right] = [`${a.job}/${a.id}`, `${b.job}/${b.id}`]
  return left < right ? -1 : left > right ? 1 : 0
}
