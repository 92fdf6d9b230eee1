import { CommanderError } from 'commander'
import { HoldfastError } from '../../errors/error.ts'
import { asHoldfastError } from '../../errors/unexpected.ts'
import { outcomeDocument } from '../../report/document.ts'
import { renderError } from '../../report/render-error.ts'
import { wantsColour } from '../../report/style.ts'
import { wrapLines } from '../../report/wrap-lines.ts'

/**
 * Writes the whole text and waits: a pipe must not lose the end of a document when the process goes. A reader who left
 * early is no error; a disk that is full is `disk-full`, since a document that is cut off must not pass for whole.
 */
export function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text.endsWith('\n') ? text : `${text}\n`, (error) => {
      const { code } = (error ?? {}) as NodeJS.ErrnoException
      if (code === 'ENOSPC' || code === 'EDQUOT') reject(asHoldfastError(error))
      else resolve()
    })
  })
}

/** Renders an error that no command caught: as a document with `--json`, else as text. */
export function fail(thrown: unknown, argv: readonly string[]): void {
  const error = thrown instanceof CommanderError ? thrown : asHoldfastError(thrown)
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0 && argv.includes('--json')) {
      const [command = ''] = argv.filter((argument) => !argument.startsWith('-'))
      const help = `holdfast ${command} --help`.replace('  ', ' ')
      const usage = new HoldfastError('usage', error.message.replace(/^error: /, ''), {
        hint: `Run \`${help}\` to see what it takes.`,
      })
      printDocument(argv[0] ?? '', usage)
    }
    process.exitCode = error.exitCode === 0 ? 0 : 2
    return
  }
  if (argv.includes('--json')) printDocument(argv[0] ?? '', error)
  else {
    const colour = wantsColour(process.env, process.stderr.isTTY === true)
    const text = renderError(error, { verbose: argv.includes('--verbose'), colour })
    process.stderr.write(`${wrapLines(text, process.stderr.columns)}\n`)
  }
  process.exitCode = error.exitStatus
}

function printDocument(command: string, error: HoldfastError): void {
  const exitCode = error.exitStatus
  const document = outcomeDocument({ command, results: [], warnings: [], errors: [error], exitCode })
  process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`)
}
