/**
 * Writes `props.generated.ts` from the `macro-options.json` of every govuk-frontend component that we have.
 * Run it after an upgrade of govuk-frontend: `node src/platform/views/govuk/generate-props.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

interface MacroOption {
  readonly name: string
  readonly type: 'string' | 'integer' | 'object' | 'boolean' | 'array' | 'nunjucks-block'
  readonly required: boolean
  readonly description: string
  readonly isComponent?: boolean
  readonly params?: readonly MacroOption[]
}

export const GOVUK_COMPONENTS = new URL(
  './dist/govuk/components/',
  import.meta.resolve('govuk-frontend/package.json'),
)
const OUTPUT = new URL('props.generated.ts', import.meta.url)

/**
 * Not ours: both carry the crown, and the footer the Crown copyright, which are reserved for gov.uk services.
 * The service has its own header and footer in `layout.tsx`.
 */
export const RESERVED_COMPONENTS: readonly string[] = ['footer', 'header']

/** Options whose type the JSON does not tell; the words are those of the macro's description or template. */
const KNOWN_TYPES: Readonly<Record<string, string>> = {
  'checkboxes.values': 'readonly string[]',
  'date-input.day': 'DateInputItem',
  'date-input.month': 'DateInputItem',
  'date-input.year': 'DateInputItem',
  'date-input.values': 'Readonly<Record<string, Text | undefined>>',
  'service-navigation.slots.start': 'Html',
  'service-navigation.slots.end': 'Html | ServiceNavigationSlotsEnd',
  'service-navigation.slots.navigationStart': 'Html',
  'service-navigation.slots.navigationEnd': 'Html',
  'table.rows': 'readonly (readonly (TableRow | Shorthand)[] | Falsy)[]',
  'table.head': 'readonly (TableHeadEntry | Shorthand)[]',
}

/** Marked as required although other options stand in: a divider has no value, `name` serves as the field's id. */
const NOT_REQUIRED = /^(checkboxes|radios)\.items\.value$|^tabs\.items\.id$|^character-count\.max/

const NUMERIC = /^(rows|maxlength|maxwords|threshold|number|value|titleHeadingLevel)$/

const pascal = (name: string): string =>
  name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())

const entryName = (name: string): string => (name.endsWith('s') ? name.slice(0, -1) : `${name}Entry`)

const has = (options: readonly MacroOption[], name: string) => options.some((option) => option.name === name)

const takesContent = (options: readonly MacroOption[]) => has(options, 'text') && has(options, 'html')

/** Of `text` and `html` (or `titleText` and `titleHtml`) only one is needed, whatever the JSON says of each. */
const isOptional = ({ name, required }: MacroOption, siblings: readonly MacroOption[]): boolean => {
  const twin = name.replace(
    /(text|html)$/i,
    (end) => ({ text: 'html', html: 'text', Text: 'Html' })[end] ?? 'Text',
  )
  return !required || (twin !== name && has(siblings, twin))
}

const readOptions = (component: string): MacroOption[] =>
  JSON.parse(readFileSync(new URL(`${component}/macro-options.json`, GOVUK_COMPONENTS), 'utf8'))

/** The govuk-frontend components that we have, in order of name. */
export const listComponents = (): string[] =>
  readdirSync(GOVUK_COMPONENTS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !RESERVED_COMPONENTS.includes(entry.name))
    .map((entry) => entry.name)
    .sort()

const stringType = (name: string): string => {
  if (/(^h|H)tml$/.test(name)) return 'Html'
  return name === 'text' || NUMERIC.test(name) ? 'Text' : 'string'
}

const objectType = ({ name, isComponent, params }: MacroOption, nested: string): string => {
  if (/attributes$/i.test(name)) return 'Attributes'
  if (!params) return isComponent ? componentType(name) : 'PluralMessages'
  const needsMore = params.some((param) => !isOptional(param, params))
  return takesContent(params) && !needsMore ? `${nested} | Shorthand` : nested
}

const componentType = (name: string): string => {
  const component = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const own = `${pascal(component)}Options`
  return takesContent(readOptions(component)) ? `${own} | Shorthand` : own
}

const typeOf = (option: MacroOption, nested: string): string => {
  switch (option.type) {
    case 'string':
      return stringType(option.name)
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'array':
      return `readonly (${nested} | Falsy)[]`
    default:
      return objectType(option, nested)
  }
}

const nestedName = (owner: string, { name, type }: MacroOption): string => {
  const own = type === 'array' ? entryName(name) : name
  return owner + own.charAt(0).toUpperCase() + own.slice(1)
}

/** The lines of one property. `undefined` is allowed throughout, so that a page can pass what may be missing. */
const property = (
  option: MacroOption,
  siblings: readonly MacroOption[],
  path: string,
  owner: string,
): string[] => {
  const optional = isOptional(option, siblings) || NOT_REQUIRED.test(path)
  const type = KNOWN_TYPES[path] ?? typeOf(option, nestedName(owner, option))
  const description = option.description.replaceAll('*/', '* /').replace(/\s+/g, ' ').trim()
  return [
    `  /** ${description} */`,
    optional ? `  ${option.name}?: ${type} | undefined` : `  ${option.name}: ${type}`,
  ]
}

/** The interface of a component or of one of its nested options, and those nested in it. */
const interfacesOf = (
  path: string,
  name: string,
  owner: string,
  options: readonly MacroOption[],
  children: boolean,
): string[] => {
  const written = options.filter(
    ({ type, name }, index) =>
      type !== 'nunjucks-block' && options.findIndex((other) => other.name === name) === index,
  )
  const lines = written.flatMap((option) => property(option, options, `${path}.${option.name}`, owner))
  if (children) lines.push('  children?: ComponentChildren')
  const nested = options
    .filter((option) => option.params)
    .flatMap((option) => {
      const inner = nestedName(owner, option)
      return interfacesOf(`${path}.${option.name}`, inner, inner, option.params ?? [], false)
    })
  return [`export interface ${name} {\n${lines.join('\n')}\n}`, ...nested]
}

/** The whole text of `props.generated.ts`. */
export const generateProps = (): string => {
  const interfaces = listComponents().flatMap((component) => {
    const options = readOptions(component)
    const own = pascal(component)
    return interfacesOf(component, `${own}Options`, own, options, has(options, 'html'))
  })
  return [
    "// Generated by generate-props.ts from govuk-frontend's macro-options.json (MIT licence). Do not edit.",
    "import type { ComponentChildren } from 'preact'",
    "import type { Attributes, PluralMessages } from './attributes.ts'",
    "import type { Falsy, Html, Shorthand, Text } from './content.ts'\n",
    `${interfaces.join('\n\n')}\n`,
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(OUTPUT, generateProps())
