import type { Readable } from 'node:stream'
import type { TarMember } from './tar-member.ts'
import { createTarParser } from './tar-parser.ts'

/** The members of a tar stream as they come; `source-truncated` when it is not whole, unless the reader stops before. */
export async function* readMembers(stream: Readable, options: { hash: boolean }): AsyncGenerator<TarMember> {
  let members: TarMember[] = []
  const parser = createTarParser({ onMember: (member) => members.push(member), hash: options.hash })
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    parser.write(chunk)
    if (members.length === 0) continue
    const ready = members
    members = []
    yield* ready
  }
  parser.end()
}
