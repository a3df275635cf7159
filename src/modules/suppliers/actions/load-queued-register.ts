import type { Context } from '../../../platform/context.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import type { LoadId } from '../model.ts'
import { findLoad, listFilesOfWaitingLoads } from '../store/registers.ts'
import { loadRegister } from './load-register.ts'

type Db = Parameters<typeof findLoad>[0]

/** Registers are public and large: a file that no waiting load needs is not kept. */
const removeStoredFiles = async (ctx: Context, hashes: readonly string[]): Promise<void> => {
  const needed = await inReading(ctx, (db: Db) => listFilesOfWaitingLoads(db))
  for (const hash of hashes) if (!needed.has(hash)) await ctx.files.remove(hash)
}

/** Loads what was handed in through the site. A file that cannot be used is told on the page; trying again would not help. */
export const loadQueuedRegister = async (ctx: Context, loadId: LoadId, mayShrink = false): Promise<void> => {
  const load = await inReading(ctx, (db: Db) => findLoad(db, loadId))
  if (!load || load.state === 'loaded') return
  const stored = load.files.flatMap(({ name, hash }) => (hash === null ? [] : [{ name, hash }]))
  try {
    await loadRegister(
      ctx,
      loadId,
      stored.map(({ name, hash }) => ({ name, path: ctx.files.localPath(hash) })),
      { mayShrink },
    )
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
  }
  await removeStoredFiles(
    ctx,
    stored.map(({ hash }) => hash),
  )
}
