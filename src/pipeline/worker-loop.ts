import type { MessagePort } from 'node:worker_threads'
import { HoldfastError } from '../errors/error.ts'
import type { ErrorMessage, Reply, Task } from './worker-messages.ts'
import { createTaskRunner } from './worker-tasks.ts'

/** Serves tasks from `port` in their order, one reply each. The body of a worker thread's entry. */
export function serveTasks(port: Pick<MessagePort, 'on' | 'postMessage'>): void {
  const run = createTaskRunner()
  let last: Promise<void> = Promise.resolve()
  port.on('message', (task: Task) => {
    last = last.then(async () => {
      const message = await reply(run(task))
      port.postMessage(message, moved(message))
    })
  })
}

/** Frames change hands instead of being copied. */
function moved(reply: Reply): ArrayBuffer[] {
  if (!('result' in reply) || reply.result === null || !('frames' in reply.result)) return []
  return reply.result.frames.flatMap((frame) => (typeof frame === 'number' ? [] : frame.buffer))
}

async function reply(result: ReturnType<ReturnType<typeof createTaskRunner>>): Promise<Reply> {
  try {
    return { result: await result }
  } catch (error) {
    return { error: describe(error) }
  }
}

function describe(error: unknown): ErrorMessage {
  if (error instanceof HoldfastError) {
    const { code, message, hint, context, cause } = error
    return { code, message, hint, context, cause: cause === undefined ? undefined : String(cause) }
  }
  const cause = error instanceof Error ? error.stack : String(error)
  return { code: 'internal', message: 'a volume worker failed', hint: undefined, context: {}, cause }
}
