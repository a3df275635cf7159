import { describe, expect, test } from 'vitest'
import { decideIdentification, type RegisterFacts } from './placement.ts'

const entry = (number: string, postcode: string | null = 'PR1 2HE', isActive = true): RegisterFacts => ({
  scheme: 'GB-COH',
  number,
  name: 'Thornwick Care',
  postcode,
  isActive,
})
const payee = { flag: 'named', postcode: null, companyNumber: null, charityNumber: null }
const nothing = { byCompanyNumber: undefined, byCharityNumber: undefined, byExactName: [] }

describe('decideIdentification', () => {
  test('takes a number before a name', () => {
    expect(
      decideIdentification(payee, { ...nothing, byCompanyNumber: entry('1'), byExactName: [entry('2')] }),
    ).toMatchObject({ entry: { number: '1' }, identifiedBy: 'company-number', postcode: 'PR1 2HE' })
  })

  test('places by the postcode in the file before the register’s', () => {
    expect(
      decideIdentification({ ...payee, postcode: 'M1 1AA' }, { ...nothing, byExactName: [entry('2')] }),
    ).toMatchObject({ identifiedBy: 'exact-name', postcode: 'M1 1AA', locatedBy: 'file-postcode' })
  })

  test('leaves a name that stands for several organisations alone', () => {
    expect(decideIdentification(payee, { ...nothing, byExactName: [entry('1'), entry('2')] })).toEqual({
      entry: null,
      identifiedBy: null,
      postcode: null,
      locatedBy: null,
    })
  })

  test('takes the only active one of several with a name', () => {
    expect(
      decideIdentification(payee, { ...nothing, byExactName: [entry('1', 'BB1 1AA', false), entry('2')] }),
    ).toMatchObject({ entry: { number: '2' } })
  })

  test('looks nothing up about a withheld name', () => {
    expect(
      decideIdentification(
        { ...payee, flag: 'redacted', postcode: 'PR1 2HE' },
        { ...nothing, byExactName: [entry('1')] },
      ),
    ).toEqual({ entry: null, identifiedBy: null, postcode: null, locatedBy: null })
  })

  test('identifies without placing where the register has no postcode', () => {
    expect(decideIdentification(payee, { ...nothing, byExactName: [entry('1', null)] })).toMatchObject({
      identifiedBy: 'exact-name',
      postcode: null,
      locatedBy: null,
    })
  })
})
