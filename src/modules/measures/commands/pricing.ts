import { actingForNamed } from '#identity'
import { todayInLondon } from '../../../platform/clock.ts'
import type { CommandInput } from '../../../platform/command.ts'
import { NotFound, Unusable } from '../../../platform/errors.ts'
import { findShippedFramework, SHIPPED_FRAMEWORKS } from '../framework/shipped.ts'
import type { LicenceTerms } from '../model.ts'
import { REFERENCE } from '../reference/loaded.ts'
import { type Pricing, preparePricing } from '../rules/pricing.ts'
import { read } from '../seen.ts'
import { listFrameworks, readFramework } from '../store/local-frameworks.ts'
import { readReference } from '../store/reference-sets.ts'

export const PRICING_OPTIONS = {
  framework: { type: 'string', description: 'which framework of measures: open (default) or another' },
  organisation: {
    type: 'string',
    description:
      'whose frameworks, changes and reference data count; without it, what ships (open or ppn-026)',
  },
} as const

export type CommandPricing = {
  readonly pricing: Pricing
  /** Whether the licence lets what is in the framework leave the organisation. */
  readonly terms: LicenceTerms
  /** How often the organisation has changed the framework; 0 where it counts as published. */
  readonly revision: number
}

const shipped = (code: string, today: string): CommandPricing => {
  const framework = findShippedFramework(code)
  if (framework) return { pricing: preparePricing(framework, REFERENCE, today), terms: 'open', revision: 0 }
  const known = SHIPPED_FRAMEWORKS.map(({ id }) => id).join(', ')
  throw new Unusable(
    `There is no framework "${code}" among those that ship (${known}). --organisation NAME uses those of an organisation.`,
  )
}

const ofOrganisation = async (
  { services, options }: CommandInput,
  code: string,
  today: string,
): Promise<CommandPricing> => {
  const ctx = await actingForNamed(services, options.organisation)
  return read(ctx, async (db) => {
    const local = await readFramework(db, code).catch(async (error: unknown) => {
      if (!(error instanceof NotFound)) throw error
      const known = (await listFrameworks(db)).map(({ framework }) => framework.id).join(', ')
      throw new Unusable(`There is no framework "${code}". ${String(options.organisation)} has: ${known}.`)
    })
    const pricing = preparePricing(local.framework, await readReference(db), today)
    return { pricing, terms: local.version.terms, revision: local.revision }
  })
}

/**
 * The framework that a command names, ready for sums: as it counts for the organisation that it names, or else as it
 * ships. Throws the sentence where there is none.
 */
export const pricingOf = async (input: CommandInput): Promise<CommandPricing> => {
  const { options, services } = input
  const code = typeof options.framework === 'string' ? options.framework : 'open'
  const today = todayInLondon(services.clock)
  return options.organisation === undefined ? shipped(code, today) : ofOrganisation(input, code, today)
}
