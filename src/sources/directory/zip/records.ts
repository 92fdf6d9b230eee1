/** Signatures of the records of a zip archive (APPNOTE 4.3), little-endian. */
export const signatures = {
  local: 0x04034b50,
  descriptor: 0x08074b50,
  central: 0x02014b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  end: 0x06054b50,
} as const

/** Sizes from here on stand in 64-bit fields. */
export const largest32 = 0xffffffff

/** A local header, which stands before the data of each member. */
export interface LocalHeader {
  /** Bytes of the header, name and extra fields included. */
  readonly length: number
  /** The name, one character a byte. */
  readonly name: string
  /** 0: stored, 8: deflated. */
  readonly method: number
  /** Whether checksum and sizes follow the data. */
  readonly descriptor: boolean
  readonly crc: number
  readonly storedBytes: number
  readonly size: number
}

/** Reads a local header at the beginning of `bytes`; undefined while there are too few. */
export function readLocalHeader(bytes: Buffer): LocalHeader | undefined {
  if (bytes.length < 30) return undefined
  const nameBytes = bytes.readUInt16LE(26)
  const length = 30 + nameBytes + bytes.readUInt16LE(28)
  if (bytes.length < length) return undefined
  return {
    length,
    name: bytes.toString('latin1', 30, 30 + nameBytes),
    method: bytes.readUInt16LE(8),
    descriptor: (bytes.readUInt16LE(6) & 8) !== 0,
    crc: bytes.readUInt32LE(14),
    storedBytes: bytes.readUInt32LE(18),
    size: bytes.readUInt32LE(22),
  }
}

/** Checksum and sizes that follow a member's data. */
export interface Descriptor {
  readonly length: 16 | 24
  readonly crc: number
  readonly storedBytes: number
  readonly size: number
}

/** Reads a descriptor at `at`, with fields of 32 or 64 bits. */
export function readDescriptor(bytes: Buffer, at: number, wide: boolean): Descriptor {
  const field = (index: number): number =>
    wide ? Number(bytes.readBigUInt64LE(at + 8 + 8 * index)) : bytes.readUInt32LE(at + 8 + 4 * index)
  return { length: wide ? 24 : 16, crc: bytes.readUInt32LE(at + 4), storedBytes: field(0), size: field(1) }
}
