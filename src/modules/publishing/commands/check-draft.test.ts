import { expect, test } from 'vitest'
import { runIt } from '../builders.ts'
import { checkDraftCommand } from './check-draft.ts'

test('goldthread ocds check-draft tells law from guidance, and exits with 1 where there is something', async () => {
  const text = /<<< '(.*)'$/.exec(checkDraftCommand.examples.at(-1) ?? '')?.[1] ?? ''
  const { code, out, answer } = await runIt(checkDraftCommand, text)
  expect(code).toBe(1)
  expect(out).toContain('[Procurement Act 2023 s.18]')
  expect(out).toContain('Suppliers get 10 days to tender; the law asks for at least 25')
  expect(answer.processes[0].findings.map(({ kind }: { kind: string }) => kind)).toEqual(['law', 'law'])
})
test('it exits with 0 where there is nothing, and with 1 where nothing can be read', async () => {
  const fine = '{"ocid":"x","date":"2026-01-01T00:00:00Z","tender":{"title":"Paths"}}'
  expect((await runIt(checkDraftCommand, fine)).code).toBe(0)
  expect((await runIt(checkDraftCommand, 'paths')).code).toBe(1)
})
