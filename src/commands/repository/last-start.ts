/** When the newest of some backups began; undefined where there is none. */
export function lastStart(backups: readonly { readonly createdAt: Date }[]): Date | undefined {
  const starts = backups.map(({ createdAt }) => createdAt.getTime())
  return starts.length === 0 ? undefined : new Date(Math.max(...starts))
}
