import { execFileSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A repository written by hand: with the command lines of age, zstd, gzip and tar, after the document of the format alone. */
export interface HandMade {
  readonly path: string
  readonly identityFile: string
  add(backup: HandMadeBackup): void
}

export interface HandMadeBackup {
  readonly job: string
  readonly id: string
  readonly parent?: string
  readonly streams: Readonly<Record<string, Uint8Array>>
  readonly compression: 'zstd' | 'gzip' | 'none'
  readonly encrypted: boolean
  /** One object of this key instead of volumes. */
  readonly single?: string
  /** The bytes of `keys/<job>/<id>/1.age`, made from the data key's line; by default it is wrapped to a stranger first. */
  readonly wrap?: (dataKey: Uint8Array) => Uint8Array
}

const span = 60_000
const frame = 25_000
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function tool(name: string, parameters: readonly string[], input?: Uint8Array): Buffer {
  return execFileSync(name, parameters, {
    input: input ?? '',
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

function keygen(): { text: Buffer; recipient: string } {
  const text = tool('age-keygen', [])
  return { text, recipient: /public key: (\S+)/.exec(text.toString())?.[1] ?? '' }
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

export function handMade(): HandMade {
  const path = mkdtempSync(join(tmpdir(), 'holdfast-hand-'))
  const repository = randomUUID()
  const identity = keygen()
  const stranger = keygen()
  const identityFile = join(path, '..', `${repository}.txt`)
  writeFileSync(identityFile, identity.text, { mode: 0o600 })
  const put = (key: string, bytes: Uint8Array) => {
    mkdirSync(dirname(join(path, key)), { recursive: true })
    writeFileSync(join(path, key), bytes)
    return { key, bytes: bytes.length, sha256: sha256(bytes) }
  }
  return {
    path,
    identityFile,
    add({ job, id, parent, streams, compression, encrypted, single, wrap }) {
      const data = `data/${job}/${id}`
      const dataKey = keygen()
      const seal = (bytes: Uint8Array) => (encrypted ? tool('age', ['-r', dataKey.recipient], bytes) : bytes)
      const pack = (bytes: Uint8Array) =>
        compression === 'none'
          ? bytes
          : tool(compression, compression === 'zstd' ? ['-q', '-c', '-3'] : ['-c'], bytes)
      const frames = (bytes: Uint8Array) => Buffer.concat([...pieces(bytes, frame)].map(pack))
      const summaries: unknown[] = []
      const lines: string[] = []
      for (const [name, plain] of Object.entries(streams)) {
        const summary = {
          name,
          mediaType: 'application/octet-stream',
          compression: { type: compression, level: 3 },
        }
        if (single !== undefined) {
          summaries.push({ ...summary, volumes: 0, object: put(single, seal(frames(plain))) })
          continue
        }
        const volumes = [...pieces(plain, span)].map((piece, seq) => {
          const sealed = seal(frames(piece))
          const file = `${String(seq).padStart(8, '0')}-${sha256(sealed).slice(0, 12)}`
          return put(`${data}/${encodeURIComponent(name)}/${file}`, sealed)
        })
        volumes.forEach((object, seq) => {
          lines.push(`${JSON.stringify({ stream: name, seq, ...object, frames: [] })}\n`)
        })
        summaries.push({ ...summary, volumes: volumes.length })
      }
      const list = tool('zstd', ['-q', '-c'], Buffer.from(lines.join('')))
      const plainSums = Object.entries(streams).map(([name, plain]) => ({
        name,
        bytes: plain.length,
        sha256: sha256(plain),
      }))
      const meta = seal(
        tool('zstd', ['-q', '-c'], Buffer.from(JSON.stringify({ format: 1, streams: plainSums }))),
      )
      if (encrypted) {
        put(
          `keys/${job}/${id}/1.age`,
          wrap?.(dataKey.text) ?? tool('age', ['-r', stranger.recipient], dataKey.text),
        )
        put(`keys/${job}/${id}/2.age`, tool('age', ['-r', identity.recipient], dataKey.text))
      }
      const manifest = {
        format: 1,
        repository,
        id,
        job,
        parent:
          parent === undefined
            ? null
            : {
                id: parent,
                manifest: `sha256:${sha256(readFileSync(join(path, `manifests/${job}/${parent}.json`)))}`,
              },
        encryption: encrypted ? { type: 'age', recipient: dataKey.recipient, wraps: 2 } : { type: 'none' },
        streams: summaries,
        objects: {
          volumes: put(`${data}/volumes-${sha256(list).slice(0, 12)}.jsonl.zst`, list),
          meta: put(`${data}/meta-${sha256(meta).slice(0, 12)}`, meta),
        },
      }
      const payload = Buffer.from(JSON.stringify(manifest))
      const envelope = { payload: payload.toString('base64'), sha256: sha256(payload), signatures: [] }
      put(`manifests/${job}/${id}.json`, Buffer.from(JSON.stringify(envelope)))
    },
  }
}
