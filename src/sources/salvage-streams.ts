import { createHash } from 'node:crypto'
import { type FileHandle, link, open, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Lost, lostBecause, type SalvageOptions, type SalvageResult } from '../domain/salvage.ts'
import type { ChainLink, SalvageLink, SourceContext, StoredStream } from '../domain/source.ts'
import { HoldfastError, hasCode } from '../errors/error.ts'

/** Every frame is a multiple of it, and so is every chunk of age. */
const piece = 64 * 1024

/** No frame, and so no damage of one of several objects, is as long. */
const endless = 4 * 1024 * 1024

interface Hole {
  readonly from: number
  to: number
  readonly error: HoldfastError
}

function isDamage(error: unknown): error is HoldfastError {
  return hasCode(error, 'object-damaged', 'object-missing', 'index-damaged', 'source-truncated')
}

/** The next piece; shorter at the end of a stream whose length was lost, empty behind it. */
async function readPiece(link: ChainLink, name: string, at: number, wanted: number, known: boolean) {
  for (let length = wanted; ; length = Math.floor(length / 2)) {
    if (length === 0) return new Uint8Array(0)
    try {
      return await link.read(name, at, length)
    } catch (error) {
      if (known || !hasCode(error, 'index-damaged')) throw error
    }
  }
}

/** Copies what can be read of a stream to its place in a file; what cannot stays a hole. */
async function copy(
  link: ChainLink,
  { name, bytes, sha256 }: StoredStream,
  file: FileHandle,
  signal: AbortSignal,
): Promise<{ readonly holes: readonly Hole[]; readonly bytes: number }> {
  const known = bytes > 0 || sha256 !== undefined
  const hash = createHash('sha256')
  const holes: Hole[] = []
  let [at, copied] = [0, 0]
  while (!known || at < bytes) {
    signal.throwIfAborted()
    const wanted = known ? Math.min(piece, bytes - at) : piece
    try {
      const content = await readPiece(link, name, at, wanted, known)
      if (content.length === 0) break
      hash.update(content)
      await file.write(content, 0, content.length, at)
      copied += content.length
      at += content.length
    } catch (error) {
      if (!isDamage(error)) throw error
      const last = holes.at(-1)
      if (last?.to === at && last.error.context.key === error.context.key) last.to = at + wanted
      else holes.push({ from: at, to: at + wanted, error })
      at += wanted
      if (known || error !== last?.error || at - last.from < endless) continue
      // One object that cannot be read any further, and nobody knows how long it is.
      last.to = Infinity
      at = last.from
      break
    }
  }
  await file.truncate(at)
  if (holes.length === 0 && sha256 !== undefined && hash.digest('hex') !== sha256)
    holes.push({ from: 0, to: at, error: unknownPlace(link.id, name) })
  return { holes, bytes: copied }
}

function unknownPlace(id: string, name: string): HoldfastError {
  return new HoldfastError(
    'object-damaged',
    `the SHA-256 of ${name} is not the recorded one, and nothing tells where it differs`,
    { context: { id } },
  )
}

function lostOf({ from, to, error }: Hole, id: string, prefix: string): Lost {
  const end = to === Infinity ? 'the end' : `${to - 1}`
  return { ...lostBecause(`${prefix}bytes ${from} to ${end}`, id, error), from, ...(to < Infinity && { to }) }
}

async function openNew(path: string): Promise<FileHandle> {
  return open(path, 'wx', 0o600).catch((cause: NodeJS.ErrnoException) => {
    const taken = cause.code === 'EEXIST'
    throw new HoldfastError(
      taken ? 'target-not-empty' : 'target-unwritable',
      taken ? `${path} is there already` : `${path} cannot be written`,
      { hint: 'Name a new file in a directory that this user may write.', context: { path }, cause },
    )
  })
}

/** One stream into `target` where all of it was brought back, else into `target.partial` with zeros for what was not. */
async function salvageStream(
  context: SourceContext,
  chainLink: ChainLink,
  stream: StoredStream,
  target: string,
  prefix: string,
): Promise<{ readonly bytes: number; readonly lost: readonly Lost[]; readonly path: string }> {
  const partial = `${target}.partial`
  const file = await openNew(partial)
  try {
    const { holes, bytes } = await copy(chainLink, stream, file, context.signal)
    await file.sync()
    await file.close()
    const lost = holes.map((hole) => lostOf(hole, chainLink.id, prefix))
    if (lost.length > 0) return { bytes, lost, path: partial }
    await link(partial, target).catch((cause) => {
      throw new HoldfastError('target-not-empty', `${target} is there already`, {
        hint: 'Name a new file.',
        context: { path: target },
        cause,
      })
    })
    await rm(partial)
    return { bytes, lost, path: target }
  } catch (error) {
    await file.close()
    await rm(partial, { force: true })
    throw error
  }
}

/**
 * The salvage of sources whose streams have no parts that mean something on their own: what is undamaged stands at its
 * place in a file, what is not is zeros, and each hole is named by its bytes. A file with holes is `TARGET.partial`, so
 * that nobody takes it for whole. Errors: `usage`, `target-not-empty`, `target-unwritable`.
 */
export async function salvageStreams(
  context: SourceContext,
  chain: readonly SalvageLink[],
  { target, include }: SalvageOptions,
): Promise<SalvageResult> {
  const last = chain.at(-1)?.link
  if (last === undefined || chain.length > 1 || include.length > 0) {
    throw new HoldfastError('usage', 'a stream is salvaged as one file, of a full backup', {
      hint: 'Leave out --include, or choose a backup of level 0.',
    })
  }
  const results = []
  for (const stream of last.streams) {
    const alone = last.streams.length === 1
    const path = alone ? resolve(target) : `${resolve(target)}.${encodeURIComponent(stream.name)}`
    results.push(await salvageStream(context, last, stream, path, alone ? '' : `${stream.name}: `))
  }
  return {
    files: results.length,
    bytes: results.reduce((sum, { bytes }) => sum + bytes, 0),
    lost: results.flatMap(({ lost }) => lost),
    warnings: [],
    ...(results.length === 1 && { path: results[0]?.path as string }),
  }
}
