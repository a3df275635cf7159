import { findAccount, type IdentityTables } from '#identity'
import type { Holders } from '#sealing'
import type { Decision } from '../../../kernel/decision.ts'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import type { Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatInstantExact } from '../../../platform/views/formatters.ts'
import { amendTender } from '../actions/amend.ts'
import { extendDeadline } from '../actions/extend.ts'
import { publishTender } from '../actions/publish.ts'
import { tenderJson } from '../describe-tender.ts'
import { refusalSentence } from '../messages/words.ts'
import type { Tender, TenderRefusal } from '../model.ts'
import { londonInstant } from '../rules/london-time.ts'
import { findDraft } from '../store/versions.ts'
import type { TendersTables } from '../tables.ts'
import { namedTender, ORGANISATION } from './named-tender.ts'

const DEADLINE = { type: 'string', description: 'as 2026-12-14T12:00, in London' } as const
const REASON = { type: 'string', description: 'why; everybody reads it' } as const

const momentOf = (text: unknown): Date => {
  const [day = '', time = ''] = String(text ?? '').split('T')
  const moment = londonInstant(day, time)
  if (!moment) throw new Unusable('Write the deadline as 2026-12-14T12:00.')
  return moment
}

const tell = ({ terminal, services }: CommandInput, decision: Decision<Tender, TenderRefusal>): ExitCode => {
  if (!decision.ok) {
    terminal.warn(`${refusalSentence(decision)}.`)
    return 1
  }
  const { value } = decision
  terminal.answer(tenderJson(value, services.clock.now()))
  terminal.print(
    `${value.reference}: version ${value.version}, bids due by ${formatInstantExact(value.deadline)}`,
  )
  return 0
}

const seenOf = async (ctx: Context, tenderId: string): Promise<number> =>
  (await inReading(ctx, (db: Reader<TendersTables>) => findDraft(db, tenderId)))?.revision ?? 0

const holdersOf = async (ctx: Context, emails: readonly string[]): Promise<Holders> => {
  const found = await inReading(ctx, async (db: Reader<IdentityTables>) => {
    const people = []
    for (const email of emails)
      people.push((await findAccount(db, email.trim().toLowerCase()))?.personId ?? '')
    return people
  })
  const [first = '', second = '', third = ''] = found
  return [first, second, third]
}

export const changeCommands: readonly Command[] = [
  {
    name: 'tenders publish',
    summary: 'Publish version 1 of a tender, with a key that two officers open together',
    usage: 'REFERENCE --organisation NAME --holder EMAIL --holder EMAIL --holder EMAIL',
    minArgs: 1,
    maxArgs: 1,
    options: {
      ...ORGANISATION,
      holder: {
        type: 'string',
        multiple: true,
        description: 'an officer with an opening key: the two who open, then who stands in',
      },
    },
    examples: [
      'tenders publish northmere-2026-001 --organisation "Northmere City Council" --holder a@n.example --holder b@n.example --holder c@n.example',
    ],
    run: async (input) => {
      const { ctx, tender } = await namedTender(input)
      const emails = [input.options.holder ?? []].flat().map(String)
      const holders = await holdersOf(ctx, emails)
      return tell(input, await publishTender(ctx, tender.id, { seen: await seenOf(ctx, tender.id), holders }))
    },
  },
  {
    name: 'tenders amend',
    summary: 'Publish the next version of a tender as its draft stands',
    usage: 'REFERENCE --organisation NAME --reason TEXT',
    minArgs: 1,
    maxArgs: 1,
    options: { ...ORGANISATION, reason: REASON, deadline: DEADLINE },
    examples: [
      'tenders amend northmere-2026-002 --organisation "Northmere City Council" --reason "A question was unclear" --deadline 2026-12-14T12:00',
    ],
    run: async (input) => {
      const { ctx, tender } = await namedTender(input)
      const { reason, deadline } = input.options
      const seen = await seenOf(ctx, tender.id)
      const to = deadline === undefined ? null : momentOf(deadline)
      return tell(
        input,
        await amendTender(ctx, tender.id, { seen, reason: String(reason ?? ''), deadline: to }),
      )
    },
  },
  {
    name: 'tenders extend',
    summary: 'Give everybody more time',
    usage: 'REFERENCE --organisation NAME --deadline MOMENT --reason TEXT',
    minArgs: 1,
    maxArgs: 1,
    options: { ...ORGANISATION, reason: REASON, deadline: DEADLINE },
    examples: [
      'tenders extend northmere-2026-002 --organisation "Northmere City Council" --deadline 2026-12-14T12:00 --reason "The line was down"',
    ],
    run: async (input) => {
      const { ctx, tender } = await namedTender(input)
      const { reason, deadline } = input.options
      const to = momentOf(deadline)
      return tell(
        input,
        await extendDeadline(ctx, tender.id, { to, reason: String(reason ?? ''), outageId: null }),
      )
    },
  },
]
