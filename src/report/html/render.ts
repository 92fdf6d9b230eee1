import { indexPage } from './index-page.ts'
import { jobPage } from './job-page.ts'
import { pageOf } from './names.ts'
import type { Site } from './site.ts'

/** Every page by its path. The index is the last one: when it is there, what it links to is as well. */
export function renderSite(site: Site): ReadonlyMap<string, string> {
  const jobs = site.jobs.map((job): [string, string] => [pageOf(job.name), jobPage(site, job)])
  return new Map([...jobs, ['index.html', indexPage(site)]])
}
