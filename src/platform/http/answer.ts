import type { Readable } from 'node:stream'
import type { ComponentChildren } from 'preact'
import type { PageOptions } from '../views/layout.tsx'

type PageFacts = Omit<PageOptions, 'title'> & {
  readonly status?: number
  /** The same for everybody who is not signed in: caches may keep it, and ask whether it is still so. */
  readonly isCached?: boolean
}

/** What a page or API handler gives back. The server turns it into bytes; a test reads it as it is. */
export type Answer =
  | {
      readonly kind: 'page'
      readonly status: number
      readonly options: PageOptions
      readonly body: ComponentChildren
      readonly isCached?: boolean
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly contentType: string
      readonly content: Readable | Buffer | string
    }
  | Content

/** Published bytes, the same for everybody: caches may keep them, and a broken download goes on where it stopped. */
export type Content = {
  readonly kind: 'content'
  readonly contentType: string
  /** Names these bytes: another tag where one of them differs. */
  readonly etag: string
  /** Null where the length is not known before the end; there are no ranges then. */
  readonly bytes: number | null
  /** The bytes from one place up to another, that one not included. */
  readonly open: (from: number, to: number) => Readable | Buffer | string
  /** The name to keep it under; without one, a browser shows it. */
  readonly name?: string
}

/** A page: 200, or the `status` given (400 for a form shown again). */
export const page = (
  title: string,
  body: ComponentChildren,
  { status = 200, isCached = false, ...options }: PageFacts = {},
): Answer => ({
  kind: 'page',
  status,
  options: { title, ...options },
  body,
  isCached,
})

/** Sends the browser on with a GET, after a change or to another address. Local addresses only. */
export const redirect = (to: string): Answer => ({ kind: 'redirect', to })

export const json = (body: unknown, status = 200): Answer => ({ kind: 'json', status, body })

export const download = (name: string, contentType: string, content: Readable | Buffer | string): Answer => ({
  kind: 'file',
  name,
  contentType,
  content,
})

export const content = (facts: Omit<Content, 'kind'>): Answer => ({ kind: 'content', ...facts })
