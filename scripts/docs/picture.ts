import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { markdownPage } from './markdown-page.ts'

export interface PictureSize {
  /** In CSS pixels. */
  readonly width: number
  readonly height: number
}

/** Renders a job summary as GitHub would show it, with the chromium of `setup:services`, into a PNG. */
export function drawSummary(markdown: string, png: string, { width, height }: PictureSize): void {
  const scratch = mkdtempSync(join(tmpdir(), 'holdfast-picture-'))
  const page = join(scratch, 'page.html')
  writeFileSync(page, markdownPage(markdown))
  try {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--force-device-scale-factor=1',
    ]
    const own = [`--user-data-dir=${join(scratch, 'profile')}`, `--window-size=${width},${height}`]
    const args = [...flags, ...own, `--screenshot=${resolve(png)}`, pathToFileURL(page).href]
    execFileSync('chromium', args, { stdio: 'ignore', timeout: 60_000 })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
