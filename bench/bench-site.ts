import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOrganisation } from '#identity'
import { definePlace, type PlaceId } from '#places'
import { type Config, readConfig } from '../src/main/config.ts'
import { allJobs } from '../src/main/modules.ts'
import { type OpenServices, openServices } from '../src/main/services.ts'
import { actingAs } from '../src/platform/context.ts'

export type BenchSite = {
  readonly config: Config
  readonly open: OpenServices
  readonly anAuthority: (name: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** A product of its own on a new embedded database with the settings of production. */
export const openBenchSite = async (): Promise<BenchSite> => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-bench-'))
  const config = readConfig({ GOLDTHREAD_DATA: folder, PORT: '0', GOLDTHREAD_DEMONSTRATION: 'off' })
  const open = await openServices(config, allJobs)
  const operator = actingAs(open.services, { kind: 'command' }, null)
  const place = async (name: string, parentId: PlaceId | null, codes: readonly string[]) => {
    const made = await definePlace(operator, {
      name,
      kind: 'other',
      parentId,
      parts: codes.map((code) => ({ kind: /\d/.test(code) ? 'district' : 'postcode-area', code })),
    })
    if (!made.ok) throw new Error(made.refusal)
    return made.value
  }
  const county = await place('Bench county', null, ['PR', 'BB'])
  const city = await place('Bench city', county, ['PR1', 'PR2'])
  const anAuthority = async (name: string): Promise<string> => {
    const made = await createOrganisation(operator, {
      name,
      kind: 'council',
      isAuthority: true,
      homePlaceId: city,
    })
    if (!made.ok) throw new Error(made.refusal)
    return made.value.id
  }
  const close = async (): Promise<void> => {
    await open.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { config, open, anAuthority, close }
}
