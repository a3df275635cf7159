import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import type { Reader } from '../../../platform/database.ts'
import { NotFound } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { inReading } from '../../../platform/reading.ts'
import { lookForNotices, prepareNotice, sendToPlatform } from '../actions/notices.ts'
import { dueWords, NOT_TRIED, noticeSentence, STATE_WORDS } from '../notice-words.ts'
import { noticeHead, noticeWhole } from '../notices-api.ts'
import { getNotice, listNotices } from '../store/notices.ts'
import type { PublishingTables } from '../tables.ts'

const ORGANISATION = { organisation: { type: 'string', description: 'whose notices they are' } } as const
const idFrom = (text: string | undefined): string => {
  if (text === undefined || !isId(text)) throw new NotFound('That is not the id of a notice.')
  return text
}

const listCommand: Command = {
  name: 'notices list',
  summary: 'List the notices the Procurement Act asks for, by due day',
  usage: '--organisation NAME [--look]',
  minArgs: 0,
  maxArgs: 0,
  options: { ...ORGANISATION, look: { type: 'boolean', description: 'ask the law again first' } },
  examples: ['notices list --organisation "Northmere City Council" --look'],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    if (options.look === true) await lookForNotices(ctx)
    const notices = await inReading(ctx, (db: Reader<PublishingTables>) => listNotices(db))
    for (const notice of notices)
      terminal.print(
        `${notice.id}  ${STATE_WORDS[notice.state]}, ${dueWords(notice)}: ${notice.title} (${notice.subject.title}; ${notice.provision}, ${notice.confidence})`,
      )
    terminal.answer({ notices: notices.map(noticeHead) })
    return 0
  },
}

const showCommand: Command = {
  name: 'notices show',
  summary: "Show a notice's text, or with --json its release too; --prepare writes it anew first",
  usage: 'ID --organisation NAME [--prepare]',
  minArgs: 1,
  maxArgs: 1,
  options: {
    ...ORGANISATION,
    prepare: { type: 'boolean', description: 'write it from the records as they stand' },
  },
  examples: [
    'notices show 01900000-0000-7000-8000-000000000000 --organisation "Northmere City Council" --prepare',
  ],
  run: async ({ services, args, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const id = idFrom(args[0])
    const prepared = options.prepare === true ? await prepareNotice(ctx, id) : undefined
    if (prepared && !prepared.ok) {
      terminal.answer({ refusal: prepared.refusal })
      terminal.warn(`${noticeSentence(prepared)}.`)
      return 1
    }
    const notice = await inReading(ctx, (db: Reader<PublishingTables>) => getNotice(db, id))
    terminal.answer(noticeWhole(notice))
    terminal.print(notice.text ?? `${notice.title}: ${dueWords(notice)}. Not prepared yet.`)
    return 0
  },
}

const sendCommand: Command = {
  name: 'notices send',
  summary: 'Send a prepared notice to the national platform (not tried against the real service)',
  usage: 'ID --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: ['notices send 01900000-0000-7000-8000-000000000000 --organisation "Northmere City Council"'],
  run: async ({ services, args, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    terminal.warn(NOT_TRIED)
    const sent = await sendToPlatform(ctx, idFrom(args[0]))
    if (!sent.ok) {
      terminal.answer({ sent: false, refusal: sent.refusal, facts: sent.facts ?? {} })
      terminal.warn(`${noticeSentence(sent)}.`)
      return 1
    }
    terminal.answer({ sent: true, reference: sent.value })
    terminal.print(`The platform answered with the reference ${sent.value}.`)
    return 0
  },
}

/** `goldthread notices …` */
export const noticeCommands: readonly Command[] = [listCommand, showCommand, sendCommand]
