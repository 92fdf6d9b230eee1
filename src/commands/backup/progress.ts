import type { Reporter } from '../../domain/event.ts'

/** Counts a stream's bytes into progress events. The reporter decides how often it draws. */
export function progressOf(
  reporter: Reporter,
  about: { job: string; stream: string; phase: string; total?: number },
): { add(bytes: number): void; done(): void; bytes(): number } {
  let bytes = 0
  return {
    add(more) {
      bytes += more
      reporter.on({ type: 'progress', ...about, bytes })
    },
    done() {
      reporter.on({ type: 'progress', ...about, bytes, done: true })
    },
    bytes: () => bytes,
  }
}
