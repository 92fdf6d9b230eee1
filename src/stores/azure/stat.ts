import type { StoredObject } from '../../domain/store.ts'
import { hasCode } from '../../errors/error.ts'
import { describe, sha256Field } from './object.ts'
import { blobOf, request, type Session } from './session.ts'

/** The properties of a blob, with its metadata and tier; undefined where there is none. */
export async function propertiesOf(session: Session, key: string, signal?: AbortSignal) {
  const blob = blobOf(session, key)
  await session.ready()
  try {
    return await request(session, 'read', key, (abortSignal) => blob.getProperties({ abortSignal }), signal)
  } catch (error) {
    if (hasCode(error, 'store-not-found')) return undefined
    throw error
  }
}

/** What the service says of one blob; undefined where there is none. */
export async function stat(session: Session, key: string): Promise<StoredObject | undefined> {
  const found = await propertiesOf(session, key)
  return found && describe(key, found, found.metadata?.[sha256Field])
}
