import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { ASSET_NAMES, type AssetManifest } from './asset-manifest.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))
const MANIFEST = 'manifest.json'
const INPUT_FOLDERS = ['styles', 'browser', 'images']

interface Built {
  /** Of everything the assets are made from; the same inputs give the same assets. */
  readonly inputs: string
  readonly assets: AssetManifest
}

const hashOf = (...contents: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const content of contents) hash.update(content).update('\0')
  return hash.digest('hex').slice(0, 16)
}

const hashInputs = async (): Promise<string> => {
  const lists = INPUT_FOLDERS.map(async (folder) =>
    (await readdir(join(HERE, folder))).sort().map((name) => join(HERE, folder, name)),
  )
  const files = [...(await Promise.all(lists)).flat(), fileURLToPath(import.meta.url)]
  files.push(fileURLToPath(import.meta.resolve('govuk-frontend/package.json')))
  return hashOf(...(await Promise.all(files.map((file) => readFile(file)))))
}

const readBuilt = async (folder: string): Promise<Built | undefined> => {
  try {
    return JSON.parse(await readFile(join(folder, MANIFEST), 'utf8'))
  } catch {
    return undefined
  }
}

const isComplete = (folder: string, { assets }: Built): boolean =>
  ASSET_NAMES.every((name) => assets[name] && existsSync(join(folder, assets[name].replace('/assets/', ''))))

/** Loaded only when there is something to build: a server with built assets needs neither compiler. */
const buildStyles = async (): Promise<string> => {
  const { compileAsync, NodePackageImporter } = await import('sass')
  const { css } = await compileAsync(join(HERE, 'styles/app.scss'), {
    style: 'compressed',
    importers: [new NodePackageImporter(PROJECT)],
  })
  return css
}

const buildScript = async (name: string, format: 'esm' | 'iife'): Promise<string> => {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [join(HERE, 'browser', name)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: 'es2020',
    legalComments: 'none',
  })
  return outputFiles[0]?.text ?? ''
}

/** Another process may build at the same time; each file appears whole or not at all. */
const writeWhole = async (folder: string, name: string, content: string | Buffer): Promise<void> => {
  const draft = join(folder, `.${name}.${process.pid}`)
  await writeFile(draft, content)
  await rename(draft, join(folder, name))
}

const writeAsset = async (folder: string, name: string, content: string): Promise<[string, string]> => {
  const extension = extname(name)
  const served = `${name.slice(0, -extension.length)}-${hashOf(content)}${extension}`
  await writeWhole(folder, served, content)
  // Packed once for all who fetch them: a phone on a poor line gets a fifth of the bytes.
  await writeWhole(folder, `${served}.gz`, gzipSync(content, { level: 9 }))
  await writeWhole(folder, `${served}.br`, brotliCompressSync(content))
  return [name, `/assets/${served}`]
}

/**
 * Makes the styles, the scripts and the icon in `folder`, which is served at `/assets/`, and says where each is.
 * File names carry a hash of their content, so they may be kept for ever. Takes a few milliseconds when nothing changed.
 */
export const buildAssets = async (folder: string): Promise<AssetManifest> => {
  await mkdir(folder, { recursive: true })
  const inputs = await hashInputs()
  const built = await readBuilt(folder)
  if (built?.inputs === inputs && isComplete(folder, built)) return built.assets
  const contents: Readonly<Record<(typeof ASSET_NAMES)[number], string>> = {
    'app.css': await buildStyles(),
    'app.js': await buildScript('app.ts', 'esm'),
    'early.js': await buildScript('early.ts', 'iife'),
    'favicon.svg': await readFile(join(HERE, 'images/favicon.svg'), 'utf8'),
  }
  const written = ASSET_NAMES.map((name) => writeAsset(folder, name, contents[name]))
  const assets = Object.fromEntries(await Promise.all(written)) as AssetManifest
  await writeWhole(folder, MANIFEST, JSON.stringify({ inputs, assets } satisfies Built))
  return assets
}
