import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { HoldfastError } from '../../errors/error.ts'
import { type RunningTool, spawnTool } from '../../process/spawn.ts'
import { findTool } from '../../process/tools.ts'
import { type ZfsContext, zfsEnvironment } from './call.ts'

/** A second reader of a stream, which looks whether it is whole. */
export interface StreamCheck {
  /** Waits while the reader is behind. The chunk is copied. */
  write(chunk: Uint8Array): Promise<void>
  /** After the last chunk. Errors: `source-truncated` where the stream is none, or is not whole. */
  end(): Promise<void>
  stop(): Promise<void>
}

/** How often the summary says that records of a kind passed. */
function countOf(summary: string, record: string): number {
  return Number(new RegExp(`Total DRR_${record} records = (\\d+)`).exec(summary)?.[1] ?? 0)
}

/** It exits with 0 all the same. */
const wrongChecksum = /^(?:invalid checksum|Incorrect checksum in record header|Expected checksum differs)/m

/** Judges what `zstream dump` says of a stream: every part of it that begins has to end. */
export function judgeDump(summary: string): string | undefined {
  const [begun, ended] = [countOf(summary, 'BEGIN'), countOf(summary, 'END')]
  if (wrongChecksum.test(summary)) return 'a checksum in it is wrong'
  if (begun === 0) return 'it holds no record of a beginning'
  // With properties it is a stream within another, which has an end of its own but no beginning more.
  const expected = /^\thdrtype = 2$/m.test(summary) ? begun + 1 : begun
  return ended === expected ? undefined : `${ended} of its ${expected} parts end`
}

function damaged(name: string, what: string): HoldfastError {
  return new HoldfastError('source-truncated', `the stream of ${name} is not whole: ${what}`, {
    hint: 'Run the backup again; when it comes back, scrub the pool and look at `zpool status -v`.',
    context: { dataset: name },
  })
}

function judgeEnd(tool: RunningTool, summary: () => string, name: string): Promise<void> {
  return tool.exited.then(({ code }) => {
    const wrong = code === 0 ? judgeDump(summary()) : `zstream dump exited with status ${code}`
    if (wrong !== undefined) throw damaged(name, wrong)
  })
}

/** Parses a stream with `zstream dump` as it passes; undefined where that tool is not installed. */
export async function checkWithZstream(context: ZfsContext, name: string): Promise<StreamCheck | undefined> {
  if ((await findTool('zstream', context.environment)) === undefined) return undefined
  const input = new PassThrough({ highWaterMark: 1024 * 1024 })
  const tool = spawnTool({
    command: 'zstream',
    args: ['dump'],
    environment: zfsEnvironment(context),
    signal: context.signal,
    stdin: input,
    acceptedExits: [0, 1],
  })
  const printed: Buffer[] = []
  const read = (async () => {
    for await (const chunk of tool.stdout as AsyncIterable<Buffer>) printed.push(chunk)
  })()
  read.catch(() => undefined)
  let gone = false
  void tool.exited
    .catch(() => undefined)
    .then(() => {
      gone = true
      input.destroy()
    })
  const summary = () => Buffer.concat(printed).toString('utf8') + tool.stderr.text()
  return {
    async write(chunk) {
      if (gone || input.destroyed) return
      if (input.write(Buffer.from(chunk))) return
      await Promise.race([once(input, 'drain'), once(input, 'close')])
    },
    async end() {
      if (!input.destroyed) input.end()
      await read.catch(() => undefined)
      context.signal.throwIfAborted()
      await judgeEnd(tool, summary, name)
    },
    stop: () => tool.stop(),
  }
}

/** `source` as it is, read by the check as well: it ends well only when the check is content. */
export function checked(source: Readable, makeCheck: () => Promise<StreamCheck | undefined>): Readable {
  async function* both(): AsyncGenerator<Uint8Array> {
    const check = await makeCheck()
    try {
      for await (const chunk of source as AsyncIterable<Uint8Array>) {
        await check?.write(chunk)
        yield chunk
      }
      await check?.end()
    } finally {
      await check?.stop()
    }
  }
  return Readable.from(both(), { objectMode: false, highWaterMark: 1024 * 1024 })
}
