import { createReadStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { addMembership, createPerson } from '#identity'
import { importFile } from '#spend'
import { buildApp } from '../src/main/build-app.ts'
import { makeFactCopy } from '../src/modules/spend/calculator.ts'
import { actingAs } from '../src/platform/context.ts'
import { newId } from '../src/platform/ids.ts'
import { makeLog } from '../src/platform/log.ts'
import { buildAssets } from '../src/platform/views/build-assets.ts'
import { type BenchSite, openBenchSite } from './bench-site.ts'
import { writePaymentsFile } from './payments-file.ts'

const PAGES = [
  '/spend',
  '/spend?from=2024-04&to=2025-03',
  '/spend/payees',
  '/spend/payments',
  '/spend/payments?category=Energy',
  '/spend/categories',
  '/spend/payees/12',
  '/spend/kinds',
  '/spend/top-suppliers',
  '/spend/influenceable',
  '/spend/gaps',
  '/spend/what-if',
]
const REQUESTS_A_SECOND = 20
const SECONDS = 10
const PASSWORD = 'copper lantern meadow'

const cookieOf = (headers: Record<string, unknown>): string =>
  [headers['set-cookie']]
    .flat()
    .map((cookie) => String(cookie).split(';')[0])
    .join('; ')

type App = Awaited<ReturnType<typeof buildApp>>

const signIn = async (app: App, email: string): Promise<string> => {
  const form = await app.inject({ url: '/sign-in' })
  const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const answer = await app.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { cookie: cookieOf(form.headers), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, email, password: PASSWORD }).toString(),
  })
  if (answer.statusCode !== 303) throw new Error(`sign-in answered ${answer.statusCode}`)
  return cookieOf(answer.headers)
}

const load = async (site: BenchSite, rows: number, folder: string): Promise<string> => {
  const path = join(folder, `${rows}.csv`)
  await writePaymentsFile(path, rows)
  const authorityId = await site.anAuthority(`Council of ${rows}`)
  const ctx = actingAs(site.open.services, { kind: 'command' }, authorityId)
  const stored = await site.open.services.files.put(createReadStream(path))
  await importFile(
    ctx,
    {
      authorityId,
      importId: newId(),
      file: { ...stored, name: 'p.csv', path: site.open.services.files.localPath(stored.hash) },
      correction: null,
      choice: null,
    },
    () => undefined,
  )
  // As the worker does once the payees are matched.
  await makeFactCopy(ctx)
  const email = `analyst-${rows}@bench.example`
  const person = await createPerson(actingAs(site.open.services, { kind: 'command' }, null), {
    email: email as never,
    name: 'Bench Analyst',
    password: PASSWORD,
  })
  if (!person.ok) throw new Error(person.refusal)
  await addMembership(ctx, person.value, 'analyst')
  return email
}

/** Time to first byte under 20 requests a second, with so many payments loaded; aim at 1,000,000: p99 under 150 ms. */
export const benchPages = async (sizes: readonly number[]): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-files-'))
  const site = await openBenchSite()
  const assetsFolder = join(site.config.dataFolder, 'assets')
  mkdirSync(assetsFolder, { recursive: true })
  const app = await buildApp({
    config: { ...site.config, port: 0 },
    services: site.open.services,
    log: makeLog('error'),
    assets: await buildAssets(assetsFolder),
    assetsFolder,
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  console.log(
    `pages: payments, page, first answer ms, p50 ms, p99 ms under ${REQUESTS_A_SECOND} requests a second`,
  )
  for (const rows of sizes) {
    const cookie = await signIn(app, await load(site, rows, folder))
    for (const path of PAGES) {
      const began = performance.now()
      const first = await fetch(url + path, { headers: { cookie } })
      await first.text()
      const cold = performance.now() - began
      if (first.status !== 200) throw new Error(`${path} answered ${first.status}`)
      const found = await autocannon({
        url: url + path,
        overallRate: REQUESTS_A_SECOND,
        connections: 4,
        duration: SECONDS,
        headers: { cookie },
      })
      console.log(
        `  ${rows.toLocaleString('en-GB').padStart(11)}  ${path.padEnd(40)} ${cold.toFixed(0).padStart(6)} ${String(found.latency.p50).padStart(6)} ${String(found.latency.p99).padStart(6)}${found.non2xx > 0 ? `  ${found.non2xx} refused` : ''}`,
      )
    }
  }
  await app.close()
  await site.close()
  rmSync(folder, { recursive: true, force: true })
}
