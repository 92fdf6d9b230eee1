import { join } from 'node:path'
import type { Capture, CaptureContext, CaptureResult } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { type HostLock, lockOnHost } from '../../process/host-lock.ts'
import { chooseBases } from './bases.ts'
import { type CapturedSnapshot, captureSnapshot, resumeToken } from './capture-snapshot.ts'
import { poolFeatures, poolOf } from './datasets.ts'
import { describe } from './describe.ts'
import { createTreeHasher, type DatasetPrint, readProperties, type ZfsFingerprint } from './fingerprint.ts'
import { flagsFor } from './flags.ts'
import { heldBy, releaseSnapshots } from './holds.ts'
import { ownerOf } from './owner.ts'
import { listPoints } from './points.ts'
import { type SendStream, sendStream } from './send-stream.ts'
import type { ZfsSettings } from './settings.ts'
import { destroyPoints } from './snapshots.ts'
import { type BaseState, encodeState, neededBases } from './state.ts'
import { checkWithZstream } from './stream-check.ts'
import { tidy } from './tidy.ts'
import { warnOfDatasets, warnOfLost } from './warnings.ts'

/** Where the lock of a dataset lies. */
function lockPath(context: CaptureContext, dataset: string): string {
  return join(context.stateDirectory, 'zfs', `${encodeURIComponent(dataset)}.lock`)
}

/**
 * Begins a backup: locks the dataset on this host, takes or finds the snapshot, holds it, and finds what increments
 * build on. Errors: `busy`, `source-unreadable`, `tool-failed`.
 */
export async function captureZfs(settings: ZfsSettings, context: CaptureContext): Promise<Capture> {
  const lock = await lockOnHost(lockPath(context, settings.dataset), settings.dataset)
  try {
    return await captureLocked(settings, context, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

async function captureLocked(
  settings: ZfsSettings,
  context: CaptureContext,
  lock: HostLock,
): Promise<Capture> {
  const owner = ownerOf(context.repository, context.job)
  const snapshot = await captureSnapshot(context, settings, owner)
  // An abort must be able to tidy up although the run's signal has fired.
  const after = { ...context, signal: new AbortController().signal }
  const discard = () => discardSnapshot(after, settings, snapshot)
  try {
    const features = await poolFeatures(context, poolOf(settings.dataset))
    const wanted = snapshot.datasets.map((one) => ({
      ...one,
      flags: flagsFor(settings, one.dataset, features),
    }))
    warnOfDatasets(context, wanted, snapshot.without)
    const bases = chooseBases(context, settings, wanted, snapshot.points)
    warnOfLost(context, bases.lost)
    const level = bases.parent === undefined ? 0 : context.level
    const sent: (typeof wanted)[number][] = []
    const streams: SendStream[] = []
    for (const one of wanted) {
      const { dataset } = one
      const base = bases.of.get(dataset.name)
      const flags = base?.flags ?? one.flags
      sent.push({ ...one, flags })
      const sending = {
        dataset: dataset.name,
        snapshot: `${dataset.name}@${snapshot.name}`,
        flags,
        ...(base && { from: base.from }),
      }
      streams.push(await sendStream(context, sending, () => checkWithZstream(context, dataset.name)))
    }
    const base: BaseState = {
      level,
      snapshot: snapshot.name,
      datasets: sent.map(({ dataset, flags, guid }) => ({ name: dataset.name, flags, guid })),
    }
    const needed = neededBases(bases.parent, base)

    const finish = async (): Promise<CaptureResult> => {
      if (!streams.every(({ ended }) => ended())) {
        throw new HoldfastError('internal', 'a stream of the dataset was never read to its end')
      }
      const fingerprint: ZfsFingerprint = {
        format: 1,
        root: settings.dataset,
        datasets: await printsOf(context, snapshot, sent, (name) => bases.of.get(name)?.guid ?? null),
      }
      const toolOutput = streams.map(({ said }) => said()).join('')
      const { dataset, recursive } = settings
      return {
        state: encodeState({ dataset, recursive, base, lower: needed.slice(0, -1) }),
        evidence: 'snapshot',
        unread: [],
        fingerprint,
        ...filesOf(fingerprint),
        ...(toolOutput !== '' && { toolOutput }),
      }
    }

    let isCommitted = false
    let isOver = false
    const end = async (keep: boolean): Promise<void> => {
      if (isOver) return
      isOver = true
      try {
        await Promise.all(streams.map(({ stop }) => stop()))
        if (!keep && !isCommitted) await discard()
      } finally {
        lock.release()
      }
    }
    return {
      level,
      ...(bases.fullBecause !== undefined && { fullBecause: bases.fullBecause }),
      description: await describe(context, sent),
      streams: streams.map(({ stream }) => stream),
      resume: resumeToken(snapshot),
      resumed: snapshot.resumed,
      finish,
      async committed() {
        isCommitted = true
        await tidy(context, settings, owner, needed, features)
      },
      abort: () => end(false),
      suspend: () => end(true),
    }
  } catch (error) {
    await discard().catch(() => undefined)
    throw error
  }
}

function filesOf({ datasets }: ZfsFingerprint): { files?: number } {
  const trees = datasets.flatMap(({ tree }) => (tree === undefined ? [] : [tree.files]))
  return trees.length === 0 ? {} : { files: trees.reduce((sum, files) => sum + files, 0) }
}

type Sent = CapturedSnapshot['datasets'][number] & {
  readonly flags: { readonly raw: boolean; readonly properties: boolean }
}

async function printsOf(
  context: CaptureContext,
  { name }: CapturedSnapshot,
  sent: readonly Sent[],
  fromOf: (dataset: string) => string | null,
): Promise<DatasetPrint[]> {
  const withProperties = sent.filter(({ flags }) => flags.properties).map(({ dataset }) => dataset.name)
  const properties = await readProperties(context, withProperties, 'local,received')
  const hash = createTreeHasher(context)
  const prints: DatasetPrint[] = []
  for (const { dataset, guid, flags } of sent) {
    // What is sent raw cannot be read where it is received.
    const tree = flags.raw && dataset.encrypted ? undefined : await hash(dataset, name)
    prints.push({
      name: dataset.name,
      type: dataset.type,
      snapshot: name,
      guid,
      from: fromOf(dataset.name),
      raw: flags.raw,
      encrypted: dataset.encrypted,
      properties: properties.get(dataset.name) ?? {},
      ...(tree && { tree }),
    })
  }
  return prints
}

/** A failed run leaves nothing: its hold goes, and the snapshot if it made it. */
async function discardSnapshot(
  context: CaptureContext,
  settings: ZfsSettings,
  { name, datasets, heldBefore }: CapturedSnapshot,
): Promise<void> {
  if (heldBefore) return
  const owner = ownerOf(context.repository, context.job)
  const points = (await listPoints(context, settings.dataset, settings.recursive)).filter(
    (point) =>
      point.type === 'snapshot' &&
      point.name === name &&
      datasets.some(({ dataset, guid }) => dataset.name === point.dataset && guid === point.guid),
  )
  await releaseSnapshots(context, owner, [...(await heldBy(context, owner, points))])
  const own = points.filter((point) => point.owner === owner.value)
  await destroyPoints(
    context,
    own.map((point) => `${point.dataset}@${point.name}`),
  )
}
