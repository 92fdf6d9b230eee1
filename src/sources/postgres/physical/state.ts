import { z } from 'zod'
import { type BackupManifest, parseBackupManifest } from './backup-manifest.ts'

const head = z.object({
  format: z.literal(1),
  systemIdentifier: z.string().regex(/^\d+$/),
  timeline: z.int(),
})

/** What an increment needs of the backup that it builds on. */
export interface PhysicalState {
  readonly systemIdentifier: string
  readonly timeline: number
  /** The server's `backup_manifest`, byte for byte: pg_basebackup hands it back to the server. */
  readonly manifest: Uint8Array
}

/** A line of JSON, and the manifest after it. */
export function encodeState({ systemIdentifier, timeline, manifest }: PhysicalState): Uint8Array {
  return Buffer.concat([
    Buffer.from(`${JSON.stringify({ format: 1, systemIdentifier, timeline })}\n`),
    manifest,
  ])
}

/** The same back; undefined where these are other bytes. */
export function decodeState(bytes: Uint8Array): (PhysicalState & { parsed: BackupManifest }) | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = buffer.indexOf('\n')
  if (end < 0) return undefined
  try {
    const { systemIdentifier, timeline } = head.parse(JSON.parse(buffer.toString('utf8', 0, end)))
    const manifest = buffer.subarray(end + 1)
    return { systemIdentifier, timeline, manifest, parsed: parseBackupManifest(manifest) }
  } catch {
    return undefined
  }
}
