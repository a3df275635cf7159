/**
 * Reads the HTML that our own components write (every element closed, attributes quoted) the way a person or a
 * screen reader would: headings, messages, links, forms, tables. For tests only; it is no parser for the web.
 */

export type HtmlElement = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (HtmlElement | string)[]
}

const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/?[a-z][^\s/>]*(?:[^>"']|"[^"]*"|'[^']*')*>|[^<]+|</gi
const TAG = /^<(\/?)([a-z][^\s/>]*)([\s\S]*?)(\/?)>$/i
const ATTRIBUTE = /([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const decode = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) =>
    name ? (ENTITIES[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  )

const attributesOf = (source: string): Record<string, string> =>
  Object.fromEntries(
    [...source.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      decode(double ?? single ?? ''),
    ]),
  )

/** The whole page as a tree, under a root without a name. */
export const parseHtml = (html: string): HtmlElement => {
  const root: HtmlElement = { tag: '', attributes: {}, children: [] }
  const open = [root]
  for (const [token] of html.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? root
    const match = TAG.exec(token)
    if (!match) {
      if (!token.startsWith('<!')) parent.children.push(decode(token))
      continue
    }
    const [, closing, name = '', rest = '', selfClosing] = match
    const tag = name.toLowerCase()
    if (closing) {
      const at = open.findLastIndex((element) => element.tag === tag)
      if (at > 0) open.splice(at)
      continue
    }
    const element: HtmlElement = { tag, attributes: attributesOf(rest), children: [] }
    parent.children.push(element)
    if (!selfClosing && !VOID.test(tag)) open.push(element)
  }
  return root
}

const matches = (element: HtmlElement, selector: string): boolean => {
  const {
    tag = '',
    id,
    names = '',
  } = /^(?<tag>[\w-]*)(?:#(?<id>[\w-]+))?(?<names>(?:\.[\w-]+)*)$/.exec(selector)?.groups ?? {}
  const has = (element.attributes.class ?? '').split(/\s+/)
  return (
    (tag === '' || element.tag === tag) &&
    (id === undefined || element.attributes.id === id) &&
    names
      .split('.')
      .filter(Boolean)
      .every((name) => has.includes(name))
  )
}

/** Every element that a simple selector names (`h1`, `#id`, `.class`, `a.class`), in the order of the page. */
export const findAll = (root: HtmlElement, selector: string): HtmlElement[] =>
  root.children.flatMap((child) =>
    typeof child === 'string'
      ? []
      : [...(matches(child, selector) ? [child] : []), ...findAll(child, selector)],
  )

const rawText = (node: HtmlElement | string): string => {
  if (typeof node === 'string') return node
  if (/^(script|style|head)$/.test(node.tag)) return ''
  const inner = node.children.map(rawText).join('')
  return /^(a|abbr|b|code|em|i|span|strong|time)$/.test(node.tag) ? inner : ` ${inner} `
}

/** What a reader reads, with single spaces. */
export const textOf = (node: HtmlElement | string | undefined): string =>
  node === undefined ? '' : rawText(node).replaceAll(/\s+/g, ' ').trim()

type HtmlLink = { readonly text: string; readonly href: string }
export type HtmlForm = {
  readonly method: string
  /** Undefined where the form goes to the page it is on. */
  readonly action: string | undefined
  /** What would be sent as the form stands: typed text, hidden fields, ticked boxes, chosen options. */
  readonly fields: Readonly<Record<string, string | string[]>>
  readonly buttons: readonly string[]
  /** Fields behind the file of the form: a browser sends them after it, and the server reads none of them. */
  readonly afterFile: readonly string[]
}

const namesAfterFile = (form: HtmlElement): string[] => {
  const fields = findAll(form, '').filter(({ tag }) => /^(?:input|select|textarea)$/.test(tag))
  const file = fields.findIndex(({ attributes }) => attributes.type === 'file')
  return file < 0 ? [] : fields.slice(file + 1).map(({ attributes }) => attributes.name ?? '')
}

const valueOf = (field: HtmlElement): string | undefined => {
  const { type = 'text', value = '', checked } = field.attributes
  if (field.tag === 'textarea') return field.children.join('')
  if (field.tag === 'select') {
    const options = findAll(field, 'option')
    const chosen = options.find((option) => option.attributes.selected !== undefined) ?? options[0]
    return chosen ? (chosen.attributes.value ?? textOf(chosen)) : undefined
  }
  if (type === 'checkbox' || type === 'radio') return checked === undefined ? undefined : value || 'on'
  return type === 'file' || type === 'submit' ? undefined : value
}

const formOf = (form: HtmlElement): HtmlForm => {
  const fields: Record<string, string | string[]> = {}
  for (const field of ['input', 'select', 'textarea'].flatMap((tag) => findAll(form, tag))) {
    const { name } = field.attributes
    const value = valueOf(field)
    if (name === undefined || value === undefined) continue
    const known = fields[name]
    fields[name] = known === undefined ? value : [known, value].flat()
  }
  const { method = 'get', action } = form.attributes
  const buttons = findAll(form, 'button').map(textOf)
  return { method: method.toLowerCase(), action, fields, buttons, afterFile: namesAfterFile(form) }
}

/** A page as its reader meets it. */
export type ReadPage = {
  readonly root: HtmlElement
  readonly title: string
  readonly h1: string
  /** Everything in `main`, or on the whole page where there is none. */
  readonly text: string
  /** The entries of the error summary; empty where there is none. */
  readonly errors: readonly HtmlLink[]
  /** The messages beside the fields, by the id of the message. */
  readonly fieldErrors: Readonly<Record<string, string>>
  readonly links: readonly HtmlLink[]
  readonly forms: readonly HtmlForm[]
  /** The rows of every table, cell by cell, header row included. */
  readonly tables: readonly (readonly (readonly string[])[])[]
}

const linkOf = (link: HtmlElement): HtmlLink => ({ text: textOf(link), href: link.attributes.href ?? '' })

const tableOf = (table: HtmlElement): string[][] =>
  findAll(table, 'tr').map((row) =>
    row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [textOf(cell)])),
  )

export const readHtml = (html: string): ReadPage => {
  const root = parseHtml(html)
  const [main = root] = findAll(root, 'main')
  const summary = findAll(root, '.govuk-error-summary__list').flatMap((list) => findAll(list, 'li'))
  return {
    root,
    title: findAll(root, 'title').map((title) => title.children.join('').trim())[0] ?? '',
    h1: textOf(findAll(root, 'h1')[0]),
    text: textOf(main),
    errors: summary.map((entry) => ({
      text: textOf(entry),
      href: findAll(entry, 'a')[0]?.attributes.href ?? '',
    })),
    fieldErrors: Object.fromEntries(
      findAll(main, '.govuk-error-message').map((message) => [
        message.attributes.id ?? '',
        textOf(message).replace(/^Error: /, ''),
      ]),
    ),
    links: findAll(main, 'a').map(linkOf),
    forms: findAll(root, 'form').map(formOf),
    tables: findAll(main, 'table').map(tableOf),
  }
}
