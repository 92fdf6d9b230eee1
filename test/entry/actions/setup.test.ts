import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = resolve('actions/setup/find-node.sh')

let scratch: string
const path = (...names: string[]) => join(scratch, ...names)

beforeEach(() => {
  scratch = realpathSync(mkdtempSync(join(tmpdir(), 'holdfast-setup-')))
  for (const name of ['old', 'runner/bin', 'runner/_work/_temp', 'elsewhere'])
    mkdirSync(path(name), { recursive: true })
  writeFileSync(path('old', 'node'), '#!/bin/sh\necho 20\n')
  chmodSync(path('old', 'node'), 0o755)
  copyFileSync('/bin/bash', path('runner', 'bin', 'Runner.Worker'))
})
afterEach(() => rmSync(scratch, { recursive: true }))

/** Puts a Node 24 where a runner has it. */
function bringNode(): string {
  const folder = path('runner', 'externals', 'node24', 'bin')
  mkdirSync(folder, { recursive: true })
  symlinkSync(process.execPath, join(folder, 'node'))
  return folder
}

/** Runs the script below `program`, as the runner does: by a shell that its worker starts. */
function find(
  program: string,
  folders: readonly string[],
  temporary: string,
): { path: string; found: string } {
  writeFileSync(path('path'), '')
  writeFileSync(path('output'), '')
  execFileSync(program, ['-c', `bash -c 'bash ${script}; true'; true`], {
    env: {
      PATH: [...folders, '/usr/bin', '/bin'].join(':'),
      HOME: scratch,
      GITHUB_PATH: path('path'),
      GITHUB_OUTPUT: path('output'),
      RUNNER_TEMP: temporary,
    },
  })
  return {
    path: readFileSync(path('path'), 'utf8').trim(),
    found: readFileSync(path('output'), 'utf8').trim(),
  }
}

describe('the setup action looks for Node 24', () => {
  const worker = () => path('runner', 'bin', 'Runner.Worker')

  it('on PATH', () => {
    const folder = dirname(process.execPath)
    expect(find('bash', [folder], path('elsewhere'))).toEqual({ path: folder, found: 'found=true' })
  })

  it('beside the runner that started it', () => {
    const folder = bringNode()
    expect(find(worker(), [path('old')], path('elsewhere'))).toEqual({ path: folder, found: 'found=true' })
  })

  it('above the work folder of a runner', () => {
    const folder = bringNode()
    expect(find('bash', [path('old')], path('runner', '_work', '_temp'))).toEqual({
      path: folder,
      found: 'found=true',
    })
  })

  it('and leaves it to setup-node where there is none', () => {
    expect(find(worker(), [path('old')], path('elsewhere'))).toEqual({ path: '', found: 'found=false' })
  })
})
