import { describe, expect, test } from 'vitest'
import type { Command, CommandInput } from '../../platform/command.ts'
import { openTestDatabase } from '../../platform/testing/test-database.ts'
import { signIn } from './actions/sign-in.ts'
import { GOOD_PASSWORD } from './builders.ts'
import { commands } from './commands.ts'

const db = await openTestDatabase(['send-mail'])

const run = async (name: string, args: string[], options: CommandInput['options'] = {}, input = '') => {
  const command = commands.find((known) => known.name === name) as Command
  const said = { lines: [] as string[], warnings: [] as string[], answer: undefined as unknown }
  const code = await command.run({
    services: db.services,
    args,
    options,
    terminal: {
      isJson: false,
      print: (line) => void said.lines.push(line),
      answer: (value) => {
        said.answer = value
      },
      warn: (line) => void said.warnings.push(line),
      progress: () => undefined,
      readInput: async () => input,
    },
  })
  return { code, ...said }
}

describe('the commands', () => {
  test('set up an authority with its first administrator', async () => {
    const made = await run('organisation create', ['Northmere City Council'])
    expect(made.answer).toMatchObject({ slug: 'northmere-city-council', kind: 'council', isAuthority: true })
    const options = {
      authority: 'northmere-city-council',
      role: 'administrator',
      name: 'Ada',
      'password-from-input': true,
    }
    const added = await run('people add', ['Ada@Northmere.example'], options, `${GOOD_PASSWORD}\n`)
    expect(added.answer).toMatchObject({ email: 'ada@northmere.example', roles: ['administrator'] })
    expect(
      await signIn(db.context({ kind: 'nobody' }, null), 'ada@northmere.example', GOOD_PASSWORD),
    ).toMatchObject({ ok: true })
    const again = await run('people add', ['ada@northmere.example'], {
      authority: 'northmere-city-council',
      role: 'analyst',
    })
    expect(again.answer).toMatchObject({ roles: ['administrator', 'analyst'] })
  })

  test('list organisations and people', async () => {
    expect((await run('organisation list', [])).lines).toEqual([
      'northmere-city-council           Northmere City Council (Council, contracting authority)',
    ])
    const people = await run('people list', [], { authority: 'northmere-city-council' })
    expect(people.lines).toEqual(['ada@northmere.example                    Ada: Administrator, Analyst'])
    expect(people.answer).toMatchObject({
      people: [{ email: 'ada@northmere.example', roles: ['administrator', 'analyst'] }],
    })
  })

  test('invite somebody', async () => {
    const invited = await run('people invite', ['bea@northmere.example'], {
      authority: 'northmere-city-council',
      role: 'finance',
    })
    expect(invited.lines).toEqual(['A letter to bea@northmere.example is on its way.'])
    expect(
      await db.query(`select 1 from platform.mail where recipient = 'bea@northmere.example'`),
    ).toHaveLength(1)
  })

  test('close an account and open it again', async () => {
    const enter = () => signIn(db.context({ kind: 'nobody' }, null), 'ada@northmere.example', GOOD_PASSWORD)
    await run('people disable', ['ada@northmere.example'])
    expect(await enter()).toMatchObject({ ok: false })
    await run('people enable', ['ada@northmere.example'])
    expect(await enter()).toMatchObject({ ok: true })
  })

  const here = { authority: 'northmere-city-council', role: 'analyst' }
  test.each([
    ['organisation create', ['Northmere City Council'], {}, 'exists already'],
    ['organisation create', ['X'], { kind: 'castle' }, '--kind is one of: council'],
    ['people list', [], {}, 'Name the authority'],
    ['people list', [], { authority: `'; drop table identity.person; --` }, 'There is no organisation'],
    ['people invite', ['bea@northmere.example'], { ...here, role: 'king' }, '--role is one of: analyst'],
    ['people invite', ['bea'], here, 'not an e-mail address'],
    ['people add', ['new@northmere.example'], { ...here, name: 'x'.repeat(121) }, '--name has 1 to 120'],
    [
      'people add',
      ['new@northmere.example'],
      { ...here, 'password-from-input': true },
      'at least 12 characters',
    ],
    ['people add', ['ada@northmere.example'], { ...here, role: 'auditor' }, 'either auditor or other roles'],
    ['people disable', ['ghost@northmere.example'], {}, 'There is no account'],
  ])('%s %j %j is refused: %s', async (name, args, options, sentence) => {
    await expect(run(name, args as string[], options as CommandInput['options'])).rejects.toThrow(sentence)
  })

  test('have a name, a summary and an example each that begins with the name', () => {
    for (const { name, summary, examples } of commands) {
      expect(summary).not.toBe('')
      expect(examples.every((example) => example.startsWith(name))).toBe(true)
    }
  })
})
