import { currentOwner, type LeaseOwner } from '../../../catalog/lease-owner.ts'
import { getState, saveState } from './runner-commands.ts'

/** What the main step leaves for its `post`. */
export interface SavedState {
  /** The process of the main step, as leases name it. */
  readonly owner: LeaseOwner
  /** Its own temporary directory. */
  readonly temporary: string
  /** The id of the copy that it left or was about to make; undefined where it keeps none. */
  readonly copy: string | undefined
  /** Whether it came to its end, and so left nothing behind. */
  readonly finished: boolean
}

/** What the main step saved; undefined where it did not come so far, or the runner keeps nothing. */
export function savedState(): SavedState | undefined {
  const [owner, temporary] = [getState('owner'), getState('temporary')]
  if (owner === '') return undefined
  return {
    owner: JSON.parse(owner) as LeaseOwner,
    temporary,
    copy: getState('copy') || undefined,
    finished: getState('finished') === 'true',
  }
}

/** Says who runs, before anything is taken that `post` might have to give back. */
export async function saveStart(temporary: string): Promise<void> {
  saveState('owner', JSON.stringify(await currentOwner()))
  saveState('temporary', temporary)
}

/** Before anything of a copy is made that outlives the step. */
export function saveCopy(id: string): void {
  saveState('copy', id)
}

export function saveFinished(): void {
  saveState('finished', 'true')
}
