import type { DrillServer } from '../../../domain/drill.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { hasCode } from '../../../errors/error.ts'
import { openDockerServer, usualImage } from './docker.ts'
import { serverTooOld } from './errors.ts'
import { openLocalServer, type ServerNeeds } from './local.ts'
import type { ThrowawayServer } from './server.ts'
import { openServiceUrl } from './url.ts'

/** Without a choice: a container of the backup's own major where there is Docker, else a server of this host. */
async function openAny(needs: ServerNeeds, context: SourceContext): Promise<ThrowawayServer> {
  try {
    return await openDockerServer(usualImage, needs, context)
  } catch (error) {
    if (!hasCode(error, 'docker-unavailable', 'image-unavailable')) throw error
    return openLocalServer(needs, context)
  }
}

/**
 * A throwaway server that can take a backup of `needs`. Errors: `docker-unavailable`, `image-unavailable`,
 * `tool-missing`, `scratch-too-small`, `server-too-old` and `server-not-started`, and for a URL `server-is-source`,
 * `server-not-empty` and those of its connection.
 */
export async function openThrowaway(
  wanted: DrillServer | undefined,
  needs: ServerNeeds & { readonly systemIdentifier?: string },
  context: SourceContext,
): Promise<ThrowawayServer> {
  const open = () => {
    switch (wanted?.type) {
      case undefined:
        return openAny(needs, context)
      case 'docker':
        return openDockerServer(usualImage, needs, context)
      case 'image':
        return openDockerServer(wanted.image, needs, context)
      case 'local':
        return openLocalServer(needs, context)
      case 'url':
        return openServiceUrl(wanted.url, needs.systemIdentifier, context, needs.keeper)
    }
  }
  const server = await open().catch((error: unknown) => {
    // Without its library an extension is named as missing, which says more than a server that ends at once.
    if (!hasCode(error, 'server-not-started') || !needs.preload?.length) throw error
    return openThrowaway(wanted, { ...needs, preload: [] }, context)
  })
  if (server.major >= needs.major) return server
  await server.remove()
  throw serverTooOld(server.name, server.version, needs.major)
}
