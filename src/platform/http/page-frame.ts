import type { Visitor } from './access.ts'
import type { Answer } from './answer.ts'

export type FrameFacts = {
  readonly visitor: Visitor
  readonly path: string
  /** Made when a form asks for it, so that a visitor who only reads gets no session. */
  readonly csrfToken: () => string
}

/** Puts the page into the site's layout and turns it into HTML. */
export type PageFrame = (answer: Extract<Answer, { kind: 'page' }>, facts: FrameFacts) => string
