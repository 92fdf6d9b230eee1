import type { Chain, SourceContext } from '../../../domain/source.ts'
import type { BenchPlace } from '../physical/bench.ts'
import { prepareChain, workOf } from '../physical/prepare.ts'
import type { RemoteTables } from '../physical/remote-tables.ts'
import { bytesOf, described, lastLink, namesOption, serverVersion } from '../restore/link.ts'
import type { Version } from '../server/flavor.ts'

/** What is known of a data directory that was staged. */
export interface Staged {
  /** Of the server that it is for. */
  readonly version: Version
  /** What such a server has to be told. */
  readonly options: readonly string[]
  /** Files that lie in it and belong elsewhere. */
  readonly remote: RemoteTables
  /** Variables that put files of the server outside of its data directory, as far as the backup says them. */
  readonly outside: readonly string[]
}

/** What a data directory is made of. */
export interface Origin {
  /** About as many as the directory will have, as far as that is known. */
  readonly bytes: number
  /** Makes the directory, which is not there yet, such that a server can start on it. */
  stage(context: SourceContext, directory: string): Promise<Staged>
}

/** All that staging a directory may leave where it is cut short. */
export function stagedAt(directory: string): readonly string[] {
  return [directory, workOf(directory), liftedOf(directory)]
}

/** Where the data of an archive lies for a moment. */
export function liftedOf(directory: string): string {
  return `${directory}.lifted`
}

/** A chain of hot copies, which is unpacked and prepared. */
export function fromChain(chain: Chain, place: BenchPlace): Origin {
  const link = lastLink(chain)
  return {
    bytes: bytesOf(chain),
    async stage(context, directory) {
      const { remote } = await prepareChain(context, chain, directory, place)
      const outside = described(link, 'outside').split(', ').filter(Boolean)
      return { version: serverVersion(link), options: namesOption(link), remote, outside }
    },
  }
}
