import { Worker } from 'node:worker_threads'
import { HoldfastError } from '../errors/error.ts'
import type { ErrorMessage, Reply, Task, TaskResults } from './worker-messages.ts'

/** Worker threads that take tasks in turn. */
export interface WorkerPool {
  /** Runs one task. Rejects with its HoldfastError, or with `internal` where the worker died. */
  run<K extends Task['type']>(task: Extract<Task, { type: K }>): Promise<TaskResults[K]>
  /** How many threads are running. */
  started(): number
  /** Ends all threads; tasks under way and waiting reject with `reason`. Idempotent. */
  close(reason?: unknown): Promise<void>
}

interface Job {
  readonly task: Task
  resolve(result: never): void
  reject(error: unknown): void
}

interface Seat {
  readonly worker: Worker
  job: Job | undefined
}

/** At most `size` threads of the entry at `url`, each started when a task finds no idle one. */
export function createWorkerPool(url: URL, size: number): WorkerPool {
  const seats: Seat[] = []
  const queue: Job[] = []
  let closed: { reason: unknown } | undefined

  function start(): Seat {
    const seat: Seat = {
      worker: new Worker(url, { resourceLimits: { maxYoungGenerationSizeMb: 8 } }),
      job: undefined,
    }
    seat.worker.on('message', (reply: Reply) => {
      const { job } = seat
      seat.job = undefined
      dispatch()
      if (!job) return
      if ('error' in reply) job.reject(revive(reply.error))
      else job.resolve(reply.result as never)
    })
    seat.worker.on('error', (cause: unknown) => void close(died(cause)))
    seat.worker.on('messageerror', (cause) => void close(died(cause)))
    seat.worker.on('exit', (status) => void close(died(`exit status ${status}`)))
    seats.push(seat)
    return seat
  }

  function dispatch(): void {
    while (queue.length > 0) {
      const seat = seats.find((candidate) => !candidate.job) ?? (seats.length < size ? start() : undefined)
      if (!seat) return
      seat.job = queue.shift()
      seat.worker.postMessage(seat.job?.task)
    }
  }

  async function close(
    reason: unknown = new HoldfastError('internal', 'the volume workers were closed'),
  ): Promise<void> {
    closed ??= { reason }
    const jobs = [...queue.splice(0), ...seats.flatMap(({ job }) => job ?? [])]
    for (const seat of seats) seat.job = undefined
    for (const job of jobs) job.reject(closed.reason)
    await Promise.all(seats.map(({ worker }) => worker.terminate()))
  }

  return {
    run(task) {
      if (closed) return Promise.reject(closed.reason)
      return new Promise((resolve, reject) => {
        queue.push({ task, resolve, reject })
        dispatch()
      })
    },
    started: () => seats.length,
    close,
  }
}

function died(cause: unknown): HoldfastError {
  return new HoldfastError('internal', 'a volume worker died', {
    hint: 'Run again; if it happens again, give the machine more memory or set fewer workers.',
    cause,
  })
}

function revive({ code, message, hint, context, cause }: ErrorMessage): HoldfastError {
  return new HoldfastError(code, message, { ...(hint === undefined ? {} : { hint }), context, cause })
}
