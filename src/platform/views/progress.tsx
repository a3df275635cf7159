import type { ComponentChildren } from 'preact'

interface ProgressProps {
  readonly label: string
  readonly done: number
  readonly total: number
  /** What is happening: `Matching suppliers: 12,400 of 20,000`. */
  readonly message: string
}

/** How far some long work is, in words and as a bar. */
export const Progress = ({ label, done, total, message }: ProgressProps) => (
  <div class="gt-progress">
    <p class="gt-progress__label">{label}</p>
    <progress class="gt-progress__bar" value={done} max={total} aria-label={label}>
      {message}
    </progress>
    <p class="gt-progress__message">{message}</p>
  </div>
)

interface LiveRegionProps {
  readonly id: string
  /** The page to look at again; the region with the same id in it replaces this one. */
  readonly url: string
  /** Once false, a page that was waiting is loaded anew. */
  readonly isRunning: boolean
  readonly everySeconds?: number | undefined
  readonly children: ComponentChildren
}

/** A part of a page that follows long work. Without JavaScript, a link looks again. */
export const LiveRegion = ({ id, url, isRunning, everySeconds = 3, children }: LiveRegionProps) => (
  <div
    id={id}
    class="gt-live"
    aria-live="polite"
    data-live-url={isRunning ? url : undefined}
    data-live-seconds={everySeconds}
  >
    {children}
    {isRunning && (
      <p class="gt-live__again">
        <a href={url}>See how far it is now</a>
      </p>
    )}
  </div>
)
