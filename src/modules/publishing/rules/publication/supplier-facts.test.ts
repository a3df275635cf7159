import { describe, expect, test } from 'vitest'
import { type Registered, supplierFacts } from './supplier-facts.ts'

const unsaid = { isSme: null, isVcse: null }
const body = (kind: string, size: string | null, more: Partial<Registered> = {}): Registered => ({
  kind,
  size,
  kindCertainty: 'stated',
  sizeCertainty: 'stated',
  ...more,
})

describe('what the Transparency Code asks of a supplier', () => {
  test.each([
    ['a firm with accounts of a small company', body('business', 'small'), true, false],
    ['a charity of unknown size', body('vcse', null), null, true],
    ['a firm with 250 and more staff', body('business', 'large'), false, false],
    ['a firm with full accounts', body('business', 'large', { sizeCertainty: 'indicated' }), null, false],
    ['another council', body('public', null), false, false],
    ['a form that does not tell', body('unknown', 'micro', { kindCertainty: 'indicated' }), true, null],
    ['a name that reads like a council', body('public', null, { kindCertainty: 'indicated' }), null, null],
  ])('%s', (_, registered, isSme, isVcse) =>
    expect(supplierFacts(unsaid, registered)).toEqual({ isSme, isVcse }),
  )

  test('goes by what the council says where it says something', () => {
    const said = { isSme: false, isVcse: true }
    expect(supplierFacts(said, body('business', 'small'))).toEqual(said)
    expect(supplierFacts(said, undefined)).toEqual(said)
  })
})
