import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importsOf, readSources } from './imports.ts'
import { findCycles, findForeignTables, findImportBreaches, findImpurities, type ModuleMap } from './rules.ts'

const map: ModuleMap = JSON.parse(readFileSync('src/modules/map.json', 'utf8'))
const sources = readSources(globSync(['src/**/*.ts', 'src/**/*.tsx']).sort())
const links = sources.flatMap(importsOf)

const planted = (path: string, text: string) => ({ path, text })
const rulesBroken = (path: string, text: string): string[] =>
  findImportBreaches(importsOf(planted(path, text)), map).map((breach) => breach.rule)

describe('the boundaries of this source tree', () => {
  test('are read from every file', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(links.length).toBeGreaterThan(sources.length)
  })

  test('stand: no import crosses one', () => expect(findImportBreaches(links, map)).toEqual([]))
  test('stand: no rule reads the world', () => expect(findImpurities(sources)).toEqual([]))
  test('stand: no import goes round in a circle', () => expect(findCycles(links)).toEqual([]))
  test('stand: no module queries the tables of another', () =>
    expect(findForeignTables(sources, map)).toEqual([]))
})

describe('a planted violation is found:', () => {
  test.each([
    [
      'a back door',
      'src/modules/spend/store.ts',
      `import { x } from '../places/store.ts'`,
      'a module enters another by its public.ts, where map.json has the arrow',
    ],
    [
      'an arrow that the map does not have',
      'src/modules/places/store.ts',
      `import { x } from '#spend'`,
      'a module enters another by its public.ts, where map.json has the arrow',
    ],
    [
      'a module nobody drew',
      'src/modules/gossip/store.ts',
      `import { x } from 'kysely'`,
      'every module is in map.json',
    ],
    [
      'a rule that queries',
      'src/modules/spend/rules/a.ts',
      `import { x } from '../store/a.ts'`,
      'rules import the kernel, models and rules only',
    ],
    [
      'a rule that runs another module',
      'src/modules/spend/rules/a.ts',
      `import { x } from '#places'`,
      'rules borrow types only from other modules',
    ],
    [
      'a rule that opens files',
      'src/modules/spend/rules.ts',
      `import { readFile } from 'node:fs'`,
      'rules use no package that reads the world',
    ],
    [
      'a page that writes',
      'src/modules/spend/pages/a.ts',
      `import { inTransaction } from '../../../platform/transaction.ts'`,
      'only actions and jobs write',
    ],
    [
      'a store that knows HTTP',
      'src/modules/spend/store/a.ts',
      `import { page } from '../../../platform/http/answer.ts'`,
      'stores and actions know no HTTP',
    ],
    [
      'an action that shows a page',
      'src/modules/spend/actions/a.ts',
      `import { x } from '../pages/a.ts'`,
      'pages are leaves',
    ],
    [
      'a platform that knows councils',
      'src/platform/a.ts',
      `import { x } from '#spend'`,
      'platform and kernel know no module',
    ],
    [
      'a module that knows main',
      'src/modules/spend/store/a.ts',
      `import { x } from '../../../main/config.ts'`,
      'nothing imports main',
    ],
  ])('%s', (_name, path, text, rule) => expect(rulesBroken(path, text)).toContain(rule))

  test('a type borrowed by a rule is none', () => {
    expect(rulesBroken('src/modules/spend/rules/a.ts', `import type { X } from '#places'`)).toEqual([])
  })

  test.each(['await x', 'Date.now()', 'new Date()', 'Math.random()', 'process.env.X', `fetch('x')`])(
    '%s in a rule',
    (code) => {
      expect(
        findImpurities([planted('src/modules/spend/rules/a.ts', `export const f = () => ${code}`)]),
      ).toHaveLength(1)
    },
  )

  test('a circle', () => {
    const a = importsOf(planted('src/platform/a.ts', `import { b } from './b.ts'`))
    const b = importsOf(planted('src/platform/b.ts', `import { a } from './a.ts'`))
    expect(findCycles([...a, ...b])).toHaveLength(1)
  })

  test("another module's table", () => {
    const source = planted('src/modules/spend/store/a.ts', `db.selectFrom('places.place')`)
    expect(findForeignTables([source], map)).toEqual([
      { rule: 'a module queries its own schema', where: source.path, what: 'places.*' },
    ])
  })
})
