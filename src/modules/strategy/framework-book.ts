import {
  type Framework,
  type LocalFramework,
  listFrameworks,
  type MeasuresTables,
  readFramework,
  SHIPPED_FRAMEWORKS,
} from '#measures'
import type { Reader } from '../../platform/database.ts'
import type { FrameworkCode } from './model.ts'

type Entry = {
  readonly name: string
  /** Its theme, with its framework where that is not the open one. */
  readonly theme: string
  /** Whether it may be chosen: not what the authority has switched off, or a newer version has dropped. */
  readonly isOffered: boolean
}
type Entries<Kind extends Entry> = ReadonlyMap<string, Kind>

/** The outcomes and measures of every framework that the authority may use, as it has adapted them, by `open:fair-pay`. */
export type FrameworkBook = {
  readonly outcomes: Entries<Entry>
  readonly measures: Entries<Entry & { readonly outcome: string }>
}

export const frameworkKey = ({ framework, code }: FrameworkCode): string => `${framework}:${code}`

const entriesOf = (
  { id, title, themes, outcomes, measures }: Framework,
  isOwn: boolean,
  offered: Framework,
) => {
  const themeNames = new Map(themes.map(({ code, name }) => [code, name]))
  const themeOf = (code: string): string => `${themeNames.get(code) ?? code}${isOwn ? ` (${title})` : ''}`
  const themeOfOutcome = new Map(outcomes.map(({ code, theme }) => [code, theme]))
  const [outcomesNow, measuresNow] = [offered.outcomes, offered.measures].map(
    (list) => new Set(list.map(({ code }) => code)),
  )
  return {
    outcomes: outcomes.map(({ code, name, theme }) => {
      const isOffered = outcomesNow?.has(code) ?? false
      return [frameworkKey({ framework: id, code }), { name, theme: themeOf(theme), isOffered }] as const
    }),
    measures: measures.map(({ code, name, outcome }) => {
      const [theme, isOffered] = [themeOf(themeOfOutcome.get(outcome) ?? ''), measuresNow?.has(code) ?? false]
      return [frameworkKey({ framework: id, code }), { name, theme, outcome, isOffered }] as const
    }),
  }
}

/** What was published stays known by name, so that a priority written before it was switched off can be read. */
const localEntries = ({ version, framework }: LocalFramework) => {
  const isOwn = version.authorityId !== null || framework.isOptionalTemplate
  const published = entriesOf(version.framework, isOwn, framework)
  const now = entriesOf(framework, isOwn, framework)
  return {
    outcomes: [...published.outcomes, ...now.outcomes],
    measures: [...published.measures, ...now.measures],
  }
}

/** Reads the book; with `only`, that of the frameworks of these codes. What ships is known before it is installed. */
export const readFrameworkBook = async (
  db: Reader<never>,
  only: ReadonlySet<string> | null = null,
): Promise<FrameworkBook> => {
  const measures = db as unknown as Reader<MeasuresTables>
  const parts = SHIPPED_FRAMEWORKS.map((each) => entriesOf(each, each.isOptionalTemplate, each))
  if (only?.size !== 0)
    for (const { framework } of await listFrameworks(measures))
      if (only?.has(framework.id) ?? true)
        parts.push(localEntries(await readFramework(measures, framework.id)))
  return {
    outcomes: new Map(parts.flatMap(({ outcomes }) => outcomes)),
    measures: new Map(parts.flatMap(({ measures: own }) => own)),
  }
}

export type Choice = { readonly value: string; readonly text: string; readonly theme: string }

/** What may be chosen, and what was chosen before although it may not be chosen now. */
export const choicesOf = (entries: Entries<Entry>, chosen: readonly FrameworkCode[]): readonly Choice[] => {
  const kept = new Set(chosen.map(frameworkKey))
  return [...entries]
    .filter(([key, { isOffered }]) => isOffered || kept.has(key))
    .map(([value, { name, theme }]) => ({ value, text: name, theme }))
}

/** The codes that stand for something; the others are left for whoever asked to tell of. */
export const readKeys = (
  entries: Entries<Entry>,
  texts: readonly string[],
): { readonly codes: readonly FrameworkCode[]; readonly unknown: readonly string[] } => {
  const keys = [...new Set(texts)]
  return {
    codes: keys
      .filter((key) => entries.has(key))
      .map((key) => ({ framework: key.slice(0, key.indexOf(':')), code: key.slice(key.indexOf(':') + 1) })),
    unknown: keys.filter((key) => !entries.has(key)),
  }
}

/** What an outcome or a measure is called; its code where its framework is not here. */
export const nameIn = (entries: Entries<Entry>, code: FrameworkCode): string =>
  entries.get(frameworkKey(code))?.name ?? code.code
