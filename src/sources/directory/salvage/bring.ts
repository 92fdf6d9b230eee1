import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ByteString, IndexFile } from '../../../domain/index-entry.ts'
import { type Lost, lostBecause } from '../../../domain/salvage.ts'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { displayPath, fileSystemPath } from '../byte-paths.ts'
import { extractTar } from '../extract.ts'
import { hasContentOf } from '../extracted.ts'
import type { TarMember } from '../tar-member.ts'
import { createTarParser } from '../tar-parser.ts'
import { isZip, treeStream } from '../tree-stream.ts'
import { tarMemberOf } from '../zip/tar-of-zip.ts'
import { isDamage } from './read-gap.ts'

/** Larger ones are not kept in memory: each is extracted on its own, and removed where it turns out to be damaged. */
const kept = 8 * 1024 * 1024
const piece = 2 * 1024 * 1024

/** What came of one link's files. */
export interface Brought {
  readonly lost: Map<ByteString, Lost>
  /** Attributes and the like that could not be made at the target. */
  readonly unmade: string[]
}

function differs(link: ChainLink, entry: IndexFile): HoldfastError {
  return new HoldfastError(
    'object-damaged',
    `${displayPath(entry.path)} does not have the content that the index names`,
    { context: { id: link.id } },
  )
}

/** A member's bytes as tar takes them, whole and of the content that the index names; else throws before the last of them. */
function checked(link: ChainLink, entry: IndexFile, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  return isZip(link) ? tarMemberOf(link, entry) : checkedTar(link, entry, signal)
}

async function* checkedTar(
  link: ChainLink,
  entry: IndexFile,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const members: TarMember[] = []
  const parser = createTarParser({ onMember: (member) => void members.push(member) })
  for (let done = 0; done < entry.length; done += piece) {
    signal.throwIfAborted()
    const length = Math.min(piece, entry.length - done)
    const bytes = await link.read(treeStream.name, entry.offset + done, length)
    parser.write(bytes)
    if (done + length === entry.length) {
      const [member] = members
      const same =
        members.length === 1 &&
        member?.path === entry.path &&
        member.kind === entry.kind &&
        member.size === entry.size &&
        hasContentOf(member, entry)
      if (!same) throw differs(link, entry)
    }
    yield bytes
  }
}

async function collect(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = []
  for await (const part of parts) all.push(part)
  return all
}

const archiveEnd = Buffer.alloc(1024)

/** Extracts one large file; what is damaged leaves nothing behind. */
async function bringLarge(
  context: SourceContext,
  link: ChainLink,
  entry: IndexFile,
  directory: string,
): Promise<readonly string[]> {
  let damage: HoldfastError | undefined
  async function* archive(): AsyncGenerator<Uint8Array> {
    try {
      yield* checked(link, entry, context.signal)
    } catch (error) {
      if (isDamage(error)) damage = error
      throw error
    }
    yield archiveEnd
  }
  try {
    const { lost } = await extractTar(context, Readable.from(archive()), directory, { incremental: false })
    return lost
  } catch (error) {
    if (damage === undefined) throw error
    await rm(fileSystemPath(directory, entry.path), { force: true })
    throw damage
  }
}

/**
 * Extracts what is undamaged of some files of one link into a directory of their own, each checked by its hash before
 * tar gets to see the end of it.
 */
export async function bringFiles(
  context: SourceContext,
  link: ChainLink,
  entries: readonly IndexFile[],
  directory: string,
): Promise<Brought> {
  const lost = new Map<ByteString, Lost>()
  const unmade: string[] = []
  const lose = (entry: IndexFile, error: unknown): void => {
    if (!isDamage(error)) throw error
    lost.set(entry.path, lostBecause(displayPath(entry.path), link.id, error))
  }
  for (const entry of entries) {
    if (entry.length <= kept) continue
    await bringLarge(context, link, entry, directory).then(
      (lines) => unmade.push(...lines),
      (error) => lose(entry, error),
    )
  }
  const names = new Set(entries.map(({ path }) => path))
  async function* archive(): AsyncGenerator<Uint8Array> {
    for (const entry of entries) {
      if (entry.length > kept) continue
      const first = entry.kind === 'hardlink' ? (entry.target ?? '') : entry.path
      const without = lost.get(first)
      if (without !== undefined) lost.set(entry.path, { ...without, path: displayPath(entry.path) })
      else if (!names.has(first)) lose(entry, differs(link, entry))
      else {
        const parts = await collect(checked(link, entry, context.signal)).catch((error) => lose(entry, error))
        if (parts !== undefined) yield* parts
      }
    }
    yield archiveEnd
  }
  const { lost: lines } = await extractTar(context, Readable.from(archive()), directory, {
    incremental: false,
  })
  return { lost, unmade: [...unmade, ...lines] }
}
