import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** The secret that signs session cookies and encrypts drafts of bids: from the settings, else one made once and kept beside the data. */
export const sessionSecret = (config: Config): string => {
  if (config.secret) return config.secret
  const path = join(config.dataFolder, 'secret')
  mkdirSync(config.dataFolder, { recursive: true })
  try {
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8')
}
