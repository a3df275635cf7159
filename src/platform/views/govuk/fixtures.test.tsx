import { readFileSync } from 'node:fs'
import type { FunctionComponent } from 'preact'
import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import * as components from './components.ts'
import { GOVUK_COMPONENTS, listComponents, RESERVED_COMPONENTS } from './generate-props.ts'
import { normalisedHtml } from './normalised-html.ts'

interface Fixture {
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
  readonly html: string
}

/** Fixtures are data: what they hold is checked by comparing, not by type. */
type AnyComponent = FunctionComponent<Record<string, unknown>>

/** Cases of govuk-frontend that we do not match, by `component: name`, with the reason. */
const NOT_MATCHED: Readonly<Record<string, string>> = {}

const fixturesOf = (component: string): Fixture[] =>
  JSON.parse(readFileSync(new URL(`${component}/fixtures.json`, GOVUK_COMPONENTS), 'utf8')).fixtures

const componentNamed = (component: string): AnyComponent => {
  const name = component.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
  const found = (components as unknown as Record<string, AnyComponent>)[name]
  if (!found) throw new Error(`No component ${name} for govuk-frontend's ${component}`)
  return found
}

const cases = listComponents().flatMap((component) =>
  fixturesOf(component).map((fixture) => ({ component, ...fixture, title: `${component}: ${fixture.name}` })),
)

describe('the components', () => {
  it('are checked against all cases of govuk-frontend but those of the reserved components', () => {
    expect(RESERVED_COMPONENTS).toEqual(['footer', 'header'])
    expect(listComponents().length).toBeGreaterThanOrEqual(37)
    expect(cases.length - Object.keys(NOT_MATCHED).length).toBeGreaterThanOrEqual(690)
  })

  it.each(cases.filter(({ title }) => !(title in NOT_MATCHED)))(
    'match $title',
    ({ component, options, html }) => {
      const Component = componentNamed(component)
      expect(normalisedHtml(render(<Component {...options} />))).toBe(normalisedHtml(html))
    },
  )

  it.each(Object.entries(NOT_MATCHED))('still differ on %s: %s', (title) => {
    const unmatched = cases.find((each) => each.title === title)
    expect(unmatched, title).toBeDefined()
    const Component = componentNamed(unmatched?.component ?? '')
    const ours = normalisedHtml(render(<Component {...unmatched?.options} />))
    expect(ours).not.toBe(normalisedHtml(unmatched?.html ?? ''))
  })
})
