import type { InputSpec } from '../../../config/config.ts'

/** The inputs that every action has. */
export const sharedInputs: readonly InputSpec[] = [
  { name: 'config', kind: 'text' },
  { name: 'jobs', kind: 'list' },
  { name: 'destination', kind: 'list' },
  { name: 'env', kind: 'lines' },
  { name: 'on-busy', kind: 'text', choices: ['wait', 'skip', 'fail'], default: 'wait' },
  { name: 'summary', kind: 'boolean', default: 'true' },
  { name: 'results-file', kind: 'text' },
  { name: 'fail-on-warning', kind: 'boolean', default: 'false' },
]
