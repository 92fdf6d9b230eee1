import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A conditional put that a contender is to try: create-only without an etag. */
export interface Attempt {
  readonly key: string
  readonly body: string
  readonly etag?: string
}

export interface Contenders {
  /** One attempt for each process, all at the same moment; who won. */
  contest(attempts: readonly Attempt[]): Promise<boolean[]>
  stop(): Promise<void>
}

type Answer = { readonly won: boolean } | { readonly error: string }

async function answerOf(child: ChildProcess): Promise<boolean> {
  const [answer] = (await once(child, 'message')) as [Answer]
  if ('error' in answer) throw new Error(answer.error)
  return answer.won
}

/** Starts real processes that wait for their attempts. */
export async function startContenders(
  { module, argument }: { readonly module: URL; readonly argument: string },
  count: number,
): Promise<Contenders> {
  const program = fileURLToPath(new URL('./contender.ts', import.meta.url))
  const children = Array.from({ length: count }, () =>
    fork(program, [module.href, argument], { execArgv: [] }),
  )
  await Promise.all(children.map((child) => once(child, 'message')))
  return {
    contest(attempts) {
      const answers = children.map(answerOf)
      for (const [at, child] of children.entries()) child.send(attempts[at] as Attempt)
      return Promise.all(answers)
    },
    async stop() {
      await Promise.all(
        children.map(async (child) => {
          const ended = once(child, 'exit')
          child.disconnect()
          await ended
        }),
      )
    },
  }
}
