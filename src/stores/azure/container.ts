import { HoldfastError, hasCode } from '../../errors/error.ts'
import { request, type Session } from './session.ts'

type Unready = Omit<Session, 'ready'>

function codeOf(error: unknown): string {
  return error instanceof HoldfastError ? String(error.context.azure ?? '') : ''
}

async function exists(session: Unready): Promise<boolean> {
  try {
    // Every role may list, and not every one may ask for a container's properties.
    await request(session, 'list', 'the container', async (abortSignal) => {
      await session.container.listBlobsFlat({ abortSignal }).byPage({ maxPageSize: 1 }).next()
    })
    return true
  } catch (error) {
    if (hasCode(error, 'bucket-missing')) return false
    throw error
  }
}

async function make(session: Unready): Promise<void> {
  try {
    await request(session, 'create', 'the container', (abortSignal) =>
      session.container.create({ abortSignal }),
    )
  } catch (error) {
    if (codeOf(error) === 'ContainerAlreadyExists') return
    if (!hasCode(error, 'store-unwritable', 'store-credentials')) throw error
    const { where } = session
    throw new HoldfastError('bucket-missing', `there is no container ${where}, and it may not be made`, {
      hint: `Make it with \`az storage container create --name ${session.container.containerName}\`, or allow these credentials to.`,
      context: { destination: session.name, at: where },
      cause: error,
    })
  }
}

/**
 * Makes the container where it is not there, once, before the first call; a failure is not remembered, so that the next
 * attempt tries again. Two at once may do it. A container that is read only is not looked at.
 */
export function containerMaker(session: Unready, write: boolean): () => Promise<void> {
  let making: Promise<void> | undefined
  const ensure = async () => {
    if (!(await exists(session))) await make(session)
  }
  return () => {
    if (!write) return Promise.resolve()
    making ??= ensure().catch((error: unknown) => {
      making = undefined
      throw error
    })
    return making
  }
}
