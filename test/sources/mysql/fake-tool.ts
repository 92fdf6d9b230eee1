import { writeFile } from 'node:fs/promises'

/** Writes a program of JavaScript that stands for a tool; returns its path. */
export async function executable(path: string, script: string): Promise<string> {
  await writeFile(path, `#!${process.execPath}\n${script}\n`, { mode: 0o755 })
  return path
}
