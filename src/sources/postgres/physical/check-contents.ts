import { buffer } from 'node:stream/consumers'
import type { DrillCheck } from '../../../domain/drill.ts'
import type { Chain, ChainLink } from '../../../domain/source.ts'
import { hasCode } from '../../../errors/error.ts'
import { parseBackupManifest } from './backup-manifest.ts'
import { type ArchivedFiles, checkContents } from './contents.ts'
import { baseStream, manifestStream, tablespaceOf } from './streams.ts'
import { createTarScan } from './tar-scan.ts'

async function readArchives(link: ChainLink): Promise<ArchivedFiles[]> {
  const archives: ArchivedFiles[] = []
  for (const { name } of link.streams) {
    const oid = tablespaceOf(name)
    if (name !== baseStream.name && oid === undefined) continue
    const scan = createTarScan()
    for await (const chunk of link.open(name) as AsyncIterable<Buffer>) scan.write(chunk)
    scan.end()
    archives.push({ prefix: oid === undefined ? '' : `pg_tblspc/${oid}/`, files: scan.files })
  }
  return archives
}

async function checkLink(link: ChainLink): Promise<DrillCheck> {
  const name = `archive of ${link.id}`
  const expected = 'every file as the server listed it, with its size'
  try {
    const manifest = parseBackupManifest(await buffer(link.open(manifestStream.name)))
    checkContents(manifest, await readArchives(link))
    return { name, result: 'passed', expected, found: `${manifest.files.size} files` }
  } catch (error) {
    if (!hasCode(error, 'source-truncated')) throw error
    return { name, result: 'failed', expected, found: error.message }
  }
}

/** Reads every archive of a chain and compares its files with the server's own list; nothing is written. */
export async function checkPhysicalContents(chain: Chain): Promise<readonly DrillCheck[]> {
  const checks: DrillCheck[] = []
  for (const link of chain) checks.push(await checkLink(link))
  return checks
}
