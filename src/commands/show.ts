import { readProofs } from '../catalog/proofs.ts'
import { readManifest } from '../catalog/read-manifest.ts'
import type { ShowResult } from '../report/results.ts'
import type { CommandContext } from './context.ts'
import { listResult } from './list.ts'
import { done, type Outcome } from './outcome.ts'
import { findBackup } from './repository/find.ts'

/** `holdfast show ID`: what the manifest and the proofs say of one backup; a job's name means its newest. */
export async function show(context: CommandContext, what: string): Promise<Outcome> {
  const { destination, entry, chain } = await findBackup(context, what, { force: true })
  const { job, id, manifestSha256: sha256 } = entry
  const { manifest } = await readManifest(destination.store, job, id, { signal: context.signal, sha256 })
  const { trust } = context.config.signing()
  const { proofs } = await readProofs(destination.store, entry.job, entry.id, {
    trust,
    signal: context.signal,
  })
  const result: ShowResult = {
    ...listResult(entry, destination.name),
    chain: chain.map(({ id }) => id),
    host: manifest.host,
    evidence: manifest.evidence,
    source: manifest.source,
    unread: manifest.unread,
    streams: manifest.streams.map(({ name, mediaType, volumes, storedBytes }) => ({
      name,
      mediaType,
      volumes,
      storedBytes,
    })),
    proofs: proofs.map(({ proof }) => ({
      finishedAt: proof.finishedAt,
      result: proof.result,
      rtoSeconds: proof.rtoSeconds,
    })),
  }
  return done([result])
}
