import { findShippedFramework, SHIPPED_FRAMEWORKS } from '#measures'
import type { FrameworkCode } from './model.ts'

export type Choice = { readonly value: string; readonly text: string; readonly theme: string }

const keyOf = ({ framework, code }: FrameworkCode): string => `${framework}:${code}`

/** `open:fair-pay` → its framework and code; undefined where the product ships no such thing. */
const readKey = (text: string, kind: 'outcomes' | 'measures'): FrameworkCode | undefined => {
  const [framework = '', code = ''] = text.split(':')
  return findShippedFramework(framework)?.[kind].some((one) => one.code === code)
    ? { framework, code }
    : undefined
}

export const readOutcomeKeys = (texts: readonly string[]): FrameworkCode[] =>
  texts.flatMap((text) => readKey(text, 'outcomes') ?? [])
export const readMeasureKeys = (texts: readonly string[]): FrameworkCode[] =>
  texts.flatMap((text) => readKey(text, 'measures') ?? [])

export const frameworkKey = keyOf

/** What a code is called; the code itself where its framework is not here. */
export const outcomeName = ({ framework, code }: FrameworkCode): string =>
  findShippedFramework(framework)?.outcomes.find((one) => one.code === code)?.name ?? code
export const measureName = ({ framework, code }: FrameworkCode): string =>
  findShippedFramework(framework)?.measures.find((one) => one.code === code)?.name ?? code

/** The outcome that a measure shows; undefined where its framework is not here. */
export const outcomeOfMeasure = ({ framework, code }: FrameworkCode): string | undefined =>
  findShippedFramework(framework)?.measures.find((one) => one.code === code)?.outcome

const choicesOf = (kind: 'outcomes' | 'measures'): Choice[] =>
  SHIPPED_FRAMEWORKS.flatMap((framework) => {
    const themeOf = new Map(framework.outcomes.map(({ code, theme }) => [code, theme]))
    const nameOf = new Map(framework.themes.map(({ code, name }) => [code, name]))
    return framework[kind].map((one) => {
      const theme = 'theme' in one ? one.theme : (themeOf.get(one.outcome) ?? '')
      return {
        value: keyOf({ framework: framework.id, code: one.code }),
        text: one.name,
        theme: `${nameOf.get(theme) ?? theme}${framework.isOptionalTemplate ? ` (${framework.title})` : ''}`,
      }
    })
  })

export const outcomeChoices = (): Choice[] => choicesOf('outcomes')
export const measureChoices = (): Choice[] => choicesOf('measures')
