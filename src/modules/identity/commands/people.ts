import type { Command, CommandInput, ExitCode } from '../../../platform/command.ts'
import { actingAs, type Context } from '../../../platform/context.ts'
import type { Reader } from '../../../platform/database.ts'
import { Unusable } from '../../../platform/errors.ts'
import { inReading } from '../../../platform/reading.ts'
import { invitePerson } from '../actions/invitations.ts'
import { addMembership, createPerson, setAccountClosed } from '../actions/people.ts'
import { messageOf } from '../messages.ts'
import { type Email, NAME_LENGTH, type PersonId, ROLE_TABLE, ROLES, type Role } from '../model.ts'
import { normaliseEmail } from '../rules/names.ts'
import { findOrganisationBySlug } from '../store/organisations.ts'
import { findAccount, listMembers } from '../store/people.ts'
import type { IdentityTables } from '../tables.ts'

const anyone = ({ services }: CommandInput): Context => actingAs(services, { kind: 'command' }, null)

const readEmail = (text: string | undefined): Email => {
  const email = normaliseEmail(text ?? '')
  if (!email) throw new Unusable(`"${text}" is not an e-mail address like name@example.org.`)
  return email
}

const readRole = (text: unknown): Role => {
  const role = ROLES.find((known) => known === text)
  if (!role) throw new Unusable(`--role is one of: ${ROLES.join(', ')}.`)
  return role
}

/** The context of the authority that `--authority` names by its short name. */
const actFor = async (input: CommandInput): Promise<Context> => {
  const slug = input.options.authority
  if (typeof slug !== 'string') throw new Unusable('Name the authority: --authority northmere-city-council.')
  const found = await inReading(anyone(input), (db: Reader<IdentityTables>) =>
    findOrganisationBySlug(db, slug),
  )
  if (!found)
    throw new Unusable(`There is no organisation "${slug}". goldthread organisation list shows them.`)
  return actingAs(input.services, { kind: 'command' }, found.id)
}

const findPersonId = async (input: CommandInput, email: Email): Promise<PersonId | undefined> =>
  (await inReading(anyone(input), (db: Reader<IdentityTables>) => findAccount(db, email)))?.personId

const list = async (input: CommandInput): Promise<ExitCode> => {
  const ctx = await actFor(input)
  const people = await inReading(ctx, (db: Reader<IdentityTables>) => listMembers(db, ctx.authorityId ?? ''))
  input.terminal.answer({ people })
  for (const { email, name, roles, isDisabled } of people)
    input.terminal.print(
      `${email.padEnd(40)} ${name}: ${roles.map((role) => ROLE_TABLE[role].label).join(', ')}${isDisabled ? ' (closed)' : ''}`,
    )
  if (people.length === 0) input.terminal.warn('Nobody works here yet. goldthread people add adds somebody.')
  return 0
}

const invite = async (input: CommandInput): Promise<ExitCode> => {
  const [email, role] = [readEmail(input.args[0]), readRole(input.options.role)]
  const invited = await invitePerson(await actFor(input), email, role)
  if (!invited.ok) throw new Unusable(messageOf(invited))
  input.terminal.answer({ id: invited.value, email, role })
  input.terminal.print(`A letter to ${email} is on its way.`)
  return 0
}

/** The first line of standard input: a password on the command line would stay in the shell's history. */
const readPassword = async ({ options, terminal }: CommandInput): Promise<string | null> =>
  options['password-from-input'] === true ? ((await terminal.readInput()).split(/\r?\n/)[0] ?? '') : null

const readName = (given: unknown, email: Email): string => {
  const name = (typeof given === 'string' ? given : (email.split('@')[0] ?? '')).trim()
  if (name.length < 1 || name.length > NAME_LENGTH.person)
    throw new Unusable(`--name has 1 to ${NAME_LENGTH.person} characters.`)
  return name
}

const create = async (input: CommandInput, email: Email): Promise<PersonId> => {
  const person = { email, name: readName(input.options.name, email), password: await readPassword(input) }
  const made = await createPerson(anyone(input), person)
  if (!made.ok) throw new Unusable(messageOf(made))
  if (person.password === null)
    input.terminal.warn('They have no password yet; the page "Forgotten password" lets them set one.')
  return made.value
}

const add = async (input: CommandInput): Promise<ExitCode> => {
  const [email, role, ctx] = [readEmail(input.args[0]), readRole(input.options.role), await actFor(input)]
  const id = (await findPersonId(input, email)) ?? (await create(input, email))
  const added = await addMembership(ctx, id, role)
  if (!added.ok) throw new Unusable(messageOf(added))
  input.terminal.answer({ id, email, roles: added.value })
  input.terminal.print(
    `${email} is there as ${added.value.map((held) => ROLE_TABLE[held].label).join(', ')}.`,
  )
  return 0
}

const close =
  (isClosed: boolean) =>
  async (input: CommandInput): Promise<ExitCode> => {
    const email = readEmail(input.args[0])
    const id = await findPersonId(input, email)
    if (!id) throw new Unusable(`There is no account for ${email}.`)
    await setAccountClosed(anyone(input), id, isClosed)
    input.terminal.answer({ id, email, isDisabled: isClosed })
    input.terminal.print(
      isClosed ? `${email} cannot sign in any more, anywhere.` : `${email} can sign in again.`,
    )
    return 0
  }

const authority = { type: 'string', description: 'the short name of the authority' } as const
const role = { type: 'string', description: `one of: ${ROLES.join(', ')}` } as const

export const peopleCommands: readonly Command[] = [
  {
    name: 'people list',
    summary: 'List who works for an authority, and as what',
    usage: '--authority NAME',
    minArgs: 0,
    maxArgs: 0,
    options: { authority },
    examples: ['people list --authority northmere-city-council --json'],
    run: list,
  },
  {
    name: 'people invite',
    summary: 'Invite somebody to a role by a letter',
    usage: 'EMAIL --authority NAME --role ROLE',
    minArgs: 1,
    maxArgs: 1,
    options: { authority, role },
    examples: ['people invite ada@northmere.example --authority northmere-city-council --role analyst'],
    run: invite,
  },
  {
    name: 'people add',
    summary: 'Give somebody a role, and an account where they have none',
    usage: 'EMAIL --authority NAME --role ROLE',
    minArgs: 1,
    maxArgs: 1,
    options: {
      authority,
      role,
      name: { type: 'string', description: 'their name, for a new account' },
      'password-from-input': { type: 'boolean', description: 'read their password from standard input' },
    },
    examples: [
      'people add ada@northmere.example --name "Ada" --authority northmere-city-council --role administrator',
      'people add ada@northmere.example --authority northmere-city-council --role analyst --password-from-input < password.txt',
    ],
    run: add,
  },
  {
    name: 'people disable',
    summary: 'Close an account in every authority and end its sessions',
    usage: 'EMAIL',
    minArgs: 1,
    maxArgs: 1,
    options: {},
    examples: ['people disable ada@northmere.example'],
    run: close(true),
  },
  {
    name: 'people enable',
    summary: 'Open a closed account again',
    usage: 'EMAIL',
    minArgs: 1,
    maxArgs: 1,
    options: {},
    examples: ['people enable ada@northmere.example'],
    run: close(false),
  },
]
