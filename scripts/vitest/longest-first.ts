import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Small files that take minutes: whole machines are started in them. */
const long = /\/test\/e2e\/zfs\/|\/test\/sources\/(zfs|postgres)\//

/** Files that take minutes begin first, so that no worker is left with one of them at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return [
      ...sorted.filter(({ moduleId }) => long.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !long.test(moduleId)),
    ]
  }
}
