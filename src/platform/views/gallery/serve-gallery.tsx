import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { JSX } from 'preact'
import type { AssetManifest } from '../asset-manifest.ts'
import { renderPage } from '../render.ts'

/** The policy under which every page must work: nothing inline, nothing from elsewhere. */
const SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

interface GalleryServer {
  readonly url: string
  readonly close: () => void
}

type Pages = Readonly<Record<string, (assets: AssetManifest) => JSX.Element>>

const answer = async (
  path: string,
  response: ServerResponse,
  pages: Pages,
  assets: AssetManifest,
  assetsFolder: string,
): Promise<void> => {
  response.setHeader('content-security-policy', SECURITY_POLICY)
  const page = pages[path]
  if (page) {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(renderPage(page(assets)))
  } else if (path.startsWith('/assets/')) {
    const content = await readFile(join(assetsFolder, path.slice('/assets/'.length))).catch(() => null)
    response
      .writeHead(content ? 200 : 404, { 'content-type': TYPES[extname(path)] ?? 'text/plain' })
      .end(content)
  } else response.writeHead(404).end()
}

/** Serves pages by path, and the built assets, on a free port of this machine. For tests only. */
export const serveGallery = async (
  pages: Pages,
  assets: AssetManifest,
  assetsFolder: string,
): Promise<GalleryServer> => {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    void answer(path, response, pages, assets, assetsFolder)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
