import type { Finding } from './finding.ts'

/** What the core says; reporters render it. No secret ever enters an event. */
export type Event =
  | {
      readonly type: 'job-started'
      readonly job: string
      readonly command: string
      readonly level?: number
      readonly parent?: string
      readonly id?: string
    }
  | { readonly type: 'step'; readonly job?: string; readonly message: string }
  | {
      readonly type: 'progress'
      readonly job: string
      readonly stream: string
      /** What the bytes do: `read` of a source, `upload` of a single object, `restore`, `verify`, `copy`. */
      readonly phase: string
      /** Plain bytes so far; of `verify` and `upload` stored ones. */
      readonly bytes: number
      readonly total?: number
      /** What `bytes` and `total` count where it is not bytes: `backup`. */
      readonly unit?: string
      readonly files?: number
      readonly done?: boolean
    }
  | { readonly type: 'finding'; readonly job?: string; readonly finding: Finding }
  | {
      readonly type: 'job-finished'
      readonly job: string
      readonly command: string
      readonly status: string
      readonly seconds: number
    }

export interface Reporter {
  on(event: Event): void
}
