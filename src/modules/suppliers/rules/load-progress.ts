import type { LoadState, RegisterLoad } from '../model.ts'

/** A load writes down how far it is every second; silence for this long means that its process is gone. */
const SILENT_AFTER_SECONDS = 120

export type LoadProgress = {
  readonly state: LoadState | 'stopped'
  /** Of the file's bytes, rounded down; null before the size is known. */
  readonly percent: number | null
}

/** How far a load is, and whether anybody is still at it. */
export const deriveLoadProgress = (
  load: Pick<RegisterLoad, 'state' | 'bytesTotal' | 'bytesRead' | 'touchedAt'>,
  now: Date,
): LoadProgress => {
  const percent =
    load.bytesTotal > 0 ? Math.min(100, Math.floor((load.bytesRead * 100) / load.bytesTotal)) : null
  const silentSeconds = (now.getTime() - load.touchedAt.getTime()) / 1000
  const isStopped = load.state === 'loading' && silentSeconds > SILENT_AFTER_SECONDS
  return { state: isStopped ? 'stopped' : load.state, percent }
}
