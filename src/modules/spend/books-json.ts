import type { Context } from '../../platform/context.ts'
import { NotFound } from '../../platform/errors.ts'
import { inReading } from '../../platform/reading.ts'
import { organisationNames } from './network-names.ts'
import { findInfluenceBooks, findScheme, listSchemes } from './read-rule-books.ts'
import { listNetworks } from './store/networks.ts'
import { listScenarios } from './store/scenarios.ts'
import type { SpendTables } from './tables.ts'
import { readStoredWords } from './what-if-words.ts'

/** The rules of influenceable spend in force; version 0 is as the product ships them. */
export const influenceRulesJson = (ctx: Context): Promise<object> =>
  inReading<SpendTables, object>(ctx, async (db) => {
    const { rules, rulesVersion } = await findInfluenceBooks(db)
    return { version: rulesVersion, rules }
  })

export const knownContractsJson = (ctx: Context): Promise<object> =>
  inReading<SpendTables, object>(ctx, async (db) => {
    const { contracts, contractsVersion } = await findInfluenceBooks(db)
    return { version: contractsVersion, contracts }
  })

export const schemesJson = (ctx: Context): Promise<object> =>
  inReading<SpendTables, object>(ctx, async (db) => ({
    schemes: (await listSchemes(db)).map(({ slug, name, source, version, entries, rules, choices }) => ({
      scheme: slug,
      name,
      source,
      version,
      categories: entries.length,
      rules: rules.length,
      choices: Object.keys(choices).length,
    })),
  }))

/** Throws NotFound where there is none of this short name. */
export const schemeJson = (ctx: Context, slug: string): Promise<object> =>
  inReading<SpendTables, object>(ctx, async (db) => {
    const found = await findScheme(db, slug)
    if (!found) throw new NotFound(`There is no scheme “${slug.slice(0, 80)}” here.`)
    const { slug: scheme, ...rest } = found
    return { scheme, ...rest }
  })

export const networksJson = (ctx: Context): Promise<object> =>
  inReading<SpendTables, object>(ctx, async (db) => {
    const names = await organisationNames(db)
    return {
      networks: (await listNetworks(db)).map(({ id, name, members }) => ({
        id,
        name,
        members: members.map(({ authorityId, agreedAt }) => ({
          organisation: authorityId,
          name: names.get(authorityId) ?? authorityId,
          hasAgreed: agreedAt !== null,
        })),
      })),
    }
  })

export const scenariosJson = (ctx: Context): Promise<object> =>
  inReading<SpendTables, object>(ctx, async (db) => ({
    scenarios: (await listScenarios(db)).map(({ id, name, words, savedAt }) => ({
      id,
      name,
      words: readStoredWords(words),
      savedAt: savedAt.toISOString(),
    })),
  }))
