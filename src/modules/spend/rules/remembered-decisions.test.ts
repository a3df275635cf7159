import { expect, test } from 'vitest'
import { type Decided, rememberedDecisions } from './remembered-decisions.ts'

const one: Decided = { scheme: 'GB-COH', number: '00000001' }
const other: Decided = { scheme: 'GB-COH', number: '00000002' }
const said = (payeeKey: string, nameKey: string, decided: Decided) => ({ payeeKey, nameKey, decided })

test('a decision holds for its payee and for others of the name', () => {
  const remembered = rememberedDecisions([said('A|', 'a|', one), said('B|', 'b|', null)])
  expect([remembered.ofPayee('A|'), remembered.ofName('a|')]).toEqual([one, one])
  expect([remembered.ofPayee('B|'), remembered.ofName('b|')]).toEqual([null, null])
  expect([remembered.ofPayee('C|'), remembered.ofName('c|')]).toEqual([undefined, undefined])
})

test('a name of which people said different things says nothing, whatever comes third', () => {
  const remembered = rememberedDecisions([
    said('A|PR1', 'a|', one),
    said('A|M1', 'a|', other),
    said('A|LS1', 'a|', one),
  ])
  expect(remembered.ofName('a|')).toBeUndefined()
  expect([remembered.ofPayee('A|PR1'), remembered.ofPayee('A|M1')]).toEqual([one, other])
})

test('“none of these” and an entry are different things', () => {
  expect(rememberedDecisions([said('A', 'a|', null), said('B', 'a|', one)]).ofName('a|')).toBeUndefined()
})
