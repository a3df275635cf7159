import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ASSET_NAMES, type AssetManifest } from './asset-manifest.ts'
import { buildAssets } from './build-assets.ts'

describe('buildAssets', () => {
  let folder = ''
  let assets: AssetManifest

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'goldthread-assets-'))
    assets = await buildAssets(folder)
  })

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const contentOf = (name: keyof AssetManifest) =>
    readFileSync(join(folder, assets[name].replace('/assets/', '')), 'utf8')

  it('names every asset by its content', () => {
    for (const name of ASSET_NAMES) {
      const [plain = '', extension = ''] = name.split('.')
      expect(assets[name]).toMatch(new RegExp(`^/assets/${plain}-[0-9a-f]{16}\\.${extension}$`))
      expect(contentOf(name).length).toBeGreaterThan(100)
    }
  })

  it('has GOV.UK and own styles, and nothing that is reserved for gov.uk', () => {
    const css = contentOf('app.css')
    expect(css).toContain('.govuk-button')
    expect(css).toContain('.gt-key-figure')
    expect(css).not.toMatch(/GDS Transport|@font-face|crest|crown|\.govuk-header|\.govuk-footer|url\(/i)
  })

  it('starts the components in one script and says so early in another', () => {
    expect(contentOf('app.js')).toContain('govuk-accordion')
    expect(contentOf('early.js')).toContain('govuk-frontend-supported')
  })

  it('builds nothing when nothing changed', async () => {
    const written = () =>
      readdirSync(folder)
        .sort()
        .map((name) => [name, statSync(join(folder, name)).mtimeMs])
    const before = written()
    expect(await buildAssets(folder)).toEqual(assets)
    expect(written()).toEqual(before)
  })

  it('builds again what somebody deleted', async () => {
    rmSync(join(folder, assets['app.css'].replace('/assets/', '')))
    expect(await buildAssets(folder)).toEqual(assets)
    expect(contentOf('app.css')).toContain('.govuk-button')
  })
})
