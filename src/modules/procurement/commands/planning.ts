import { actingForNamed } from '#identity'
import type { Command, Terminal } from '../../../platform/command.ts'
import { type Context, today } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatPounds, formatShortDate } from '../../../platform/views/formatters.ts'
import {
  describeAppraisal,
  describeEngagement,
  describeImpacts,
  describeLocalAnswer,
  describeLocalRule,
} from '../describe-planning.ts'
import { readLocalAnswers } from '../local-rules-of-purchase.ts'
import { MEANS_WORDS } from '../messages/law-words.ts'
import { bandWords } from '../messages/local-rule-words.ts'
import { REPLIES } from '../model/engagement.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchaseNamed } from '../named-purchase.ts'
import { rulesInForce } from '../rules/local-rules.ts'
import { listLocalRules } from '../store/local-rules.ts'
import type { ProcurementTables } from '../tables.ts'
import { readTimetable } from '../timetable-of-purchase.ts'
import { ORGANISATION } from './pipeline.ts'

type Db = Reader<ProcurementTables>
/** What is told of a purchase: read in one go, then answered as JSON or printed. */
type Part = {
  readonly name: string
  readonly summary: string
  readonly tell: (db: Db, purchase: Purchase, ctx: Context, terminal: Terminal) => Promise<void>
}

const command = ({ name, summary, tell }: Part): Command => ({
  name: `pipeline ${name}`,
  summary,
  usage: 'P-NUMBER --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [`pipeline ${name} P-3 --organisation "Northmere City Council" --json`],
  run: async ({ services, options, args: [text = ''], terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const purchase = await purchaseNamed(ctx, text)
    await inReading(ctx, (db: Db) => tell(db, purchase, ctx, terminal))
    return 0
  },
})

const PARTS: readonly Part[] = [
  {
    name: 'rules',
    summary: 'Show what the local rules ask of a purchase, with result and reason',
    tell: async (db, purchase, ctx, { answer, print }) => {
      const rules = (await readLocalAnswers(db, purchase, today(ctx))).map(describeLocalAnswer)
      answer({ rules })
      for (const { rule, isSettled, reason } of rules)
        print(`${isSettled ? 'settled' : 'open   '}  ${rule}\n         ${reason}`)
      if (rules.length === 0) print('The council has no rule of its own in force.')
    },
  },
  {
    name: 'impact',
    summary: 'Show the impact assessment of a purchase, and what is missing from it',
    tell: async (db, { id }, _ctx, { answer, print, warn }) => {
      const told = await describeImpacts(db, id)
      answer(told)
      for (const {
        direction,
        dimension,
        effect,
        likelihood,
        scale,
        answer: met,
        answerReason,
      } of told.impacts)
        print(
          `${direction}, ${dimension}, ${likelihood} × ${scale}: ${effect}${met ? `\n  ${met}: ${answerReason}` : ''}`,
        )
      for (const { dimension, reason } of told.noneExpected) print(`none, ${dimension}: ${reason}`)
      for (const sentence of told.missing) warn(sentence)
    },
  },
  {
    name: 'timetable',
    summary: 'Show the planned days of a purchase with those the law sets',
    tell: async (_db, purchase, _ctx, { answer, print }) => {
      const timetable = readTimetable(purchase)
      answer({ timetable })
      for (const { means, date, what, provision, isMet, isWorkingDay } of timetable) {
        const notes = [
          provision ? ` (${provision})` : '',
          isMet === false ? ', NOT kept by the plan' : '',
          isWorkingDay === false ? ', not a working day' : '',
        ]
        print(`${MEANS_WORDS[means].padEnd(7)}${formatShortDate(date).padEnd(13)}${what}${notes.join('')}`)
      }
      if (timetable.length === 0) print('Nothing is dated yet.')
    },
  },
  {
    name: 'delivery-model',
    summary: 'Show how ways to deliver a purchase compare, and the tests of Schedule 2',
    tell: async (db, { id }, ctx, { answer, print, warn }) => {
      const told = await describeAppraisal(db, id, today(ctx))
      answer(told)
      for (const { name, points, presentValuePence, isChosen } of told.options)
        print(
          `${points} of 100  ${name}${isChosen ? ' (chosen)' : ''}, ${formatPounds(Number(presentValuePence))} over its life, in present value`,
        )
      if (told.chosenBecause) print(`Chosen because: ${told.chosenBecause}`)
      for (const { body, kind, outcome, retestBy } of told.tests)
        print(`${kind} test of ${body}: ${outcome}, again by ${formatShortDate(retestBy)}`)
      if (told.status === 'not-begun') print('No ways to deliver it are compared.')
      for (const sentence of told.missing) warn(sentence)
    },
  },
  {
    name: 'engagement',
    summary: 'Show events, invitations, questions and what was learned from the market',
    tell: async (db, { id }, _ctx, { answer, print }) => {
      const told = await describeEngagement(db, id)
      answer(told)
      for (const event of told.events) {
        print(`${formatShortDate(event.heldOn)}  ${event.title}${event.place && `, ${event.place}`}`)
        for (const { eventId, supplierName, reply } of told.invited)
          if (eventId === event.id) print(`  ${supplierName}: ${REPLIES[reply].toLowerCase()}`)
      }
      for (const { question, answer: said } of told.questions)
        print(`Question: ${question}\n  ${said ?? 'waits for an answer'}`)
      for (const { learned, soWhat } of told.notes) print(`Learned: ${learned}${soWhat && ` So: ${soWhat}`}`)
      if (told.events.length + told.questions.length + told.notes.length === 0)
        print('The market was not asked.')
    },
  },
]

const localRules: Command = {
  name: 'local-rules list',
  summary: 'List the rules of its own that an organisation has in force today',
  usage: '--organisation NAME',
  minArgs: 0,
  maxArgs: 0,
  options: ORGANISATION,
  examples: ['local-rules list --organisation "Northmere City Council"'],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const versions = await inReading(ctx, (db: Db) => listLocalRules(db))
    const rules = rulesInForce(versions, today(ctx))
    terminal.answer({ rules: rules.map(describeLocalRule) })
    for (const rule of rules)
      terminal.print(
        `${rule.title} (version ${rule.version}, since ${formatShortDate(rule.inForceFrom)})\n  for ${bandWords(rule)}`,
      )
    if (rules.length === 0) terminal.print('The council has no rule of its own in force.')
    return 0
  },
}

export const planningCommands: readonly Command[] = [...PARTS.map(command), localRules]
