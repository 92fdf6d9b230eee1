import { type Recipient, Stanza } from 'age-encryption'
import { sha256Hex } from './hash.ts'

/** Which volume of which stream an age file is. */
export interface VolumeLabel {
  readonly stream: string
  readonly seq: number
}

const type = 'holdfast-volume'

function argumentsOf({ stream, seq }: VolumeLabel): string[] {
  return [type, sha256Hex(Buffer.from(stream)).slice(0, 16), String(seq).padStart(8, '0')]
}

/**
 * Writes the label into the age header as a stanza that no identity matches, which age's format tells readers to ignore.
 * The header's MAC covers it, so that a frame read by range is known to come from the right volume of the
 * backup (each backup has its own key) without reading the whole object.
 */
export function labelRecipient(label: VolumeLabel): Recipient {
  return { wrapFileKey: () => [new Stanza(argumentsOf(label), new Uint8Array(0))] }
}

/** Whether the stanzas carry this very label, another one, or none. */
export function compareLabel(
  stanzas: readonly (readonly string[])[],
  label: VolumeLabel,
): 'same' | 'other' | 'absent' {
  const found = stanzas.find((args) => args[0] === type)
  if (!found) return 'absent'
  return found.join(' ') === argumentsOf(label).join(' ') ? 'same' : 'other'
}
