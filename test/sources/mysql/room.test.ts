import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import type { ChainLink } from '../../../src/domain/source.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { requireRoom } from '../../../src/sources/mysql/physical/room.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'

const said = { what: 'the restore', hint: 'Make room.' }

describe('room for a copy', () => {
  it('is its size, a fifth and 5 GiB', async () => {
    await expect(requireRoom(tmpdir(), 10 ** 15, said)).rejects.toMatchObject({
      code: 'scratch-too-small',
      message: expect.stringMatching(
        /^the restore needs 1117592\.1 GiB in .* \(931322\.6 GiB, 20 % and 5 GiB\)/,
      ),
      context: { needed: 1.2 * 10 ** 15 + 5 * 1024 ** 3 },
    })
    await expect(requireRoom(tmpdir(), 0, said)).resolves.toBeUndefined()
  })

  it('is looked for before a drill or a restore begins', async () => {
    const link = {
      id: 'too-large',
      level: 0,
      streams: [{ name: 'copy', mediaType: 'application/x-xbstream', bytes: 10 ** 15 }],
      description: { method: 'physical', server: 'mariadb 10.11.19' },
      unread: [],
      open: () => {
        throw new Error('nothing may be read')
      },
    } as unknown as ChainLink
    const source = createMysqlSource(
      mysqlConfig.parse({ type: 'mysql', method: 'physical', socket: '/run/none' }),
    )
    const context = sourceContext()
    await expect(source.drill(context, [link], { scratch: tmpdir() })).rejects.toMatchObject({
      code: 'scratch-too-small',
      hint: expect.stringContaining('scratch-dir'),
    })
    const target = { type: 'datadir', path: `${tmpdir()}/holdfast-never-made` } as const
    await expect(
      source.restore(context, [link], { target, include: [], overwrite: false }),
    ).rejects.toMatchObject({
      code: 'scratch-too-small',
      hint: expect.stringContaining('Make room'),
    })
  })
})
