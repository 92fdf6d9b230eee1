import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Source } from '../../src/domain/source.ts'
import { backUp, sourceContext, withStream } from '../fakes/capture.ts'

/** What a source needs to be put through the suite. */
export interface SourceUnderTest {
  readonly source: Source
  /** A source of the same kind that fails after its first bytes. */
  readonly failing: Source
  /** A source of the same kind that would go on for long. */
  readonly slow: Source
  /**
   * What two captures of the same content have in common: their bytes where absent, the fingerprint where a dump holds
   * its time, nothing where each snapshot has a name of its own.
   */
  readonly repeats?: 'fingerprint' | 'nothing'
  /** Whether what was restored to `target` is what the source held. */
  isRestored(target: string): Promise<boolean>
}

/**
 * What every source promises (architecture.md): a stream that ends only after success, an abort that leaves nothing
 * behind, a restore that brings back what was there, a drill that passes for what is whole and fails for what is not.
 * `make` gets a directory of its own.
 */
export function sourceConformance(type: string, make: (directory: string) => Promise<SourceUnderTest>): void {
  describe(`source ${type}`, () => {
    let directory: string
    let subject: SourceUnderTest

    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), 'holdfast-source-'))
      subject = await make(directory)
      await mkdir(join(directory, 'tmp'))
      // A temporary directory of its own, so that what is left behind can be told from other tests' files.
      vi.stubEnv('TMPDIR', join(directory, 'tmp'))
    })
    afterEach(async () => {
      vi.unstubAllEnvs()
      await rm(directory, { recursive: true, force: true })
    })

    const stream = () => join(directory, 'stream')

    it('names itself, and finds nothing wrong beforehand', async () => {
      expect(subject.source.type).toBe(type)
      const findings = await subject.source.preflight(sourceContext())
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(findings.length).toBeGreaterThan(0)
    })

    it('captures a stream with evidence, and the same one again', async () => {
      const first = await backUp(subject.source, stream())
      expect(first.level).toBe(0)
      expect(first.result.unread).toEqual([])
      expect(['snapshot', 'stream', 'load-only']).toContain(first.result.evidence)
      expect((await stat(first.file)).size).toBeGreaterThan(0)
      expect(JSON.stringify(first.link.description)).not.toContain(directory)
      const hash = async () =>
        createHash('sha256')
          .update(await readFile(stream()))
          .digest('hex')
      const before = await hash()
      const second = await backUp(subject.source, stream())
      if (subject.repeats === 'fingerprint') {
        expect(second.result.fingerprint).toBeDefined()
        expect(second.result.fingerprint).toEqual(first.result.fingerprint)
      }
      if (subject.repeats === undefined) expect(await hash()).toBe(before)
    })

    it('never ends a stream well that failed in the middle', async () => {
      const error = await backUp(subject.failing, stream()).catch((reason: unknown) => reason)
      expect(error).toMatchObject({ name: 'HoldfastError', code: expect.any(String) })
    })

    it('stops on abort, with the reason, and leaves nothing behind', async () => {
      const controller = new AbortController()
      const reason = new Error('enough')
      const running = backUp(subject.slow, stream(), {
        signal: controller.signal,
        onOpen: () => controller.abort(reason),
      })
      await expect(running).rejects.toThrow('enough')
      expect(await readdir(join(directory, 'tmp'))).toEqual([])
    })

    it('forgives an abort before, after and twice', async () => {
      const capture = await subject.source.capture({
        ...sourceContext(),
        level: 0,
        repository: '0123456789abcdef',
        index: { add: () => undefined },
        allowUnread: [],
      })
      await capture.abort()
      await expect(capture.abort()).resolves.toBeUndefined()
    })

    it('restores what was there', async () => {
      const { link } = await backUp(subject.source, stream())
      const target = join(directory, 'restored')
      const isTree = link.streams[0]?.mediaType === 'application/x-tar'
      await subject.source.restore(sourceContext(), [link], {
        target: { type: isTree ? 'directory' : 'file', path: target },
        include: [],
        overwrite: false,
      })
      expect(await subject.isRestored(target)).toBe(true)
    })

    it('refuses to replace what is there unless told to', async () => {
      const { link } = await backUp(subject.source, stream())
      const isTree = link.streams[0]?.mediaType === 'application/x-tar'
      const target = { type: isTree ? 'directory' : 'file', path: join(directory, 'restored') } as const
      const restore = (overwrite: boolean) =>
        subject.source.restore(sourceContext(), [link], { target, include: [], overwrite })
      await restore(false)
      await expect(restore(false)).rejects.toMatchObject({ code: 'target-not-empty' })
      expect(await subject.isRestored(target.path)).toBe(true)
      await restore(true)
      expect(await subject.isRestored(target.path)).toBe(true)
    })

    async function drillOf(link: Parameters<Source['drill']>[1][number]) {
      const scratch = join(directory, 'scratch')
      await mkdir(scratch)
      return subject.source.drill(sourceContext(), [link], { scratch })
    }

    it('passes a drill of what is whole, with something compared', async () => {
      const { link } = await backUp(subject.source, stream())
      const { checks } = await drillOf(link)
      expect(checks.length).toBeGreaterThan(0)
      expect(checks.filter(({ result }) => result !== 'passed')).toEqual([])
    })

    it('does not pass a drill of a stream that was altered', async () => {
      const { link, file } = await backUp(subject.source, stream())
      const whole = await readFile(file)
      const last = whole.findLastIndex((byte) => byte !== 0)
      const altered = Buffer.from(whole)
      altered[last] = (altered[last] ?? 0) ^ 1
      const outcome = await drillOf(withStream(link, () => Readable.from([altered]))).catch(() => 'threw')
      const passed =
        outcome !== 'threw' &&
        typeof outcome === 'object' &&
        outcome.checks.every(({ result }) => result === 'passed')
      expect(passed).toBe(false)
    })

    it('does not pass a drill of a stream that was cut short', async () => {
      const { link, file } = await backUp(subject.source, stream())
      const { size } = await stat(file)
      const cut = withStream(link, () => createReadStream(file, { end: Math.floor(size / 2) }))
      const outcome = await drillOf(cut).catch(() => 'threw')
      const passed =
        outcome !== 'threw' &&
        typeof outcome === 'object' &&
        outcome.checks.every(({ result }) => result === 'passed')
      expect(passed).toBe(false)
    })
  })
}
