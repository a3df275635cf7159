import { expect, test } from 'vitest'
import { z } from 'zod'
import { plainIssue } from './plain-issues.ts'

test.each([
  [z.object({ a: z.number() }), {}, 'This is missing: give a number'],
  [z.array(z.string()), 'x', 'Give a list'],
  [z.object({}), null, 'Give an object with fields'],
  [z.number(), Number.NaN, 'Give a number that is a real one'],
  [z.int(), 1.5, 'Give a whole number'],
  [z.enum(['up', 'down']), 'left', 'Give one of up, down'],
  [z.literal('x'), 'y', 'Give x'],
  [z.number().min(0), -1, 'Give at least 0'],
  [z.number().positive(), 0, 'Give more than 0'],
  [z.string().max(1), 'ab', 'Give at most 1 character'],
  [z.array(z.string()).max(2), ['', '', ''], 'Give at most 2 of them'],
  [z.iso.date(), '2026-02-30', 'Give a day as 2026-03-31'],
  [z.uuid(), 'x', /^Give an id/],
  [z.strictObject({}), { fish: 1 }, 'There is no field “fish”'],
  [z.union([z.string(), z.number()]), true, /^Give this in one of the forms/],
  [z.string().min(1, 'Enter a title'), '', 'Enter a title'],
])('says of %# in plain words what is wrong', (schema, value, sentence) => {
  const [issue] = schema.safeParse(value, { error: plainIssue }).error?.issues ?? []
  expect(issue?.message).toMatch(sentence)
})
