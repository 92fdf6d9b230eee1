import { createInterface } from 'node:readline/promises'
import type { Reporter } from '../../domain/event.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { GlobalOptions } from './options.ts'

function mayAsk({ json, events }: GlobalOptions): boolean {
  return process.stdin.isTTY === true && !json && !events
}

async function answerTo(question: string): Promise<string> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await prompt.question(question)).trim()
  } finally {
    prompt.close()
  }
}

/** Resolves on a yes: now, or given before by `--yes`; then what would be asked is said. Errors: `confirmation-needed`. */
export async function confirm(question: string, options: GlobalOptions, reporter: Reporter): Promise<void> {
  if (options.yes) {
    reporter.on({
      type: 'finding',
      finding: { severity: 'info', code: 'confirmed', message: question },
    })
    return
  }
  if (!mayAsk(options)) {
    throw new HoldfastError('confirmation-needed', 'this needs a yes, and there is no terminal to ask', {
      hint: 'Read the question; where the command takes --dry-run, look at its plan first. Then repeat it with --yes.',
      context: { question },
    })
  }
  if (/^y(es)?$/i.test(await answerTo(`${question} [y/N] `))) return
  throw new HoldfastError('confirmation-needed', 'not confirmed: nothing was done', {
    hint: 'Answer y to go on, or add --yes.',
  })
}

/**
 * Asks for a text. Without a terminal or an answer it is `otherwise`. Errors: `usage` naming the option that gives it,
 * where there is none.
 */
export async function ask(
  question: string,
  option: string,
  options: GlobalOptions,
  otherwise?: string,
): Promise<string> {
  const answer = mayAsk(options) && !options.yes ? await answerTo(`${question} `) : ''
  if (answer !== '') return answer
  if (otherwise !== undefined) return otherwise
  throw new HoldfastError('usage', `${option} is missing`, { hint: `Say it with ${option}: ${question}` })
}
