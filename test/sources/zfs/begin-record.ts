/** What a stream of `zfs send` begins with, as its source writes it. */
export interface Begin {
  readonly name: string
  readonly guid: bigint
  readonly from?: bigint
  readonly type?: 'filesystem' | 'volume'
  readonly raw?: boolean
  /** A package of several streams, as `-R` and `-p` make them. */
  readonly several?: boolean
  /** By a host whose bytes are in the other order. */
  readonly bigEndian?: boolean
}

/** The first record of a stream. */
export function beginRecord(given: Begin): Buffer {
  const { name, guid, from = 0n, type = 'filesystem', raw = false, several = false } = given
  const record = Buffer.alloc(312)
  const little = given.bigEndian !== true
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength)
  view.setBigUint64(8, 0x2f5bacbacn, little)
  view.setBigUint64(16, (several ? 2n : 1n) | ((raw ? 1n << 24n : 0n) << 2n), little)
  view.setUint32(32, type === 'volume' ? 3 : 2, little)
  view.setBigUint64(40, guid, little)
  view.setBigUint64(48, from, little)
  record.write(name, 56)
  return record
}
