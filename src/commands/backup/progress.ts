import type { Reporter } from '../../domain/event.ts'

/** Counts the bytes of one stream into progress events. */
export interface Progress {
  add(bytes: number): void
  done(): void
}

/** The reporter decides how often it draws; here every chunk is told. */
export function progressOf(
  reporter: Reporter,
  about: { readonly job: string; readonly stream: string; readonly phase: string; readonly total?: number },
): Progress {
  let bytes = 0
  return {
    add(more) {
      bytes += more
      reporter.on({ type: 'progress', ...about, bytes })
    },
    done() {
      reporter.on({ type: 'progress', ...about, bytes, done: true })
    },
  }
}
