import type { CatalogueEntry } from '../catalog/entry.ts'
import { dataPrefix, streamPrefix } from '../catalog/keys.ts'
import { readManifest } from '../catalog/read-manifest.ts'
import type { StreamSummary } from '../domain/manifest.ts'
import type { HoldfastError } from '../errors/error.ts'
import type { BackupResult, VerifyResult } from '../report/results.ts'
import { type CommandContext, tell } from './context.ts'
import { asHoldfastError, exitOf, type Outcome } from './outcome.ts'
import { type Destination, openDestination } from './repository/destination.ts'
import { readEntries } from './repository/entries.ts'
import { verificationFailure } from './verify/failure.ts'
import { verifyObjects } from './verify/stored.ts'

type Check = VerifyResult['checks'][number]

/** A stream's volumes by their number and their bytes: their names are hashes of what is in them. */
function streamCheck(listed: ReadonlyMap<string, number>, prefix: string, stream: StreamSummary): Check {
  const own = [...listed].filter(([key]) => key.startsWith(`${streamPrefix(prefix, stream.name)}/`))
  const bytes = own.reduce((sum, [, size]) => sum + size, 0)
  const isWhole = own.length === stream.volumes && bytes === stream.storedBytes
  return {
    name: `listing of ${stream.name}`,
    result: isWhole ? 'passed' : 'failed',
    expected: `${stream.volumes} volumes of ${stream.storedBytes} bytes`,
    found: `${own.length} volumes of ${bytes} bytes`,
  }
}

/** What the listing shows of a backup, against its manifest: all that a role which may not read data can know. */
async function verifyListing(
  context: CommandContext,
  { name, store }: Destination,
  { job, id, manifestSha256: sha256 }: CatalogueEntry,
): Promise<VerifyResult> {
  const { signal } = context
  const prefix = dataPrefix(job, id)
  const { manifest } = await readManifest(store, job, id, { signal, sha256 })
  const listed = new Map<string, number>()
  for await (const { key, bytes } of store.list(`${prefix}/`)) listed.set(key, bytes)
  const { volumes, meta, index } = manifest.objects
  const named = [volumes, meta, index, ...manifest.streams.map(({ object }) => object)]
  const damaged = named.flatMap((each) => (each && listed.get(each.key) !== each.bytes ? each.key : []))
  const cut = manifest.streams.filter(({ object }) => object === undefined)
  const checks: Check[] = [
    { name: 'objects', result: damaged.length === 0 ? 'passed' : 'failed' },
    ...cut.map((stream) => streamCheck(listed, prefix, stream)),
  ]
  const result = checks.some((check) => check.result === 'failed') ? 'failed' : 'passed'
  return { job, id, destination: name, depth: 'exists', result, checks, fetchedBytes: 0, damaged }
}

async function checkOne(
  context: CommandContext,
  destination: Destination,
  entry: CatalogueEntry,
): Promise<VerifyResult> {
  try {
    return await verifyObjects(context, destination, entry, 'checksum', undefined, undefined)
  } catch (error) {
    context.signal.throwIfAborted()
    const result = await verifyListing(context, destination, entry)
    tell(
      context,
      {
        severity: 'info',
        code: 'not-read-back',
        message: `${destination.name} was checked by its listing only: ${asHoldfastError(error).message}`,
      },
      entry.job,
    )
    return result
  }
}

/**
 * Checks what a backup has just written, at every destination that has it, as far as the role allows: the stored bytes
 * against their hashes; where data may not be read, the listing against the manifest. Ancestors are left alone. Exits 5
 * where something is not as it should be.
 */
export async function checkWritten(
  context: CommandContext,
  backups: readonly BackupResult[],
): Promise<Outcome> {
  const results: VerifyResult[] = []
  const errors: HoldfastError[] = []
  for (const { job, id, destinations = [] } of backups) {
    for (const { name, status } of destinations) {
      if (id === undefined || status !== 'success') continue
      try {
        const destination = await openDestination(context, name)
        const { points, damaged } = await readEntries(context, destination, job)
        const entry = points.find((point) => point.id === id)
        if (entry) results.push(await checkOne(context, destination, entry))
        else errors.push(...damaged.map(({ error }) => error))
      } catch (error) {
        context.signal.throwIfAborted()
        errors.push(asHoldfastError(error))
      }
    }
  }
  errors.push(...results.filter(({ result }) => result === 'failed').map(verificationFailure))
  return { results, warnings: [], errors, exitCode: exitOf(errors, results.length) }
}
