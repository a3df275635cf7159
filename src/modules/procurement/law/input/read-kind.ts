import { ROUTE_READER } from './fields.ts'
import { EXEMPTION_READER } from './group-fields.ts'
import { ask, type Notes, put } from './notes.ts'
import { plain, readFlag } from './read-values.ts'
import { CALL_OFF_WORDS } from './words.ts'

const SUBJECT_WORDS: readonly (readonly [string, RegExp])[] = [
  ['works', /works|construction/],
  ['goods', /goods|supplies|^supply$|products/],
  ['services', /services?|lighttouch|socialcare/],
]

export const CONTRACT_TYPE_NAMES = new Set([
  'contracttype',
  'subject',
  'type',
  'category',
  'maincategory',
  'kind',
  'procurementtype',
])

/** `light touch services`, `works concession`: one text can say several things. */
export const readContractType = (notes: Notes, raw: unknown): void => {
  const text = typeof raw === 'string' ? plain(raw) : ''
  const subjects = SUBJECT_WORDS.filter(([, words]) => words.test(text)).map(([subject]) => subject)
  const isPlaced = /concession|framework|dynamicmarket|calloff|utilit|defen[cs]e/.test(text)
  if (subjects.length > 1)
    return ask(
      notes,
      'contractType',
      `"${String(raw)}" is mixed: name the kind that the contract is mainly for.`,
    )
  if (subjects.length === 0 && !isPlaced)
    return ask(notes, 'contractType', `"${String(raw)}" is none of goods, services and works.`)
  if (subjects[0] !== undefined) put(notes, 'contractType', 'subject', { ok: true, value: subjects[0] })
  const says = (words: RegExp, path: string, value: unknown): void =>
    void (words.test(text) && put(notes, 'contractType', path, { ok: true, value }))
  says(/lighttouch|socialcare/, 'isLightTouch', true)
  says(/concession/, 'isConcession', true)
  says(/utilit/, 'isUtilities', true)
  says(/defen[cs]e/, 'isDefence', true)
  says(/calloff/, 'arrangement', 'call-off')
  says(/^(?!.*calloff).*framework/, 'arrangement', /open/.test(text) ? 'open-framework' : 'framework')
  says(/dynamicmarket/, 'arrangement', 'dynamic-market')
}

export const ROUTE_NAMES = new Set(['route', 'procedure', 'awardroute', 'procurementroute'])

export const readRoute = (notes: Notes, raw: unknown): void => {
  const text = typeof raw === 'string' ? plain(raw) : ''
  if (CALL_OFF_WORDS.has(text)) return put(notes, 'route', 'arrangement', { ok: true, value: 'call-off' })
  if (text === 'userchoice' || text === 'userchoicedirectaward') {
    put(notes, 'route', 'route', { ok: true, value: 'direct-award' })
    return put(notes, 'route', 'directAwardGround', { ok: true, value: 'user-choice' })
  }
  put(notes, 'route', 'route', ROUTE_READER(raw))
}

export const EXEMPTION_NAMES = new Set([
  'exemption',
  'exempt',
  'exemptcontract',
  'exemptedcontract',
  'exempted',
])

export const readExemption = (notes: Notes, raw: unknown): void => {
  const flag = readFlag(raw)
  if (flag.ok && !flag.value) return
  put(notes, 'exemption', 'exemption.kind', flag.ok ? { ok: true, value: 'other' } : EXEMPTION_READER(raw))
}
