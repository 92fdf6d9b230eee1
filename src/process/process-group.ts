const alive = new Set<number>()
let hooked = false

/** Remembers a process group, so that it does not outlive this process when that ends by `process.exit`. */
export function trackGroup(leader: number): void {
  alive.add(leader)
  if (hooked) return
  hooked = true
  process.once('exit', () => {
    for (const group of alive) signalGroup(group, 'SIGKILL')
  })
}

/** Forgets a group whose members are gone; its number may be reused. */
export function forgetGroup(leader: number): void {
  alive.delete(leader)
}

/** Sends a signal to a whole tracked process group; false when nobody is left in it. */
export function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  if (!alive.has(leader)) return false
  try {
    process.kill(-leader, signal)
    return true
  } catch {
    return false
  }
}
