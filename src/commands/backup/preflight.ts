import type { Finding } from '../../domain/finding.ts'
import type { Source, SourceContext } from '../../domain/source.ts'
import { type ErrorCode, errorCodes } from '../../errors/codes.ts'
import { HoldfastError } from '../../errors/error.ts'

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code)
}

/** With the command that a finding has to paste, which an error has no place of its own for. */
function hintOf({ hint, command }: Finding): { readonly hint?: string } {
  if (command === undefined) return hint === undefined ? {} : { hint }
  return { hint: `${(hint ?? 'Run').replace(/\.$/, '')}: \`${command}\`.` }
}

/** Lets the source look whether it can run at all. Warnings are passed on; the first error is thrown. */
export async function preflight(source: Source, context: SourceContext): Promise<void> {
  for (const finding of await source.preflight(context)) {
    if (finding.severity === 'warning') context.warn(finding)
    if (finding.severity !== 'error') continue
    throw new HoldfastError(isErrorCode(finding.code) ? finding.code : 'source-failed', finding.message, {
      ...hintOf(finding),
      context: { job: context.job },
    })
  }
}
