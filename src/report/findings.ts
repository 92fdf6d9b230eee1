import type { Reporter } from '../domain/event.ts'
import type { Finding } from '../domain/finding.ts'

const told: readonly Finding['severity'][] = ['warning', 'error']

/** A reporter that shows nothing and keeps what a person would be warned of, for the one document of `--json`. */
export function collectFindings(): { readonly reporter: Reporter; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const reporter: Reporter = {
    on(event) {
      if (event.type === 'finding' && told.includes(event.finding.severity)) findings.push(event.finding)
    },
  }
  return { reporter, findings }
}

/** Findings that neither an error nor a warning of the outcome says, each once. */
export function unsaid(
  findings: readonly Finding[],
  {
    warnings,
    errors,
  }: { readonly warnings: readonly Finding[]; readonly errors: readonly { readonly message: string }[] },
): Finding[] {
  const said = new Set(warnings.map(({ message }) => message))
  return findings.filter(({ message }) => {
    if (said.has(message) || errors.some((error) => message.includes(error.message))) return false
    said.add(message)
    return true
  })
}
