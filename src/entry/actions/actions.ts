import type { ActionSpec } from './host/action-spec.ts'

/** Every action with a bundle of its own, loaded when it runs. */
export const actions = {
  root: async (): Promise<ActionSpec> => (await import('./root.ts')).root,
  backup: async (): Promise<ActionSpec> => (await import('./backup.ts')).backupAction,
  cleanup: async (): Promise<ActionSpec> => (await import('./cleanup.ts')).cleanupAction,
  'restore-verify': async (): Promise<ActionSpec> =>
    (await import('./restore-verify.ts')).restoreVerifyAction,
  restore: async (): Promise<ActionSpec> => (await import('./restore.ts')).restoreAction,
  plan: async (): Promise<ActionSpec> => (await import('./plan.ts')).planAction,
  report: async (): Promise<ActionSpec> => (await import('./report.ts')).reportAction,
} as const

export type ActionName = keyof typeof actions
