import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Ask } from './ask.ts'
import { type CopyKey, pathOfCopy, quoted, schemaOf } from './copy-name.ts'

type OpenCopy = { readonly key: CopyKey; users: number; isAttached: boolean }

/** Keeps copies attached while they are in use and a while longer; the longest unused leave first. */
export const openCopies = (folder: string, mostOpen: number, ask: () => Promise<Ask>) => {
  const open = new Map<string, OpenCopy>()
  let last: Promise<unknown> = Promise.resolve()
  /** Attaching and detaching go one after the other: a copy must not leave while it is being asked for. */
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }

  const attach = (key: CopyKey): Promise<boolean> =>
    inTurn(async () => {
      const entry = open.get(key.stamp) ?? { key, users: 0, isAttached: false }
      if (!entry.isAttached) {
        const path = pathOfCopy(folder, key)
        if (!existsSync(path)) return false
        try {
          await (await ask())(`attach ${quoted(path)} as ${schemaOf(key)} (read_only)`)
        } catch {
          // Not a whole copy (a disk that lost power, a version of the format that is gone): it is made again.
          await rm(path, { force: true })
          return false
        }
      }
      open.delete(key.stamp)
      open.set(key.stamp, { key, users: entry.users + 1, isAttached: true })
      return true
    })

  const release = (keys: readonly CopyKey[]): Promise<void> =>
    inTurn(async () => {
      for (const { stamp } of keys) {
        const entry = open.get(stamp)
        if (entry) entry.users -= 1
      }
      for (const [stamp, { key, users }] of open) {
        if (users > 0 || (open.size <= mostOpen && existsSync(pathOfCopy(folder, key)))) continue
        open.delete(stamp)
        await (await ask())(`detach ${schemaOf(key)}`)
      }
    })

  return { attach, release }
}
