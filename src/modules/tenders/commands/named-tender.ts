import { actingForNamed } from '#identity'
import type { CommandInput } from '../../../platform/command.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import type { Tender } from '../model.ts'
import { listTenders } from '../store/tenders.ts'
import type { TendersTables } from '../tables.ts'

export const ORGANISATION = {
  organisation: { type: 'string', description: 'whose tender it is' },
} as const

/** The tender that a command names by its reference, of the organisation it names. Throws Unusable where there is none. */
export const namedTender = async ({
  services,
  args,
  options,
}: CommandInput): Promise<{ readonly ctx: Context; readonly tender: Tender }> => {
  const ctx = await actingForNamed(services, options.organisation)
  const tenders = await inReading(ctx, (db: Reader<TendersTables>) => listTenders(db, ctx.authorityId ?? ''))
  const tender = tenders.find(({ reference }) => reference === args[0])
  if (!tender)
    throw new Unusable(
      `There is no tender "${args[0] ?? ''}". goldthread tenders list shows those there are.`,
    )
  return { ctx, tender }
}
