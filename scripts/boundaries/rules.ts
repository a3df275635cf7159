import type { Import, SourceText } from './imports.ts'

export type ModuleMap = Readonly<Record<string, readonly string[]>>
export type Breach = { readonly rule: string; readonly where: string; readonly what: string }

const MODULE = /^src\/modules\/([^/]+)\//
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)
const moduleOf = (path: string): string | undefined => MODULE.exec(path)?.[1]
const inModule = (path: string, pattern: RegExp): boolean => {
  const name = moduleOf(path)
  return name !== undefined && pattern.test(path.slice(`src/modules/${name}/`.length))
}

const isPure = (path: string): boolean =>
  !isTest(path) && (path.startsWith('src/kernel/') || inModule(path, /^(model|rules)(\.ts|\/)/))
const isPage = (path: string): boolean => inModule(path, /^pages\//)

type Rule = { readonly name: string; readonly breaks: (link: Import, map: ModuleMap) => boolean }

/** House style 6.6, as predicates on one import each. */
const RULES: readonly Rule[] = [
  {
    name: 'a module enters another by its public.ts, where map.json has the arrow',
    breaks: ({ from, to }, map) => {
      const [mine, theirs] = [moduleOf(from), moduleOf(to)]
      if (!mine || !theirs || mine === theirs) return false
      return to !== `src/modules/${theirs}/public.ts` || !map[mine]?.includes(theirs)
    },
  },
  {
    name: 'every module is in map.json',
    breaks: ({ from }, map) => moduleOf(from) !== undefined && map[moduleOf(from) ?? ''] === undefined,
  },
  {
    name: 'rules import the kernel, models and rules only',
    breaks: ({ from, to, isTypeOnly }) =>
      isPure(from) &&
      !isTypeOnly &&
      !to.startsWith('src/kernel/') &&
      !inModule(to, /^(model|rules)(\.ts|\/)/) &&
      !to.startsWith('node_modules/'),
  },
  {
    name: 'rules borrow types only from other modules',
    breaks: ({ from, to, isTypeOnly }) =>
      isPure(from) && moduleOf(to) !== undefined && moduleOf(to) !== moduleOf(from) && !isTypeOnly,
  },
  {
    name: 'rules use no package that reads the world',
    breaks: ({ from, to, isTypeOnly }) =>
      isPure(from) && !isTypeOnly && /^node_modules\/(node:|fastify|kysely|pg)/.test(to),
  },
  {
    name: 'only actions and jobs write',
    breaks: ({ from, to }) =>
      moduleOf(from) !== undefined &&
      !isTest(from) &&
      !inModule(from, /^(actions|jobs)(\.ts|\/)/) &&
      to === 'src/platform/transaction.ts',
  },
  {
    name: 'stores and actions know no HTTP',
    breaks: ({ from, to }) =>
      inModule(from, /^(store|actions)(\.ts|\/)/) &&
      !isTest(from) &&
      (to.startsWith('src/platform/http/') || inModule(to, /^(pages\/|routes\.ts|api\.ts|commands)/)),
  },
  {
    name: 'pages are leaves',
    breaks: ({ from, to }) =>
      isPage(to) && !isPage(from) && !inModule(from, /^(routes|api)(\.ts|\/)/) && !isTest(from),
  },
  {
    name: 'platform and kernel know no module',
    breaks: ({ from, to }) => /^src\/(platform|kernel)\//.test(from) && /^src\/(modules|main)\//.test(to),
  },
  {
    name: 'nothing imports main',
    breaks: ({ from, to }) =>
      to.startsWith('src/main/') && !from.startsWith('src/main/') && !/^(bench|e2e|scripts)\//.test(from),
  },
]

export const findImportBreaches = (links: readonly Import[], map: ModuleMap): Breach[] =>
  links.flatMap((link) =>
    RULES.filter((rule) => rule.breaks(link, map)).map((rule) => ({
      rule: rule.name,
      where: link.from,
      what: link.to,
    })),
  )

const IMPURE = [
  { what: 'await', pattern: /\bawait\b/ },
  { what: 'the clock', pattern: /\bDate\.now\(|new Date\(\)/ },
  { what: 'chance', pattern: /\bMath\.random\(|randomUUID/ },
  { what: 'the environment', pattern: /\bprocess\./ },
  { what: 'the network', pattern: /\bfetch\(/ },
]
const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*$/gm

/** Rules are values in, decisions out: no clock, no chance, no environment, no waiting. */
export const findImpurities = (sources: readonly SourceText[]): Breach[] =>
  sources
    .filter(({ path }) => isPure(path))
    .flatMap(({ path, text }) => {
      const code = text.replaceAll(COMMENTS, '')
      return IMPURE.filter(({ pattern }) => pattern.test(code)).map(({ what }) => ({
        rule: 'rules are pure',
        where: path,
        what,
      }))
    })

/** A module's store names only its own schema, and tables it says it borrows. */
export const findForeignTables = (sources: readonly SourceText[], map: ModuleMap): Breach[] =>
  sources.flatMap(({ path, text }) => {
    const mine = moduleOf(path)
    if (!mine || isTest(path)) return []
    const schemas = Object.keys(map).filter((name) => name !== mine)
    return schemas
      .filter(
        (schema) =>
          new RegExp(`(['\`"\\s(])${schema}\\.[a-z_]+(['\`"\\s)]| as )`).test(
            text.replaceAll(COMMENTS, ''),
          ) && /selectFrom|insertInto|updateTable|deleteFrom|sql`|sql\./.test(text),
      )
      .filter((schema) =>
        new RegExp(
          `(from|join|into|update)\\s+${schema}\\.|(selectFrom|innerJoin|leftJoin|insertInto|updateTable|deleteFrom)\\(\\s*'${schema}\\.`,
        ).test(text),
      )
      .map((schema) => ({ rule: 'a module queries its own schema', where: path, what: `${schema}.*` }))
  })

/** Imports that lead back to where they began, shown as the path around. Type-only imports cannot cycle at run time. */
export const findCycles = (links: readonly Import[]): Breach[] => {
  const next = new Map<string, string[]>()
  for (const { from, to, isTypeOnly } of links)
    if (!isTypeOnly && to.startsWith('src/')) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const breaches: Breach[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      breaches.push({
        rule: 'no cycles',
        where: path,
        what: [...trail.slice(trail.indexOf(path)), path].join(' → '),
      })
      return
    }
    if (done.has(path)) return
    for (const to of next.get(path) ?? []) visit(to, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) visit(path, [])
  return breaches
}
