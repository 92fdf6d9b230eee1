import type { OptionSpec } from '../command-spec.ts'

export const onBusy: OptionSpec = {
  flags: '--on-busy <what>',
  description: 'when another run holds the job',
  choices: ['wait', 'fail', 'skip'],
}

export const dryRun: OptionSpec = {
  flags: '--dry-run',
  description: 'show what would happen, change nothing',
}

export const at: OptionSpec = {
  flags: '--at <time>',
  description: 'the newest backup not after this time',
  parse: 'instant',
}

/** A text option, or undefined. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
