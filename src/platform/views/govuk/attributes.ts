type Value = string | number | boolean | null | undefined

/** Extra HTML attributes of a component, as govuk-frontend's `attributes` option takes them. */
export type Attributes = Readonly<
  Record<string, Value | { readonly value: Value; readonly optional?: boolean | undefined }>
>

/** The messages of one translation by plural rule (`one`, `other`), as `Intl.PluralRules` names them. */
export type PluralMessages = Readonly<Record<string, string>>

type Rendered = Record<string, string | true>

const renderedValue = (item: Attributes[string]): string | true | undefined => {
  if (typeof item !== 'object' || item === null) return String(item ?? '')
  const { value, optional } = item
  if (optional && (value === null || value === undefined || value === false)) return undefined
  return optional && value === true ? true : String(value ?? '')
}

/**
 * The attributes to spread on an element. Written values stay as they are (`true` becomes `"true"`, and nothing
 * becomes an empty attribute) unless marked optional, as in govuk-frontend's own attributes macro.
 */
export const spread = (attributes: Attributes | undefined): Rendered => {
  const rendered: Rendered = {}
  for (const [name, item] of Object.entries(attributes ?? {})) {
    const value = renderedValue(item)
    if (value !== undefined) rendered[name] = value
  }
  return rendered
}

/** Joins class names, leaving out what is empty. */
export const classes = (...names: (string | false | 0 | null | undefined)[]): string =>
  names.filter(Boolean).join(' ')

/** The data attributes from which govuk-frontend's script reads a translated message. */
export const translation = (key: string, message: string | PluralMessages | undefined): Rendered => {
  if (typeof message === 'string') return message ? { [`data-i18n.${key}`]: message } : {}
  const byRule = Object.entries(message ?? {})
  return Object.fromEntries(byRule.map(([rule, text]) => [`data-i18n.${key}.${rule}`, text]))
}
