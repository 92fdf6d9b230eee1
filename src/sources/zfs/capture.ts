import { join } from 'node:path'
import type { Capture, CaptureContext, CaptureResult } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { type HostLock, lockOnHost } from '../../process/host-lock.ts'
import { type Bases, chooseBases } from './bases.ts'
import { captureSnapshot, resumeToken } from './capture-snapshot.ts'
import { poolFeatures, poolOf } from './datasets.ts'
import { describe } from './describe.ts'
import { discardSnapshot } from './discard-snapshot.ts'
import type { ZfsFingerprint } from './fingerprint.ts'
import { flagsFor } from './flags.ts'
import { ownerOf } from './owner.ts'
import { filesOf, printsOf, type Sent } from './prints.ts'
import { type SendStream, sendStream } from './send-stream.ts'
import type { ZfsSettings } from './settings.ts'
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

/** The streams of all datasets, each from its base and as its level 0 was sent. */
async function sendAll(
  context: CaptureContext,
  name: string,
  wanted: readonly Sent[],
  bases: Bases,
): Promise<{ readonly sent: Sent[]; readonly streams: SendStream[] }> {
  const sent: Sent[] = []
  const streams: SendStream[] = []
  for (const one of wanted) {
    const dataset = one.dataset.name
    const base = bases.of.get(dataset)
    const flags = base?.flags ?? one.flags
    const sending = { dataset, snapshot: `${dataset}@${name}`, flags, ...(base && { from: base.from }) }
    sent.push({ ...one, flags })
    streams.push(await sendStream(context, sending, () => checkWithZstream(context, dataset)))
  }
  return { sent, streams }
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
    const { sent, streams } = await sendAll(context, snapshot.name, wanted, bases)
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
      // A backup that goes again is not worth going on with.
      ...(!context.throwaway && { resume: resumeToken(snapshot) }),
      resumed: snapshot.resumed,
      finish,
      async committed() {
        isCommitted = true
        if (context.throwaway) await discard()
        else await tidy(context, settings, owner, needed, features)
      },
      abort: () => end(false),
      suspend: () => end(true),
    }
  } catch (error) {
    await discard().catch(() => undefined)
    throw error
  }
}
