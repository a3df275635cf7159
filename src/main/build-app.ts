import type { FastifyInstance } from 'fastify'
import { identifyVisitor, sessionStore } from '#identity'
import type { Services } from '../platform/context.ts'
import { buildServer } from '../platform/http/server.ts'
import type { Log } from '../platform/log.ts'
import type { AssetManifest } from '../platform/views/asset-manifest.ts'
import type { Config } from './config.ts'
import { siteFrame } from './frame.tsx'
import { allApi, allPages } from './modules.ts'
import { sessionSecret } from './secret.ts'

export type AppParts = {
  readonly config: Config
  readonly services: Services
  readonly log: Log
  readonly assets: AssetManifest
  readonly assetsFolder: string
}

const REQUESTS_A_MINUTE = 1200
const MAX_UPLOAD_BYTES = 2 * 1024 ** 3

/** The whole web site over open services. */
export const buildApp = ({
  config,
  services,
  log,
  assets,
  assetsFolder,
}: AppParts): Promise<FastifyInstance> =>
  buildServer({
    services,
    log,
    pages: allPages(config.isDemonstration),
    api: allApi,
    identify: identifyVisitor,
    sessionStore: sessionStore(services),
    secret: sessionSecret(config),
    assetsFolder,
    frame: siteFrame(assets, config.isDemonstration),
    limitPerMinute: REQUESTS_A_MINUTE,
    maxUploadBytes: MAX_UPLOAD_BYTES,
  })
