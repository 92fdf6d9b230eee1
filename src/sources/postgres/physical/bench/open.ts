import type { DrillServer } from '../../../../domain/drill.ts'
import type { SourceContext } from '../../../../domain/source.ts'
import { HoldfastError, hasCode } from '../../../../errors/error.ts'
import { usualImage } from '../../throwaway/docker.ts'
import type { Bench } from './bench.ts'
import { openDockerBench } from './docker.ts'
import { openLocalBench } from './local.ts'

export interface BenchWish {
  readonly major: number
  readonly server?: DrillServer | undefined
  /** What a container has to see; they exist. */
  readonly directories: readonly string[]
}

/** Without a choice: what this host has, since nothing has to be handed in there; else a container. */
async function openAny({ major, directories }: BenchWish, context: SourceContext): Promise<Bench> {
  try {
    return await openLocalBench(major, context)
  } catch (missing) {
    if (!hasCode(missing, 'tool-missing')) throw missing
    try {
      return await openDockerBench(usualImage, major, directories, context)
    } catch (error) {
      if (!hasCode(error, 'docker-unavailable', 'image-unavailable')) throw error
      // What to install says more than that there is no Docker either.
      throw missing
    }
  }
}

/**
 * The programs of a major, where they are wanted. Errors: `tool-missing`, `docker-unavailable`, `image-unavailable`,
 * `usage` for a server that is there already: a copied data directory needs one of its own.
 */
export async function openBench(wish: BenchWish, context: SourceContext): Promise<Bench> {
  const { major, server, directories } = wish
  switch (server?.type) {
    case undefined:
      return openAny(wish, context)
    case 'local':
      return openLocalBench(major, context)
    case 'docker':
      return openDockerBench(usualImage, major, directories, context)
    case 'image':
      return openDockerBench(server.image, major, directories, context)
    case 'url':
      throw new HoldfastError('usage', 'a copy of a whole server cannot be tried on a server that is there', {
        hint: 'Set verify.server to local, docker or {image}, or leave it out.',
      })
  }
}
