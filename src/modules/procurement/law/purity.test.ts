import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importsOf, readSources } from '../../../../scripts/boundaries/imports.ts'
import { findCycles, findImportBreaches, findImpurities } from '../../../../scripts/boundaries/rules.ts'

/** The engine is held to what rules are held to: its folder is shown to the boundary rules as `rules/`. */
const asRules = (path: string): string => path.replace('/procurement/law/', '/procurement/rules/')
const sources = readSources(
  globSync('src/modules/procurement/law/**/*.ts').filter((path) => !/(\.test|\/builders)\.ts$/.test(path)),
)
const links = sources.flatMap(importsOf)

test('the law engine reads no clock, chance, network or environment, and never waits', () => {
  expect(sources.length).toBeGreaterThan(40)
  expect(findImpurities(sources.map((source) => ({ ...source, path: asRules(source.path) })))).toEqual([])
})
test('it imports the kernel and itself only', () => {
  const breaches = findImportBreaches(
    links.map((link) => ({ ...link, from: asRules(link.from), to: asRules(link.to) })),
    { procurement: [] },
  )
  expect(breaches).toEqual([])
})
test('its imports do not go round in a circle', () => expect(findCycles(links)).toEqual([]))
