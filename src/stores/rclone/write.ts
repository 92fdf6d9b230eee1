import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { StoredObject } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { look, type Remote } from './list.ts'
import { describe } from './object.ts'
import { below, pathOf, temporaryDirectory } from './paths.ts'

/** What is to be written. */
export interface Content {
  readonly stdin: Readable | Uint8Array
  /** Known beforehand for a body, not for a stream. */
  readonly bytes?: number
  /** How many bytes went in, once all of them did. */
  written(): number
}

/** Bytes in memory as content. */
export function contentOf(body: Uint8Array): Content {
  return { stdin: body, bytes: body.byteLength, written: () => body.byteLength }
}

/** A stream as content. */
export function streamedContent(body: AsyncIterable<Uint8Array>): Content {
  let bytes = 0
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      bytes += chunk.byteLength
      // The caller may recycle its buffer as soon as it is asked for the next one.
      yield Buffer.from(chunk)
    }
  }
  return { stdin: Readable.from(counted(), { objectMode: false }), written: () => bytes }
}

const never = new AbortController().signal

function cannotBeWhole(root: string): HoldfastError {
  return new HoldfastError(
    'store-unsupported',
    `${root} shows uploads before they are whole and cannot rename`,
    {
      hint: 'Use another remote: a backup must appear whole or not at all.',
      context: { remote: root },
    },
  )
}

/** Uploads to a path. Without `--size` rclone would take small bodies for streams, and buffer where it cannot stream. */
async function upload(
  { rclone }: Remote,
  path: string,
  { stdin, bytes }: Content,
  signal: AbortSignal,
): Promise<void> {
  const size = bytes === undefined ? [] : ['--size', String(bytes)]
  await rclone.run({ args: ['rcat', ...size, '--', path], signal, stdin })
}

/** Uploads under a temporary name and gives it its own when it is whole. */
async function uploadAndRename(
  remote: Remote,
  path: string,
  content: Content,
  signal: AbortSignal,
): Promise<void> {
  const name = `${temporaryDirectory}/${process.pid}-${randomBytes(10).toString('hex')}.part`
  const temporary = below(remote.root, name)
  // Where a rename replaces, deleting first what stands there would leave a moment without either.
  const replace = remote.traits.replaces ? ['--no-check-dest'] : ['--ignore-times']
  try {
    await upload(remote, temporary, content, signal)
    await remote.rclone.run({ args: ['moveto', ...replace, '--', temporary, path], signal })
  } catch (error) {
    // What cannot be removed now, the sweep removes.
    await remote.rclone.run({ args: ['deletefile', '--', temporary], signal: never }).catch(() => undefined)
    throw error
  }
}

/**
 * Writes one object and looks at it. A body is cut off by an object store when its writer dies; a stream would then look
 * complete, so that it always goes through a temporary name. Errors: `store-unsupported` where nothing can appear whole,
 * `store-lied` for one that is not there or has another size, `tool-failed`.
 */
export async function write(
  remote: Remote,
  key: string,
  content: Content,
  signal: AbortSignal,
): Promise<StoredObject> {
  const path = pathOf(remote.root, key)
  const { appears } = remote.traits
  if (appears === 'never') throw cannotBeWhole(remote.root)
  const direct = appears === 'direct' && content.bytes !== undefined
  await (direct ? upload : uploadAndRename)(remote, path, content, signal)
  const item = await look(remote, path, signal)
  if (item?.Size === content.written()) return describe(key, item, remote.traits)
  throw new HoldfastError('store-lied', `${remote.root} took ${key} and does not have it`, {
    hint: 'Try `rclone rcat` and `rclone lsl` there by hand; do not trust this remote before they agree.',
    context: { key, expected: content.written(), found: item?.Size },
  })
}

/** Removes what killed runs left under temporary names more than an hour ago. What stays is no reason to fail. */
export async function sweep({ rclone, root }: Remote): Promise<void> {
  const args = ['delete', '--min-age', '1h', '--', below(root, temporaryDirectory)]
  await rclone.run({ args, signal: never }).catch(() => undefined)
}
