import { expect, it } from 'vitest'
import type { Ask } from './ask.ts'
import { rememberAnswers } from './remember-answers.ts'

const counting = (answer: (text: string) => Promise<unknown[]>) => {
  const asked: string[] = []
  const ask: Ask = async <Row>(text: string) => {
    asked.push(text)
    return (await answer(text)) as Row[]
  }
  return { ask: rememberAnswers(ask), asked }
}

it('asks once for two who want the same at the same time, and not again later', async () => {
  const { ask, asked } = counting(async () => [{ pence: 5 }])
  expect(await Promise.all([ask('sum', [1]), ask('sum', [1])])).toEqual([[{ pence: 5 }], [{ pence: 5 }]])
  await ask('sum', [1])
  expect(asked).toEqual(['sum'])
})

it('takes another parameter for another question', async () => {
  const { ask, asked } = counting(async () => [])
  await ask('sum', ['a'])
  await ask('sum', [['a']])
  expect(asked).toHaveLength(2)
})

it('forgets a question that failed', async () => {
  let isBroken = true
  const { ask } = counting(async () => {
    if (isBroken) throw new Error('gone')
    return [{ pence: 1 }]
  })
  await expect(ask('sum')).rejects.toThrow('gone')
  isBroken = false
  expect(await ask('sum')).toEqual([{ pence: 1 }])
})

it('gives each asker a list of their own, of rows that nobody changes', async () => {
  const { ask } = counting(async () => [{ pence: 1 }, { pence: 2 }])
  const first = await ask<{ pence: number }>('sum')
  first.pop()
  expect(() => Object.assign(first[0] ?? {}, { pence: 9 })).toThrow(TypeError)
  expect(await ask('sum')).toEqual([{ pence: 1 }, { pence: 2 }])
})

it('works long answers out again', async () => {
  const { ask, asked } = counting(async () => Array.from({ length: 501 }, (_, at) => ({ at })))
  await ask('all')
  await ask('all')
  expect(asked).toHaveLength(2)
})
