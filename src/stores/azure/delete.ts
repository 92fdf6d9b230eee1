import { hasCode } from '../../errors/error.ts'
import { refuse } from './refuse.ts'
import { blobOf, request, type Session } from './session.ts'

/** Deletes a blob with its snapshots, without which it cannot go; one that is not there is gone already. */
export async function remove(
  session: Session,
  key: string,
  options: { readonly versionId?: string } = {},
): Promise<void> {
  refuse(options)
  const blob = blobOf(session, key)
  await session.ready()
  try {
    await request(session, 'delete', key, (abortSignal) =>
      blob.delete({ abortSignal, deleteSnapshots: 'include' }),
    )
  } catch (error) {
    if (!hasCode(error, 'store-not-found')) throw error
  }
}
