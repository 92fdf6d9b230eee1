import { encodeManifest } from '../../catalog/manifest.ts'
import { parseSigningKey } from '../../catalog/signing-key.ts'
import type { Manifest } from '../../domain/manifest.ts'
import type { CommandContext } from '../context.ts'

/** What a run adds to what the context knows already. */
export type ManifestFacts = Omit<Manifest, 'format' | 'finishedAt' | 'tool' | 'host' | 'run'>

/** The stored bytes of a run's manifest, signed where a signing key is configured. */
export function buildManifest(context: CommandContext, facts: ManifestFacts): Uint8Array {
  const { key } = context.config.signing()
  const { host, version, run } = context.identity
  const manifest: Manifest = {
    format: 1,
    ...facts,
    finishedAt: context.clock.now().toISOString(),
    tool: { name: 'holdfast', version },
    host,
    ...(run && { run }),
  }
  return encodeManifest(manifest, key && parseSigningKey(key))
}
