import { permissionsOf, type Role } from '#identity'
import type { CommandInput } from '../../../platform/command.ts'
import { aVisitor, openTestApp } from '../../../platform/testing/test-app.ts'
import type { TestDatabase } from '../../../platform/testing/test-database.ts'
import { api } from '../api.ts'
import { commands } from '../commands.ts'

/** An id that nothing has, for the examples. */
export const SOME_ID = '01990000-0000-7000-8000-000000000009'
export const wholeExample = (example: string): string => example.replaceAll('0199…', SOME_ID)

// oxlint-disable-next-line typescript/no-explicit-any -- each write answers in a shape of its own
type Told = any
type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'

/** A program with the token of a person of its own, who has the role. */
export const aProgram = async (db: TestDatabase, authorityId: string, role: Role) => {
  const visitor = aVisitor({ authorityId, permissions: [...permissionsOf([role])] })
  const app = await openTestApp(db, { api, identify: async () => visitor })
  return async (method: Method, path: string, body?: unknown) => {
    const answer = await app.client().request({
      method,
      url: `/api/v1/${path}`,
      headers: { 'content-type': 'application/json', authorization: 'Bearer a-token-of-twenty-characters' },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: answer.statusCode, body: answer.json<Told>() }
  }
}

/** Runs a command of contracts as with --json; the input is what it reads as JSON. */
export const aCommandLine =
  (db: TestDatabase, organisation: string) =>
  async (name: string, args: readonly string[], input: unknown = {}, more: object = {}) => {
    const said = { answer: undefined as Told, warned: [] as string[] }
    const terminal: CommandInput['terminal'] = {
      isJson: true,
      print: () => undefined,
      answer: (value) => void (said.answer = value),
      warn: (text) => void said.warned.push(text),
      progress: () => undefined,
      readInput: async () => JSON.stringify(input),
    }
    const command = commands.find((known) => known.name === name)
    if (!command) throw new Error(`There is no command ${name}.`)
    const code = await command.run({
      services: db.services,
      args,
      options: { organisation, ...more },
      terminal,
    })
    return { code, ...said }
  }

export const auditNamesOf = async (db: TestDatabase, authorityId: string): Promise<Set<unknown>> => {
  const rows = await db.query('select distinct name from platform.audit_entry where authority_id = $1', [
    authorityId,
  ])
  return new Set(rows.map(({ name }) => name))
}
