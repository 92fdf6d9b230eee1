import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { servicesPath } from '../../scripts/services/directory.ts'

/** PATH with what `setup:services` put into its own folder. */
export const toolsPath = [process.env.PATH ?? '', servicesPath()].join(delimiter)

/** Whether a program is there. */
export function hasTool(command: string): boolean {
  return toolsPath.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
