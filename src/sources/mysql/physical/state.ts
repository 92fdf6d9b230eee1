/** What the next increment needs. */
export interface CopyState {
  readonly format: 1
  readonly type: 'mysql'
  readonly toLsn: string
  readonly serverUuid: string
  /** `mariadb 10.11.19`. */
  readonly tool: string
  /** What tells one data directory from another that lies at the same place later. */
  readonly datadir: string
}

/** The state as bytes. */
export function encodeState(state: CopyState): Uint8Array {
  return Buffer.from(JSON.stringify(state))
}

/** The reverse of {@link encodeState}; undefined for anything else. */
export function decodeState(bytes: Uint8Array): CopyState | undefined {
  try {
    const state = JSON.parse(Buffer.from(bytes).toString('utf8')) as CopyState
    return state.format === 1 && state.type === 'mysql' && /^\d+$/.test(state.toLsn) ? state : undefined
  } catch {
    return undefined
  }
}

/** Why an increment cannot build upon `before`; undefined when it can. `lsn` is where the server is now. */
export function changeSince(
  before: CopyState | undefined,
  now: Omit<CopyState, 'toLsn'>,
  lsn: bigint,
): string | undefined {
  if (before === undefined) return 'the state of the previous backup is not usable'
  if (before.serverUuid !== now.serverUuid) return 'it is another server'
  if (before.tool !== now.tool) return `the tool was ${before.tool} then and is ${now.tool} now`
  if (before.datadir !== now.datadir) return 'it is another data directory'
  if (BigInt(before.toLsn) > lsn)
    return 'the server is behind the previous backup: it was restored or made anew'
  return undefined
}
