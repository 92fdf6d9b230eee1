import { randomInt } from 'node:crypto'

/** A name for a database of a drill on somebody else's server, from which a later drill can tell who made it. */
export function drillDatabase(token: string): string {
  return `holdfast_drill_${token.replaceAll('-', '_')}_${randomInt(1_000_000)}`
}

/** The token of the process that made a database; undefined for what is no drill's. */
export function drillOwner(database: string): string | undefined {
  return /^holdfast_drill_([0-9a-f]{8})_(\d+)_(\d+)_\d+$/.exec(database)?.slice(1).join('-')
}
