import { credible } from '../../retention/due.ts'

/** When the newest of some backups began, of those that are not dated in the future; undefined where there is none. */
export function lastStart(backups: readonly { readonly createdAt: Date }[], now: Date): Date | undefined {
  const starts = credible(backups, ({ createdAt }) => createdAt, now).map(({ createdAt }) =>
    createdAt.getTime(),
  )
  return starts.length === 0 ? undefined : new Date(Math.max(...starts))
}
