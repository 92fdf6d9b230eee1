import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createBlake3 } from '../../src/codec/hash.ts'
import { path } from './program.ts'

/** A backup as zrb makes one. */
export interface ZrbGiven {
  /** Where its bucket and prefix lie. */
  readonly root: string
  readonly recipient: string
  /** `tank/home`. */
  readonly dataset: string
  readonly level: number
  /** Its day, `YYYYMMDD`. */
  readonly date: string
  /** The part of the snapshots' names behind the `@`. */
  readonly snapshot: string
  readonly parent?: { readonly snapshot: string; readonly id: string }
  /** What `zfs send` wrote. */
  readonly stream: Uint8Array
  /** 3 GB with the real one. */
  readonly partBytes: number
  /** What older versions wrote of parts. */
  readonly partHash?: 'blake3' | 'sha256'
}

async function blake3(bytes: Uint8Array): Promise<string> {
  const hash = await createBlake3()
  hash.update(bytes)
  return hash.hex()
}

/** `split -a 4`: aaaa, aaab, … */
function indexOf(number: number): string {
  return [...number.toString(26).padStart(4, '0')]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)))
    .join('')
}

/** Writes what zrb writes for one backup, its parts encrypted by the real age. Returns its id, zrb's own path. */
export async function writeZrbBackup(given: ZrbGiven): Promise<string> {
  const { root, dataset, level, date, snapshot, parent, stream, partBytes, partHash = 'blake3' } = given
  const id = `${dataset}/level${level}/${date}`
  const [pool = '', ...rest] = dataset.split('/')
  const write = (key: string, body: Uint8Array | string) => {
    mkdirSync(dirname(join(root, key)), { recursive: true })
    writeFileSync(join(root, key), body)
  }
  const parts: string[] = []
  for (let at = 0; at < stream.length; at += partBytes) {
    const index = indexOf(at / partBytes)
    const sealed = execFileSync('age', ['-r', given.recipient], {
      input: stream.subarray(at, at + partBytes),
      env: { PATH: path },
      maxBuffer: 1 << 28,
    })
    write(`data/${id}/snapshot.part-${index}.age`, sealed)
    const hash =
      partHash === 'blake3' ? await blake3(sealed) : createHash('sha256').update(sealed).digest('hex')
    // Its workers finish in any order.
    parts.unshift(`  - {index: ${index}, ${partHash}_hash: ${JSON.stringify(hash)}}\n`)
  }
  const time = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / 1000
  write(
    `manifests/${id}/task_manifest.yaml`,
    `datetime: ${time}
system: {hostname: nas, os: linux, zfs_version: {userland: zfs-2.3.2, kernel: zfs-kmod-2.3.2}}
pool: ${pool}
dataset: ${rest.join('/')}
backup_level: ${level}
target_snapshot: ${dataset}@${snapshot}
parent_snapshot: ${parent === undefined ? '""' : `${dataset}@${parent.snapshot}`}
age_public_key: ${given.recipient}
blake3_hash: ${JSON.stringify(await blake3(stream))}
parts:
${parts.join('')}target_s3_path: ${id}
parent_s3_path: ${JSON.stringify(parent?.id ?? '')}
`,
  )
  write(`manifests/${dataset}/last_backup_manifest.yaml`, `pool: ${pool}\ndataset: ${rest.join('/')}\n`)
  return id
}
