import { Readable } from 'node:stream'
import type { Finding } from '../../domain/finding.ts'
import type { IndexEntry } from '../../domain/index-entry.ts'
import type { Chain, ChainLink, SourceContext, StoredStream } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { displayPath } from './byte-paths.ts'
import { createClosedDirectories } from './closed-directories.ts'
import {
  createDirectoryAttributes,
  type DirectoryAttributes,
  renewDirectory,
} from './directory-attributes.ts'
import { dropVanished } from './drop-vanished.ts'
import { type Extraction, extractTar } from './extract.ts'
import { directoryRecord } from './member-record.ts'
import { createTreeObserver, type TreeObserver } from './tree-observer.ts'
import { isZip, treeStream } from './tree-stream.ts'
import { extractZip } from './zip/extract-zip.ts'

/** The tar stream of a link; `manifest-damaged` where it has none. */
export function treeStreamOf(link: ChainLink): StoredStream {
  const stream = link.streams.find(({ name }) => name === treeStream.name)
  if (stream !== undefined) return stream
  throw new HoldfastError('manifest-damaged', `backup ${link.id} holds no directory tree`, {
    hint: 'Restore another backup.',
    context: { id: link.id },
  })
}

/** A link's stream, watched as it passes. It ends only when it was whole: tar must not take a broken end for a good one. */
async function* watch(
  source: Readable,
  observer: TreeObserver,
  attributes: DirectoryAttributes,
): AsyncGenerator<Buffer> {
  for await (const chunk of source as AsyncIterable<Buffer>) {
    observer.write(chunk)
    await attributes.settle()
    yield chunk
  }
  observer.end()
}

/** Extracts one link's stream over the older ones. */
async function extractLink(
  context: SourceContext,
  link: ChainLink,
  directory: string,
  add: (entry: IndexEntry) => void,
  attributes: DirectoryAttributes,
): Promise<{ extraction: Extraction; observer: TreeObserver }> {
  const observer = createTreeObserver({
    index: { add },
    // Names that are not in this stream are in an older one; only those that should have come are of interest.
    parentNames: () => ({ has: () => true }),
    hash: false,
  })
  const input = Readable.from(watch(link.open(treeStream.name), observer, attributes))
  const extraction = await extractTar(context, input, directory, { incremental: true })
  return { extraction, observer }
}

export interface RestoredTree {
  readonly files: number
  readonly bytes: number
  readonly lost: readonly string[]
  readonly warnings: readonly Finding[]
}

/** Sets mode, owner, times and attributes of a root that was filled instead of renamed: its own record, extracted again. */
export async function settleRoot(context: SourceContext, chain: Chain, root: string): Promise<void> {
  const last = chain.at(-1)
  if (last?.index === undefined) return
  for await (const entry of last.index.directories()) {
    if (entry.path !== '') return
    const record = isZip(last)
      ? directoryRecord(entry)
      : await last.read(treeStream.name, entry.offset, entry.length)
    await extractTar(context, Readable.from([record, Buffer.alloc(1024)]), root, { incremental: false })
    return
  }
}

async function countFiles(chain: Chain): Promise<number> {
  const index = chain.at(-1)?.index
  let count = 0
  if (index !== undefined) {
    for await (const _ of index.files()) count += 1
    for await (const _ of index.unchanged()) count += 1
  }
  return count
}

const ownersLost: Finding = {
  severity: 'warning',
  code: 'owners-not-restored',
  message: 'files of other users belong to the user who restored them',
  hint: 'Restore as root to bring back owners.',
}

/** What this user, or the target, cannot make. */
function lossesOf(lost: readonly string[], foreign: number): Finding[] {
  const warnings: Finding[] = []
  if (lost.length > 0) {
    warnings.push({
      severity: 'warning',
      code: 'attributes-lost',
      message: `${lost.length} attributes, ACLs or devices could not be made at the target`,
      hint: 'Restore as root, onto a file system with extended attributes and ACLs.',
      names: lost.slice(0, 100),
    })
  }
  if (foreign > 0) warnings.push(ownersLost)
  return warnings
}

/** Extracts a whole chain, level 0 first, into a directory that is empty and ours. */
export async function extractChain(
  context: SourceContext,
  chain: Chain,
  directory: string,
): Promise<RestoredTree> {
  const [only] = chain
  if (only !== undefined && isZip(only)) {
    const { files, bytes, lost, foreign } = await extractZip(context, only, directory)
    return { files, bytes, lost, warnings: lossesOf(lost, foreign) }
  }
  return extractTars(context, chain, directory)
}

async function extractTars(context: SourceContext, chain: Chain, directory: string): Promise<RestoredTree> {
  const attributes = createDirectoryAttributes(directory)
  const lost: string[] = []
  const warnings: Finding[] = []
  const closed = createClosedDirectories(directory)
  const own = process.geteuid?.()
  let foreign = 0
  const add = (entry: IndexEntry): void => {
    attributes.note(entry)
    closed.note(entry)
    if (entry.kind !== 'unchanged' && own !== 0 && entry.uid !== own) foreign += 1
  }
  let files = 0
  let bytes = 0
  for (const [index, link] of chain.entries()) {
    if (own !== 0) await closed.open()
    const { extraction, observer } = await extractLink(context, link, directory, add, attributes)
    lost.push(...extraction.lost)
    if (index === 0) files = observer.files
    bytes += treeStreamOf(link).bytes
    if (index === 0) continue
    const stale = await dropVanished(link, observer, directory)
    if (stale.length > 0) {
      warnings.push({
        severity: 'warning',
        code: 'path-stale',
        message: `${stale.length} paths could not be read by ${link.id} and come from an older backup, if at all`,
        names: stale.map(displayPath),
      })
    }
  }
  if (attributes.rootIsStale()) {
    await renewDirectory(Buffer.from(directory), directory)
    await settleRoot(context, chain, directory)
  }
  if (chain.length > 1) files = await countFiles(chain)
  return { files, bytes, lost, warnings: [...warnings, ...lossesOf(lost, foreign)] }
}
