type Paint = (text: string) => string

/** The few looks that output has. Without colour every one leaves its text alone. */
export interface Style {
  readonly colour: boolean
  readonly bold: Paint
  readonly dim: Paint
  readonly red: Paint
  readonly green: Paint
  readonly yellow: Paint
  readonly cyan: Paint
}

export function createStyle(colour: boolean): Style {
  const paint =
    (on: number, off: number): Paint =>
    (text) =>
      colour && text !== '' ? `\x1b[${on}m${text}\x1b[${off}m` : text
  return {
    colour,
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
  }
}

/**
 * Whether to colour: `FORCE_COLOR` (other than `0` and `false`) says yes, `NO_COLOR` says no, else a terminal that is
 * not `dumb` gets colour. Empty variables count as unset.
 */
export function wantsColour(
  environment: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment
  if (force) return force !== '0' && force !== 'false'
  return !no && isTerminal && terminal !== 'dumb'
}
