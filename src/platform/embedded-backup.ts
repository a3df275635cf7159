import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { cp, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { Unusable } from './errors.ts'

/** Left out of a copy as PostgreSQL's documentation asks (25.3.3.2): they belong to the running server. */
const NOT_COPIED =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.+|^postmaster\.(pid|opts)$|pgsql_tmp/
const MANIFEST = 'goldthread-backup.json'

type Manifest = { readonly format: 1; readonly madeAt: string; readonly files: Record<string, string> }

const hashOf = async (path: string): Promise<string> => {
  const digest = createHash('sha256')
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer)
  return digest.digest('hex')
}

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** A file that the running server removes while it is copied was not needed: the log replays what happened. */
const copyRunning = async (from: string, to: string, include: (path: string) => boolean): Promise<void> => {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    const path = relative(from, join(entry.parentPath, entry.name))
    if (!include(path)) continue
    if (entry.isDirectory()) await mkdir(join(to, path), { recursive: true, mode: 0o700 })
    else if (entry.isFile()) {
      await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 })
      await cp(join(from, path), join(to, path)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
      })
    }
  }
}

const copyCluster = async (connection: ClientConfig, cluster: string, target: string): Promise<void> => {
  const client = new Client(connection)
  await client.connect()
  try {
    // The slot keeps every piece of the log from now on, until this session ends.
    await client.query(`select pg_create_physical_replication_slot('goldthread_backup', true, true)`)
    await client.query(`select pg_backup_start('goldthread', true)`)
    await copyRunning(cluster, target, (path) => !NOT_COPIED.test(path))
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
    await writeFile(join(target, 'backup_label'), rows[0]?.labelfile ?? '')
    await copyRunning(join(cluster, 'pg_wal'), join(target, 'pg_wal'), (path) =>
      /^[0-9A-F]{24}$|\.history$/.test(path),
    )
    await mkdir(join(target, 'pg_wal', 'archive_status'), { recursive: true, mode: 0o700 })
  } finally {
    await client.end()
  }
}

/**
 * Copies the embedded database while it runs, with the stored files and the session secret, into a new folder.
 * The folder appears under its name only when it is whole. Throws Unusable where it exists already.
 */
export const backUp = async (
  connection: ClientConfig,
  dataFolder: string,
  destination: string,
  madeAt: Date,
): Promise<{ files: number }> => {
  if (existsSync(destination))
    throw new Unusable(`${destination} exists already. Name a new folder for the backup.`)
  const partial = `${destination}.partial`
  await rm(partial, { recursive: true, force: true })
  await mkdir(partial, { recursive: true, mode: 0o700 })
  try {
    await copyCluster(connection, join(dataFolder, 'postgres'), join(partial, 'postgres'))
    for (const name of ['files', 'secret']) {
      if (existsSync(join(dataFolder, name)))
        await cp(join(dataFolder, name), join(partial, name), {
          recursive: true,
          filter: (path) => !path.includes('/incoming/'),
        })
    }
    const files: Record<string, string> = {}
    for (const path of await filesBelow(partial)) files[path] = await hashOf(join(partial, path))
    const manifest: Manifest = { format: 1, madeAt: madeAt.toISOString(), files }
    await writeFile(join(partial, MANIFEST), JSON.stringify(manifest, null, 1))
    await rename(partial, destination)
    return { files: Object.keys(files).length }
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw error
  }
}

const readManifest = async (source: string): Promise<Manifest> => {
  try {
    const manifest = JSON.parse(await readFile(join(source, MANIFEST), 'utf8')) as Manifest
    if (manifest.format === 1) return manifest
  } catch {
    // Said below: whatever the reason, this folder is no backup.
  }
  throw new Unusable(`${source} is not a Goldthread backup: it has no readable ${MANIFEST}.`)
}

/** Finds what is missing from a backup or differs from what was copied. */
const findDamage = async (source: string, manifest: Manifest): Promise<string | undefined> => {
  for (const [path, hash] of Object.entries(manifest.files)) {
    const found = await lstat(join(source, path)).catch(() => undefined)
    if (!found) return `${path} is missing`
    if ((await hashOf(join(source, path))) !== hash) return `${path} is not what was copied`
  }
  return undefined
}

/**
 * Puts a backup in the place of a data folder that is new or empty. Every file is checked before anything is
 * written. Throws Unusable with what is wrong.
 */
export const restore = async (
  source: string,
  dataFolder: string,
): Promise<{ files: number; madeAt: string }> => {
  const manifest = await readManifest(source)
  const damage = await findDamage(source, manifest)
  if (damage) throw new Unusable(`The backup is damaged: ${damage}. Nothing was restored.`)
  if (existsSync(dataFolder) && (await readdir(dataFolder)).length > 0) {
    throw new Unusable(`The data folder ${dataFolder} is not empty. Move it away first; nothing was changed.`)
  }
  const partial = `${dataFolder}.restoring`
  await rm(partial, { recursive: true, force: true })
  await cp(source, partial, { recursive: true, filter: (path) => !path.endsWith(MANIFEST) })
  await rm(dataFolder, { recursive: true, force: true })
  await rename(partial, dataFolder)
  return { files: Object.keys(manifest.files).length, madeAt: manifest.madeAt }
}
