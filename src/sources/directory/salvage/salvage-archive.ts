import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { type Lost, lostBecause, type SalvageOptions, type SalvageResult } from '../../../domain/salvage.ts'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { type HoldfastError, hasCode } from '../../../errors/error.ts'
import { removeTree } from '../../remove-tree.ts'
import { openStaging } from '../../staging.ts'
import { displayPath } from '../byte-paths.ts'
import { extractTar } from '../extract.ts'
import { blockSize } from '../tar-header.ts'
import { createTarParser } from '../tar-parser.ts'
import { isDamage } from './read-gap.ts'

const piece = 64 * 1024

interface Whole {
  /** Behind the last member that can be read whole. */
  readonly end: number
  readonly files: number
  readonly bytes: number
  readonly lastPath: string | undefined
  readonly error: HoldfastError | undefined
}

/** How far an archive of another tool can be read. */
async function readWhole(link: ChainLink, signal: AbortSignal): Promise<Whole> {
  let [end, files, bytes] = [0, 0, 0]
  let lastPath: string | undefined
  const parser = createTarParser({
    hash: false,
    onMember(member) {
      end = member.offset + member.length
      lastPath = member.path
      if (member.kind !== 'directory') files += 1
      bytes += member.size
    },
  })
  let error: HoldfastError | undefined
  try {
    for (let [at, step] = [0, piece]; step >= blockSize; ) {
      signal.throwIfAborted()
      try {
        const content = await link.read('archive', at, step)
        at += step
        parser.write(content)
      } catch (thrown) {
        if (!hasCode(thrown, 'index-damaged')) throw thrown
        step /= 2
      }
    }
    parser.end()
  } catch (thrown) {
    if (!isDamage(thrown)) throw thrown
    error = thrown
  }
  return { end, files, bytes, lastPath, error }
}

async function* archive(link: ChainLink, end: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < end; at += piece) yield await link.read('archive', at, Math.min(piece, end - at))
  yield Buffer.alloc(1024)
}

/**
 * Salvages an archive of another tool: all that lies whole in front of the first damage. It holds no hashes, so what it
 * brings is as good as the archive's own checksums. It is read twice.
 */
export async function salvageArchive(
  context: SourceContext,
  link: ChainLink,
  { target }: SalvageOptions,
): Promise<SalvageResult> {
  const { end, files, bytes, lastPath, error } = await readWhole(link, context.signal)
  const staging = await openStaging(resolve(target), false, context.environment)
  try {
    await mkdir(staging.path, { recursive: true })
    if (end > 0)
      await extractTar(context, Readable.from(archive(link, end)), staging.path, { incremental: false })
    context.signal.throwIfAborted()
    await staging.commit(async () => undefined)
    const where = lastPath === undefined ? 'all of it' : `everything behind ${displayPath(lastPath)}`
    const lost: Lost[] =
      error === undefined ? [] : [{ ...lostBecause(where, link.id, error), object: link.id, from: end }]
    return { files, bytes, lost, warnings: [] }
  } catch (thrown) {
    await removeTree(staging.path, context.environment)
    await staging.discard()
    throw thrown
  }
}
