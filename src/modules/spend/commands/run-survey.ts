import { actingForNamed, normaliseEmail } from '#identity'
import type { Decision } from '../../../kernel/decision.ts'
import { parsePlainDate } from '../../../kernel/plain-date.ts'
import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { formatCount } from '../../../platform/views/views.ts'
import {
  changeQuestions,
  closeSurvey,
  draftSurvey,
  openSurvey,
  remindSuppliers,
  setAddresses,
} from '../actions/survey/run-survey.ts'
import { surveyRefusal } from '../messages/survey.ts'
import { type Invitee, MOST_INVITED, type SurveyRefusal } from '../model/survey.ts'
import { readAddressLines } from '../rules/survey/addresses.ts'
import { readQuestions } from '../rules/survey/questions.ts'
import { listInvitees } from '../store/survey.ts'
import type { SpendTables } from '../tables.ts'
import { type NamedSurvey, namedSurvey } from './named-survey.ts'
import { ORGANISATION, PERIOD, periodOf, titleOf, wholeOf } from './periods.ts'

const NAMED = '"What you do for us" --organisation northmere-city-council'

const draft: Command = {
  name: 'survey draft',
  summary: 'Draft a survey of the suppliers that were paid most, with the usual questions',
  usage: '--organisation NAME --title TEXT --closes DAY',
  minArgs: 0,
  maxArgs: 0,
  options: {
    ...ORGANISATION,
    ...PERIOD,
    title: { type: 'string', description: 'what suppliers read above the questions' },
    invite: { type: 'string', description: `how many suppliers to ask, at most ${MOST_INVITED} (300)` },
    closes: { type: 'string', description: 'the last day to answer, 2026-12-31' },
  },
  examples: [
    'survey draft --organisation northmere-city-council --title "What you do for us" --from 2025-04 --to 2026-03 --invite 300 --closes 2026-12-31',
  ],
  run: async ({ services, options, terminal }) => {
    const ctx = await actingForNamed(services, options.organisation)
    const closesOn = parsePlainDate(String(options.closes ?? ''))
    if (!closesOn) throw new Unusable('--closes is the last day to answer, such as 2026-12-31.')
    const title = titleOf(options.title)
    const invite = wholeOf(options.invite, 'invite', 300, MOST_INVITED)
    const drafted = await draftSurvey(ctx, { ...periodOf(options), title, invite, closesOn })
    if (!drafted.ok)
      throw new Unusable(
        drafted.refusal === 'closes-too-soon'
          ? surveyRefusal(drafted.refusal)
          : 'No supplier was paid in this period.',
      )
    terminal.answer({ id: drafted.value, title })
    terminal.print(`${title} is drafted: ${drafted.value}`)
    return 0
  },
}

const readQuestionList = (text: string) => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Unusable('Standard input is not JSON. See goldthread survey questions --help.')
  }
  if (!Array.isArray(value))
    throw new Unusable('The questions are a JSON list. See goldthread survey questions --help.')
  return readQuestions(
    value.map((one: Readonly<Record<string, unknown>> | null) => ({
      id: String(one?.id ?? ''),
      text: String(one?.text ?? ''),
      hint: String(one?.hint ?? ''),
      kind: String(one?.kind ?? ''),
    })),
  )
}

const questions: Command = {
  name: 'survey questions',
  summary: 'Replace the questions of a draft by those of standard input',
  usage: 'SURVEY --organisation NAME < QUESTIONS.json',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [`survey questions ${NAMED} <<< '[{"text":"How many bicycles?","kind":"number","hint":""}]'`],
  details:
    'A question has a text, a kind (number, yes-no, share or text) and a hint. survey show --json writes the questions there are.',
  run: async (input) => {
    const { ctx, survey } = await namedSurvey(input)
    const read = readQuestionList(await input.terminal.readInput())
    return tell(
      input,
      `${formatCount(read.length, 'question')} asked`,
      await changeQuestions(ctx, survey.id, read),
    )
  },
}

const addresses: Command = {
  name: 'survey addresses',
  summary: 'Set where each supplier is written to, from lines of standard input',
  usage: 'SURVEY --organisation NAME < ADDRESSES.txt',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [`survey addresses ${NAMED} <<< 'Thornwick Care; office@thornwick.example'`],
  details:
    'One supplier a line: its name, a semicolon, an address. A supplier that is left out has no address after it.',
  run: async (input) => {
    const { ctx, survey } = await namedSurvey(input)
    const invitees = await inReading<SpendTables, Invitee[]>(ctx, (db) => listInvitees(db, survey.id))
    const read = readAddressLines(await input.terminal.readInput(), invitees, normaliseEmail)
    if (read.faults.length > 0)
      throw new Unusable(
        `Nothing was changed. Each line needs the name of an invited supplier, a semicolon and an address: ${read.faults.slice(0, 5).join(' | ')}`,
      )
    await setAddresses(ctx, survey.id, read.addresses)
    input.terminal.answer({ addresses: read.addresses.size, invited: invitees.length })
    input.terminal.print(
      `${read.addresses.size} of ${formatCount(invitees.length, 'supplier')} have an address.`,
    )
    return 0
  },
}

const tell = (
  { terminal }: CommandInput,
  done: string,
  decision: Decision<unknown, SurveyRefusal>,
): ExitCode => {
  if (!decision.ok) throw new Unusable(surveyRefusal(decision.refusal))
  terminal.answer(typeof decision.value === 'number' ? { done, letters: decision.value } : { done })
  terminal.print(
    typeof decision.value === 'number' ? `${formatCount(decision.value, 'letter')} ${done}.` : `${done}.`,
  )
  return 0
}

const step = (
  verb: string,
  summary: string,
  done: string,
  action: (named: NamedSurvey) => Promise<Decision<unknown, SurveyRefusal>>,
): Command => ({
  name: `survey ${verb}`,
  summary,
  usage: 'SURVEY --organisation NAME',
  minArgs: 1,
  maxArgs: 1,
  options: ORGANISATION,
  examples: [`survey ${verb} ${NAMED}`],
  run: async (input) => tell(input, done, await action(await namedSurvey(input))),
})

export const runSurveyCommands: readonly Command[] = [
  draft,
  questions,
  addresses,
  step('send', 'Open a survey and write to every supplier with an address', 'on the way', (named) =>
    openSurvey(named.ctx, named.survey.id),
  ),
  step('remind', 'Remind the suppliers who have not answered', 'on the way', (named) =>
    remindSuppliers(named.ctx, named.survey.id, 'all'),
  ),
  step('close', 'Close a survey before its last day', 'The survey is closed', (named) =>
    closeSurvey(named.ctx, named.survey.id),
  ),
]
