import type { Compression, VolumeRecord } from '../domain/manifest.ts'

/** A volume of an earlier attempt at the same stream. */
export interface KnownVolume {
  readonly record: VolumeRecord
  readonly plainBytes: number
  readonly plainSha256: string
}

export interface StreamOptions {
  /** Unique in the backup. */
  readonly name: string
  readonly compression: Compression
  /** Plain bytes of a frame; 2 MiB when absent, at least 64 KiB. */
  readonly frame?: number
  /** Plain bytes of a volume; 16 MiB when absent. */
  readonly span?: number
  /** The data key's public half; absent: not encrypted. */
  readonly recipient?: string
  /** Hashes of the whole plain stream. */
  readonly hashes: { readonly sha256: boolean; readonly blake3: boolean }
  /** Tell `onVolume` the SHA-256 of each volume's plain bytes. */
  readonly volumeHash?: boolean
  /** A volume that is stored already, to be kept if its plain bytes are the same. Wants `volumeHash`. */
  readonly known?: (seq: number) => KnownVolume | undefined
  /** Keys begin with it; absent: `<dataPrefix>/<name>`. */
  readonly keyPrefix?: string
}
