import type { Source, SourceContext } from '../../domain/source.ts'
import { type ErrorCode, errorCodes } from '../../errors/codes.ts'
import { HoldfastError } from '../../errors/error.ts'

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code)
}

/** Lets the source look whether it can run at all. Warnings are passed on; the first error is thrown. */
export async function preflight(source: Source, context: SourceContext): Promise<void> {
  for (const finding of await source.preflight(context)) {
    if (finding.severity === 'warning') context.warn(finding)
    if (finding.severity !== 'error') continue
    throw new HoldfastError(isErrorCode(finding.code) ? finding.code : 'source-failed', finding.message, {
      ...(finding.hint === undefined ? {} : { hint: finding.hint }),
      context: { job: context.job },
    })
  }
}
