import { Writable } from 'node:stream'

/**
 * Text for a runner's log that the runner takes for nothing but text: `::name::` at the start of a line and `##[name]`
 * anywhere are commands to it, and a file name may look like one.
 */
export function withoutCommands(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, '$1\u200b:').replaceAll('##[', '##\u200b[')
}

/** A stream in front of `target` whose text is no command of the runner. */
export function commandFree(target: Writable): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      target.write(withoutCommands(String(chunk)), done)
    },
  })
}
