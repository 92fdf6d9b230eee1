import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Capture, CaptureResult, SourceContext, SourceStream } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { RunningTool } from '../../../process/spawn.ts'
import { deferredStream } from '../../deferred-stream.ts'
import { parseBackupManifest } from './backup-manifest.ts'
import { type BaseBackupClient, startBaseBackup } from './client.ts'
import { checkContents } from './contents.ts'
import { explainBaseBackup } from './explain.ts'
import type { PhysicalFacts } from './facts.ts'
import type { PhysicalFingerprint } from './fingerprint.ts'
import type { WalReserve } from './session-slot.ts'
import { createSpool } from './spool.ts'
import { encodeState } from './state.ts'
import { baseStream, manifestStream, tablespaceStream } from './streams.ts'
import { createTarScan, type TarScan } from './tar-scan.ts'

/** A base backup, prepared. */
export interface PhysicalPlan {
  readonly facts: PhysicalFacts
  readonly client: BaseBackupClient
  readonly reserve: WalReserve
  readonly level: number
  readonly fullBecause?: string
  /** The file that holds the manifest of the base. */
  readonly incremental?: string
  /** Expected bytes of the data directory. */
  readonly estimate?: number
  /** An empty directory for archives; only where there are tablespaces. */
  readonly spool?: string
  /** Directories that go with the capture. */
  readonly directories: readonly string[]
  /** Taken when the data is there. */
  fingerprint(): Promise<PhysicalFingerprint>
}

/** The streams of a base backup as the server writes them, watched, and the verdict on them. */
export function capturePhysical(context: Pick<SourceContext, 'signal'>, plan: PhysicalPlan): Capture {
  const { facts, client, incremental, reserve } = plan
  const scan = createTarScan()
  const tablespaces = facts.tablespaces.map(({ oid }) => ({ oid, scan: createTarScan() }))
  const spool = plan.spool === undefined ? undefined : createSpool(client, plan.spool, incremental, context)
  let running: RunningTool | undefined
  let manifest: Buffer | undefined

  function openBase(): Readable {
    if (spool !== undefined) return spool.archive('base.tar')
    return deferredStream({
      async open() {
        running = startBaseBackup(client, { target: '-', ...(incremental && { incremental }) }, context)
        return running.stdout
      },
      explain: explainBaseBackup,
    })
  }

  async function readManifest(): Promise<Buffer> {
    manifest ??= spool === undefined ? scan.manifest() : await spool.manifest()
    if (manifest !== undefined) return manifest
    throw new HoldfastError('source-truncated', 'pg_basebackup sent no backup_manifest', {
      hint: 'Run the backup again; read what the server logged meanwhile.',
    })
  }

  async function* manifestBytes(): AsyncGenerator<Buffer> {
    yield Buffer.from(await readManifest())
  }

  const observed = (
    of: { name: string; mediaType: string },
    observer: TarScan,
    open: () => Readable,
  ): SourceStream => ({
    ...of,
    observer,
    open,
  })
  const streams: SourceStream[] = [
    { ...observed(baseStream, scan, openBase), ...(plan.estimate && { estimate: plan.estimate }) },
    ...tablespaces.map(({ oid, scan: own }) =>
      observed(tablespaceStream(oid), own, () => (spool as NonNullable<typeof spool>).archive(`${oid}.tar`)),
    ),
    { ...manifestStream, open: () => Readable.from(manifestBytes(), { objectMode: false }) },
  ]

  async function tidy(): Promise<void> {
    await running?.stop()
    await spool?.stop()
    await reserve.release()
    await client.children.dispose()
    for (const directory of plan.directories) await rm(directory, { recursive: true, force: true })
  }

  async function finish(): Promise<CaptureResult> {
    const bytes = await readManifest()
    const parsed = parseBackupManifest(bytes)
    checkContents(parsed, [
      { prefix: '', files: scan.files },
      ...tablespaces.map(({ oid, scan: own }) => ({ prefix: `pg_tblspc/${oid}/`, files: own.files })),
    ])
    const { systemIdentifier, ranges } = parsed
    const timeline = ranges.at(-1)?.timeline ?? facts.timeline
    const fingerprint = await plan.fingerprint()
    const toolOutput = spool?.text() ?? running?.stderr.text() ?? ''
    // Servers before 17 do not say who they are: nothing can build on their backups anyway.
    const state = systemIdentifier && encodeState({ systemIdentifier, timeline, manifest: bytes })
    return {
      evidence: 'stream',
      unread: [],
      files: parsed.files.size,
      fingerprint,
      ...(state && { state }),
      ...(toolOutput === '' ? {} : { toolOutput }),
    }
  }

  return {
    level: plan.level,
    ...(plan.fullBecause === undefined ? {} : { fullBecause: plan.fullBecause }),
    description: {
      method: 'physical',
      server: facts.version,
      serverMajor: facts.major,
      client: `pg_basebackup ${client.version}`,
      restoreNeedsMajor: facts.major,
      checksums: facts.checksums,
      tablespaces: facts.tablespaces.length,
      ...(facts.systemIdentifier !== undefined && { systemIdentifier: facts.systemIdentifier }),
      ...(facts.standby && { standby: true }),
    },
    streams,
    finish,
    abort: tidy,
  }
}
