import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type GeneratedKeys, generateKeys } from '../../../src/commands/keygen.ts'
import { type ActOptions, type ActRun, type ActWorkspace, actWorkspace } from '../../services/act.ts'
import { clientOf, type S3Service } from '../../services/s3.ts'
import { type CliResult, cli } from '../cli.ts'

/** A repository that backs up directories, keys for it, and the host that its runner is. */
export interface Consumer {
  readonly space: ActWorkspace
  readonly recipient: string
  /** Public halves, and the directory of the private ones. */
  readonly keys: GeneratedKeys
  /** Secrets for every run: the keys of `keygen` by the usual names. */
  readonly secrets: Record<string, string>
  readonly vars: Record<string, string>
  /** The environment of the runner. */
  readonly env: Record<string, string>
  /** A directory of the host, with these files. */
  directory(name: string, files: Readonly<Record<string, string>>): string
  path(...names: string[]): string
  run(workflow: string, options?: Partial<ActOptions>): Promise<ActRun>
  /** The command line in the check-out, with the secrets in its environment. */
  holdfast(...args: string[]): Promise<CliResult>
  remove(): Promise<void>
}

const folder = '.github/workflows'

/** Workflows by their names, from the files that users should be able to write. */
export function targetWorkflows(...names: string[]): Record<string, string> {
  const source = resolve(import.meta.dirname, '..', '..', 'fixtures', 'workflows')
  return Object.fromEntries(
    names.map((name) => [`${folder}/${name}`, readFileSync(join(source, name), 'utf8')]),
  )
}

/** A consumer with these files in its repository. */
export async function consumer(files: Readonly<Record<string, string>>): Promise<Consumer> {
  const root = mkdtempSync(join(tmpdir(), 'holdfast-consumer-'))
  const path = (...names: string[]) => join(root, ...names)
  const keys = await generateKeys(path('keys'), new Date())
  const key = (name: string) => readFileSync(path('keys', name), 'utf8')
  const space = actWorkspace(files)
  const secrets: Record<string, string> = { HOLDFAST_IDENTITY: key('identity.txt') }
  const vars: Record<string, string> = {}
  // The state of a runner that stays is not in its workspace.
  const env: Record<string, string> = { HOLDFAST_STATE_DIR: path('state') }
  return {
    space,
    recipient: keys.recipient,
    keys,
    secrets,
    vars,
    env,
    path,
    directory(name, content) {
      for (const [file, text] of Object.entries(content)) {
        mkdirSync(dirname(path(name, file)), { recursive: true })
        writeFileSync(path(name, file), text)
      }
      return path(name)
    },
    run: (workflow, options = {}) =>
      space.run({
        workflow: `${folder}/${workflow}`,
        secrets,
        vars,
        env,
        labels: ['db-1', 'web-1', 'nas'],
        ...options,
      }),
    holdfast: (...args) => cli(args, { cwd: space.repository, env: { ...env, ...secrets, ...vars } }),
    async remove() {
      await space.remove()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Puts a store in the place of Amazon, where the workflows find `bucket`. */
export async function inPlaceOfAmazon(service: S3Service, bucket: string, { env }: Consumer): Promise<void> {
  const { sdk, client } = await clientOf(service)
  await client.send(new sdk.CreateBucketCommand({ Bucket: bucket }))
  client.destroy()
  Object.assign(env, { AWS_ENDPOINT_URL: service.endpoint, ...service.environment })
}

/** An output of the step of a job that set it. */
export function outputOf({ outputs }: ActRun, job: string, name: string): string | undefined {
  const steps = Object.entries(outputs).filter(([step]) => step.startsWith(`${job}/`))
  return steps.flatMap(([, values]) => values[name] ?? []).at(-1)
}

/** What went wrong, for a run that should not have. */
export function outcomeOf({ exitCode, jobs, annotations, log }: ActRun): object {
  return exitCode === 0 ? { exitCode, jobs } : { exitCode, jobs, annotations, log: log.slice(-4000) }
}
