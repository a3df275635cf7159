import { actingForNamed } from '#identity'
import type { Command } from '../../../platform/command.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatInstantExact, formatPounds } from '../../../platform/views/formatters.ts'
import { tenderJson } from '../describe-tender.ts'
import { checkSentence, STATE_NAMES } from '../messages/words.ts'
import { readPublication } from '../read-publication.ts'
import { stateOf } from '../rules/deadlines.ts'
import { listAnswers, listEnquiries } from '../store/enquiries.ts'
import { listTenders } from '../store/tenders.ts'
import { contentOf, findDraft, listVersions } from '../store/versions.ts'
import type { TendersTables } from '../tables.ts'
import { namedTender, ORGANISATION } from './named-tender.ts'

const NORTHMERE = '--organisation "Northmere City Council"'

export const listCommand: Command = {
  name: 'tenders list',
  summary: 'List the tenders of an organisation, drafts among them',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: [`tenders list ${NORTHMERE}`],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const now = services.clock.now()
    const tenders = await inReading(ctx, (db: Reader<TendersTables>) =>
      listTenders(db, ctx.authorityId ?? ''),
    )
    terminal.answer({ tenders: tenders.map((tender) => tenderJson(tender, now)) })
    for (const tender of tenders) {
      terminal.print(
        `${tender.reference.padEnd(20)} ${STATE_NAMES[stateOf(tender, now)].padEnd(12)} ${tender.title}`,
      )
      terminal.print(
        `${''.padEnd(20)} due ${formatInstantExact(tender.deadline)}, ${formatPounds(tender.valuePence)}`,
      )
    }
    return tenders.length > 0 ? 0 : 1
  },
}

export const showCommand: Command = {
  name: 'tenders show',
  summary: 'Show a tender: what is asked, what stops its publication, and each version',
  usage: 'REFERENCE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [`tenders show northmere-2026-002 ${NORTHMERE} --json`],
  run: async (input) => {
    const { ctx, tender } = await namedTender(input)
    const { terminal, services } = input
    const now = services.clock.now()
    const seen = await inReading(ctx, async (db: Reader<TendersTables>) => {
      const draft = await findDraft(db, tender.id)
      const content = draft?.content ?? (await contentOf(db, tender.id))
      const { checks } = await readPublication(db, tender, content, now)
      return { content, revision: draft?.revision ?? 0, checks, versions: await listVersions(db, tender.id) }
    })
    terminal.answer({ ...tenderJson(tender, now), ...seen })
    terminal.print(
      `${tender.title} (${tender.reference}), ${STATE_NAMES[stateOf(tender, now)].toLowerCase()}`,
    )
    terminal.print(
      `Bids due by ${formatInstantExact(tender.deadline)}. Server time now: ${formatInstantExact(now)}.`,
    )
    for (const { code, text } of seen.content.questions) terminal.print(`${code.padEnd(4)} ${text}`)
    for (const { name, weight } of seen.content.criteria)
      terminal.print(`${weight.padStart(5)} points  ${name}`)
    if (tender.status === 'draft')
      for (const check of seen.checks) terminal.print(`! ${checkSentence(check)}`)
    for (const { version, reason, changes } of seen.versions)
      terminal.print(
        `Version ${version}: ${version === 1 ? 'the first' : `${reason} (${changes.length} changes)`}`,
      )
    return 0
  },
}

export const questionsCommand: Command = {
  name: 'tenders questions',
  summary: 'List what was asked about a tender, and the answers',
  usage: 'REFERENCE --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [`tenders questions northmere-2026-003 ${NORTHMERE}`],
  run: async (input) => {
    const { ctx, tender } = await namedTender(input)
    const { terminal } = input
    const { enquiries, answers } = await inReading(ctx, async (db: Reader<TendersTables>) => ({
      enquiries: await listEnquiries(db, tender.id),
      answers: await listAnswers(db, tender.id),
    }))
    const waiting = enquiries.filter(({ closedAt }) => closedAt === null)
    terminal.answer({ answers, waiting: waiting.map(({ id, text, askedAt }) => ({ id, text, askedAt })) })
    for (const { number, question, answer } of answers) terminal.print(`${number}. ${question}\n   ${answer}`)
    for (const { text } of waiting) terminal.print(`Waiting: ${text}`)
    return 0
  },
}
