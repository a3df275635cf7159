import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../src/main/build-app.ts'
import { readConfig } from '../src/main/config.ts'
import type { Services } from '../src/platform/context.ts'
import { makeLog } from '../src/platform/log.ts'
import { buildAssets } from '../src/platform/views/build-assets.ts'

/** The whole web site over services of a test, which seeds only the part of the demonstration that it needs. */
export const startPartSite = async (
  services: Services,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-assets-'))
  const assets = await buildAssets(folder)
  const config = readConfig({ GOLDTHREAD_DATA: services.dataFolder, GOLDTHREAD_DEMONSTRATION: 'on' })
  const app = await buildApp({ config, services, log: makeLog('silent'), assets, assetsFolder: folder })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    stop: async () => {
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
