import { tmpdir } from 'node:os'
import type { ObjectReference, StreamSummary } from '../../domain/manifest.ts'
import type { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import { openArchive } from '../../pipeline/seven-zip/unpack.ts'
import { openSingle, readSingle } from '../../pipeline/single-reader.ts'
import type { StreamReader } from '../../pipeline/stream-reader.ts'
import type { CommandContext } from '../context.ts'
import type { Opening } from './chain-objects.ts'
import { environmentForChildren } from './child-environment.ts'
import { createSingleStream } from './single-stream.ts'

/** The passphrase of 7z archives. Errors: `identity-missing`. */
export function archivePassphrase({ config }: CommandContext, key: string): Secret {
  const { passphrase } = config.encryption()
  if (passphrase !== undefined) return passphrase
  throw new HoldfastError('identity-missing', `${key} is a 7z archive, which only its passphrase opens`, {
    hint: 'Set encryption.passphrase; an identity opens what is beside an archive, and not the archive.',
    context: { key },
  })
}

/** Where an archive is put to be read: it has to seek. */
export function archiveSpool({ config }: CommandContext, job: string): string {
  const settings = config.jobNames.includes(job) ? config.job(job) : undefined
  return settings?.spool ?? settings?.scratchDir ?? tmpdir()
}

/** A stream of a backup that is one object. Errors of reading it: those of {@link openSingle} and {@link openArchive}. */
export function objectReader(
  { context, found, onFetched }: Opening,
  job: string,
  { object, compression, archive }: StreamSummary & { readonly object: ObjectReference },
  identity: Secret | undefined,
): StreamReader {
  const { store } = found.destination
  const { signal } = context
  if (archive === undefined) {
    const single = { store, object, compression, ...(identity && { identity }), signal, onFetched }
    return createSingleStream(
      object.key,
      () => openSingle(single),
      () => readSingle(single),
    )
  }
  return createSingleStream(object.key, () =>
    openArchive({
      store,
      object,
      passphrase: archivePassphrase(context, object.key),
      parent: archiveSpool(context, job),
      environment: environmentForChildren(context),
      signal,
      onFetched,
    }),
  )
}
