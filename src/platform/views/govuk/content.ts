import { type ComponentChildren, isValidElement, type JSX } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'

/** Markup that somebody has vouched for. Only `trustedHtml` makes one, so a search for it finds every use. */
export type TrustedHtml = string & { readonly __trustedHtml: true }

/** Vouches for markup: it reaches the page as it is. Never for text that a person or a file supplied. */
export const trustedHtml = (markup: string): TrustedHtml => markup as TrustedHtml

/** What a `text` option takes; it is escaped. */
export type Text = string | number

/** What an `html` option takes: JSX, or markup that somebody has vouched for. */
export type Html = JSX.Element | TrustedHtml

/** What may stand in place of `{ text }` or `{ html }`: a string, or JSX. */
export type Shorthand = Text | JSX.Element

/** What a list of options may hold besides options, so that `condition && {…}` can be written. */
export type Falsy = false | null | undefined | ''

interface WithContent {
  readonly text?: Text | undefined
  readonly html?: Html | undefined
  readonly children?: ComponentChildren
}

/** Turns an `html` option into something to render. A plain string is raw markup, as in govuk-frontend. */
export const markup = (html: Html): JSX.Element => (typeof html === 'string' ? jsxTemplate([html]) : html)

/** The content to show; children win over `html`, and `html` over `text`, as in govuk-frontend. */
export const contentOf = (options: WithContent): ComponentChildren =>
  options.children ?? (options.html ? markup(options.html) : options.text)

/** The content of a pair of options that is not named `text` and `html`, such as `titleText` and `titleHtml`. */
export const either = (html: Html | undefined, text: Text | undefined): ComponentChildren =>
  contentOf({ html, text })

/** Reads the shorthand: `'Name'` is `{ text: 'Name' }`, and JSX is `{ html: … }`. */
export const expand = <Options extends WithContent>(
  option: Options | Shorthand | false | null | undefined,
): Options | undefined => {
  if (!option && option !== 0) return undefined
  if (typeof option === 'string' || typeof option === 'number') return { text: option } as Options
  return (isValidElement(option) ? { html: option } : option) as Options
}

export const isPresent = <Item>(item: Item | Falsy): item is Item => Boolean(item)
