import type { Capture, CaptureContext } from '../../domain/source.ts'
import { hasCode } from '../../errors/error.ts'
import { captureWithoutTar } from './archiver/capture-tar.ts'
import { captureWithTar } from './capture.ts'
import { findGnuTar } from './gnu-tar.ts'
import { type DirectorySettings, selectionOf } from './settings.ts'
import { captureZip } from './zip/capture-zip.ts'

function warnLeftOut(context: CaptureContext, settings: DirectorySettings): void {
  const { leaveOut } = selectionOf(settings)
  if (leaveOut.length === 0) return
  context.warn({
    severity: 'warning',
    code: 'destination-inside-source',
    message: `${leaveOut.join(', ')} lies inside the source and is left out`,
    hint: 'Let the destination lie outside of what is backed up.',
    names: leaveOut,
  })
}

/** Begins a backup of a directory in the format of its settings; without GNU tar a tar archive is full and less. */
export async function captureDirectory(
  settings: DirectorySettings,
  context: CaptureContext,
): Promise<Capture> {
  warnLeftOut(context, settings)
  if (settings.format === 'zip') return captureZip(settings, context)
  const tar = await findGnuTar(context).catch((error) => {
    if (!hasCode(error, 'tool-missing')) throw error
  })
  return tar === undefined ? captureWithoutTar(settings, context) : captureWithTar(settings, context, tar)
}
