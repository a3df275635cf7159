import type { Readable } from 'node:stream'
import type { ComponentChildren } from 'preact'

/** What a page or API handler gives back. The server turns it into bytes; a test reads it as it is. */
export type Answer =
  | {
      readonly kind: 'page'
      readonly status: number
      readonly title: string
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

export const page = (title: string, body: ComponentChildren, status = 200): Answer => ({
  kind: 'page',
  status,
  title,
  body,
})

export const redirect = (to: string): Answer => ({ kind: 'redirect', to })

export const json = (body: unknown, status = 200): Answer => ({ kind: 'json', status, body })

export const download = (name: string, contentType: string, content: Readable | Buffer | string): Answer => ({
  kind: 'file',
  name,
  contentType,
  content,
})
