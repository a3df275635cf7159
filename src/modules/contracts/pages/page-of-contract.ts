import type { ComponentChildren } from 'preact'
import { type Answer, page } from '../../../platform/http/answer.ts'
import type { FieldError } from '../../../platform/http/form.ts'
import type { PageRequest } from '../../../platform/http/route.ts'

type About = {
  readonly title: string
  readonly back: { readonly href: string; readonly text: string }
  /** Sentences for `?done=…`, shown where nothing is wrong. */
  readonly done?: Readonly<Record<string, string>>
  readonly isWide?: boolean
}

/** A page of a contract, or its form again with what was wrong. */
export const pageOfContract = (
  { query }: PageRequest,
  body: ComponentChildren,
  errors: readonly FieldError[],
  { title, back, done, isWide }: About,
): Answer => {
  const text = errors.length === 0 ? done?.[query.done ?? ''] : undefined
  return page(title, body, {
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    backLink: back,
    ...(isWide ? { width: 'wide' as const } : {}),
    notice: text ? { kind: 'success', text } : undefined,
  })
}
