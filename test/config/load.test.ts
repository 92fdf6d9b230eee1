import { chmodSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type LoadOptions, loadConfig } from '../../src/config/config.ts'
import { directorySource, directoryWith, drivers, errorOf, job, load } from './support.ts'

const named = (name: string) =>
  `version: 1\ndestinations: { ${name}: { type: filesystem, path: ./b } }\ntargets: { t: "\${T}" }`

const inside = (cwd: string, more: Partial<LoadOptions> = {}) =>
  loadConfig({ cwd, environment: {}, drivers, ...more })

describe('discovery', () => {
  const files = {
    'holdfast.yml': named('here'),
    '.github/holdfast.yml': named('github'),
    'named.yml': named('named'),
    'sub/other.yml': named('other'),
  }

  it('takes --config, HOLDFAST_CONFIG, holdfast.yml and .github/holdfast.yml, in this order', () => {
    const cwd = directoryWith(files)
    const environment = { HOLDFAST_CONFIG: 'named.yml' }
    expect(inside(cwd, { file: 'sub/other.yml', environment }).destinationNames).toEqual(['other'])
    expect(inside(cwd, { environment }).destinationNames).toEqual(['named'])
    expect(inside(cwd, { environment: { HOLDFAST_CONFIG: '' } }).destinationNames).toEqual(['here'])
    const { 'holdfast.yml': _, ...rest } = files
    expect(inside(directoryWith(rest)).destinationNames).toEqual(['github'])
  })

  it('starts relative paths at the file, of .github at the repository', () => {
    const cwd = directoryWith(files)
    expect(inside(cwd, { file: 'sub/other.yml' }).directory).toBe(`${cwd}/sub`)
    expect(inside(cwd, { file: '.github/holdfast.yml' }).directory).toBe(cwd)
    const settings = inside(cwd, { file: '.github/holdfast.yml' }).destination('github').settings
    expect(settings).toMatchObject({ path: `${cwd}/b` })
  })

  it('says where it looked and what works without a file', () => {
    const cwd = directoryWith({})
    const error = errorOf(() => inside(cwd))
    expect(error).toMatchObject({ code: 'config-not-found', exitStatus: 2 })
    expect(error.message).toBe(
      `no configuration: neither --config, HOLDFAST_CONFIG, ${cwd}/holdfast.yml, ${cwd}/.github/holdfast.yml`,
    )
    expect(error.hint).toMatch(/holdfast init.*--destination.*AZURE_STORAGE_CONNECTION_STRING/)
  })

  it.each([
    [{ file: 'gone.yml' }, 'there is no gone.yml, which --config names'],
    [{ environment: { HOLDFAST_CONFIG: 'gone.yml' } }, 'there is no gone.yml, which HOLDFAST_CONFIG names'],
  ])('does not fall back where %o is not there', (options, message) => {
    expect(errorOf(() => inside(directoryWith(files), options))).toMatchObject({
      code: 'config-not-found',
      message,
    })
  })

  it('names a file that cannot be read', () => {
    expect(errorOf(() => inside(directoryWith(files), { file: 'sub' }))).toMatchObject({
      code: 'config-file-unreadable',
      message: 'cannot read sub',
    })
  })

  it('names the file in errors as the user did', () => {
    const cwd = directoryWith({ 'sub/x.yml': 'version: 1\njbos: {}' })
    expect(errorOf(() => inside(cwd, { file: './sub/x.yml' })).message).toBe(
      './sub/x.yml:2:1 jbos: unknown key; did you mean jobs?',
    )
  })
})

describe('environment files', () => {
  const env = '# comment\nexport T="from .env" # why\r\nB=\'x\'\n'

  it('fill what the process environment lacks or has empty', () => {
    expect(load(named('a'), {}, { '.env': env }).target('t').reveal()).toBe('from .env')
    expect(
      load(named('a'), { T: '' }, { '.env': `\uFEFF${env}` })
        .target('t')
        .reveal(),
    ).toBe('from .env')
    expect(load(named('a'), { T: 'process' }, { '.env': env }).target('t').reveal()).toBe('process')
  })

  it('of --env-file come before .env beside the file', () => {
    const cwd = directoryWith({
      'x/h.yml': named('a'),
      'x/.env': 'T=beside',
      '.env': 'T=cwd',
      'my.env': 'T=named',
    })
    expect(inside(cwd, { file: 'x/h.yml', envFile: 'my.env' }).target('t').reveal()).toBe('named')
    expect(inside(cwd, { file: 'x/h.yml' }).target('t').reveal()).toBe('beside')
  })

  it('beside .github/holdfast.yml are found in the repository too', () => {
    const cwd = directoryWith({ '.github/holdfast.yml': named('a'), '.env': 'T=root' })
    expect(inside(cwd).target('t').reveal()).toBe('root')
  })

  it('named and missing are an error', () => {
    const cwd = directoryWith({ 'holdfast.yml': named('a') })
    expect(errorOf(() => inside(cwd, { envFile: 'gone.env' }))).toMatchObject({
      code: 'config-file-unreadable',
      message: `there is no ${cwd}/gone.env, which --env-file names`,
    })
  })

  it('that cannot be read are an error, not an empty file', () => {
    const cwd = directoryWith({ 'holdfast.yml': named('a'), '.env/file': '' })
    chmodSync(cwd, 0o755)
    expect(errorOf(() => inside(cwd))).toMatchObject({
      code: 'config-file-unreadable',
      message: `cannot read ${cwd}/.env`,
    })
  })
})

describe('reading', () => {
  it('needs no variable, and asks for it when it is used', () => {
    const config = load(named('a'))
    expect(config.targetNames).toEqual(['t'])
    expect(errorOf(() => config.target('t')).message).toBe('T is not set (holdfast.yml:3 targets.t)')
  })

  it('remembers what a job says, not what failed', () => {
    const environment: Record<string, string> = {}
    const config = load(job(`${directorySource}\nevery: \${E}`), environment)
    expect(errorOf(() => config.job('home').every).code).toBe('config-variable-missing')
    expect(config.job('home')).toBe(config.job('home'))
  })
})
