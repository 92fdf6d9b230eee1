import type { PutCondition } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { Session } from './session.ts'

const tiers = ['Hot', 'Cool', 'Cold', 'Archive']

function unsupported(what: string, hint: string): HoldfastError {
  return new HoldfastError('store-unsupported', `an azure destination does not support ${what}`, { hint })
}

/** Refuses what a call asks for and this store has not. */
export function refuse(options: { retainUntil?: Date; tier?: string; versionId?: string }): void {
  const { retainUntil, tier, versionId } = options
  if (retainUntil !== undefined) {
    throw unsupported('object lock', 'Use an immutability policy of the container, which Azure keeps itself.')
  }
  if (versionId !== undefined) {
    throw unsupported('versions', 'Use soft delete or versioning of the storage account by its own tools.')
  }
  if (tier !== undefined && !tiers.includes(tier)) {
    throw unsupported(`the tier ${tier}`, `Use one of ${tiers.join(', ')}.`)
  }
}

/** The tier of an object: what the call wants, else the configuration's for data. */
export function tierOf({ tier }: Session, key: string, wanted: string | undefined) {
  const chosen = wanted ?? (key.startsWith('data/') ? tier : undefined)
  return chosen === undefined ? {} : { tier: chosen }
}

/** A condition as the SDK wants it. */
export function conditionsOf(when: PutCondition | undefined) {
  if (when === undefined) return {}
  return { conditions: 'absent' in when ? { ifNoneMatch: '*' } : { ifMatch: when.etag } }
}
