import { appendFile, chmod, readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import { HoldfastError } from '../../errors/error.ts'

function line(name: string, value: string): string {
  const quote = ["'", '"', '`'].find((mark) => !value.includes(mark))
  if (quote !== undefined && !/[\r\n]/.test(value)) return `${name}=${quote}${value}${quote}\n`
  throw new HoldfastError('usage', `the value of ${name} cannot stand in a .env file`, {
    hint: `Put it into a file of its own, readable for this user only, and write \${file:PATH} in the configuration.`,
  })
}

/**
 * Adds variables to a `.env`, which is then readable for this user only. What stands there already is not touched; an
 * empty value is a line to be filled in.
 */
export async function addToEnvFile(file: string, values: ReadonlyMap<string, string>): Promise<void> {
  const there = await readFile(file, 'utf8').catch(() => '')
  const known = parseEnv(there)
  const missing = [...values].filter(([name]) => known[name] === undefined)
  if (missing.length === 0) return
  const start = there === '' || there.endsWith('\n') ? '' : '\n'
  await appendFile(file, `${start}${missing.map(([name, value]) => line(name, value)).join('')}`, {
    mode: 0o600,
  })
  await chmod(file, 0o600)
}
