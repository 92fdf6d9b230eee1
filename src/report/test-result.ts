/** One thing that a test of a job does. */
export interface TestStep {
  readonly name: string
  readonly result: 'passed' | 'failed'
  readonly seconds: number
  readonly detail: string
}

/** What `test` found: a backup that was made, read back, restored and removed. */
export interface TestResult {
  readonly job: string
  /** Of the backup, which is gone again; absent where none was made. */
  readonly id?: string | undefined
  readonly result: 'passed' | 'failed'
  readonly seconds: number
  readonly steps: readonly TestStep[]
}
