import { describe } from 'vitest'
import { conditionCases } from './store-conditions.ts'
import { contentCases } from './store-content.ts'
import { contestCases } from './store-contest.ts'
import { listingCases } from './store-listing.ts'
import type { StoreFactory, SuiteOptions } from './store-suite.ts'
import { objectLockCases, thawCases, versionCases } from './store-versions.ts'

/**
 * The whole suite of a driver or a decorator, in one call. What the store declares in `features` decides which
 * behaviour is demanded: the promised one, or `store-unsupported`.
 */
export function storeConformance(name: string, factory: StoreFactory, options: SuiteOptions = {}): void {
  describe.skipIf(options.skip)(`${name}: the store contract`, () => {
    contentCases(factory, options)
    listingCases(factory, options)
    conditionCases(factory, options)
    contestCases(factory, options)
    versionCases(factory, options)
    objectLockCases(factory, options)
    thawCases(factory, options)
  })
}
