import type { Readable } from 'node:stream'
import type { ComponentChildren } from 'preact'
import type { PageOptions } from '../views/layout.tsx'

type PageFacts = Omit<PageOptions, 'title'> & { readonly status?: number }

/** What a page or API handler gives back. The server turns it into bytes; a test reads it as it is. */
export type Answer =
  | {
      readonly kind: 'page'
      readonly status: number
      readonly options: PageOptions
      readonly body: ComponentChildren
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | {
      readonly kind: 'file'
      readonly name: string
      readonly contentType: string
      readonly content: Readable | Buffer | string
    }

/** A page: 200, or the `status` given (400 for a form shown again). */
export const page = (
  title: string,
  body: ComponentChildren,
  { status = 200, ...options }: PageFacts = {},
): Answer => ({
  kind: 'page',
  status,
  options: { title, ...options },
  body,
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
