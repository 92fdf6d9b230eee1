import type { SourceContext } from '../../../domain/source.ts'
import { runTool } from '../../../process/run-tool.ts'

/** What an option file says for the server, as the tool reads it: names with underscores. */
export async function readDefaults(
  context: SourceContext,
  tool: string,
  file: string,
): Promise<Map<string, string>> {
  const { environment, signal } = context
  const args = [`--defaults-file=${file}`, '--print-defaults']
  const { stdout } = await runTool({ command: tool, args, environment, signal })
  const found = new Map<string, string>()
  for (const option of stdout.toString('utf8').split(/\s+(?=--)/)) {
    const [, name, value] = /^--(?:loose[-_])?([\w-]+)=(.*)$/s.exec(option.trim()) ?? []
    if (name !== undefined && value !== undefined) found.set(name.replaceAll('-', '_'), value.trim())
  }
  return found
}
