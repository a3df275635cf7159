import { describe, expect, test } from 'vitest'
import { decideIdentification, type RegisterFacts } from './placement.ts'

const entry = (number: string, postcode: string | null = 'PR1 2HE', isActive = true): RegisterFacts => ({
  scheme: 'GB-COH',
  number,
  name: 'Thornwick Care',
  postcode,
  isActive,
  formerNames: [],
  kind: 'business',
  size: null,
  sector: null,
})
const payee = { flag: 'named', postcode: null, isPerson: false, answer: null }
const nothing = {
  decided: undefined,
  decidedByName: undefined,
  byCompanyNumber: undefined,
  byCharityNumber: undefined,
  numberDisagrees: false,
  byMatching: undefined,
  byExactName: [],
}

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
      state: 'unmatched',
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
    ).toEqual({ entry: null, identifiedBy: null, state: 'individual', postcode: null, locatedBy: null })
  })

  test('identifies without placing where the register has no postcode', () => {
    expect(decideIdentification(payee, { ...nothing, byExactName: [entry('1', null)] })).toMatchObject({
      identifiedBy: 'exact-name',
      postcode: null,
      locatedBy: null,
    })
  })

  test('takes a person’s word before a number, and a number before what was said of a namesake', () => {
    const numbered = { ...nothing, byCompanyNumber: entry('1') }
    expect(decideIdentification(payee, { ...numbered, decided: entry('3') })).toMatchObject({
      entry: { number: '3' },
      identifiedBy: 'decision',
      state: 'decided',
    })
    expect(decideIdentification(payee, { ...numbered, decidedByName: entry('3') })).toMatchObject({
      entry: { number: '1' },
      state: 'number',
    })
    expect(decideIdentification(payee, { ...nothing, decidedByName: entry('3') })).toMatchObject({
      entry: { number: '3' },
      state: 'decided',
    })
  })

  test('leaves a payee without entry where a person said that none fits, whatever the name', () => {
    expect(
      decideIdentification(payee, { ...nothing, decided: null, byExactName: [entry('2')] }),
    ).toMatchObject({ entry: null, identifiedBy: 'decision', state: 'decided' })
  })

  test('does not take a name while a number of the file leads to a body of another name', () => {
    expect(
      decideIdentification(payee, { ...nothing, numberDisagrees: true, byExactName: [entry('2')] }),
    ).toMatchObject({ entry: null, state: 'unmatched' })
  })

  test('does not look a natural person up by name', () => {
    expect(
      decideIdentification({ ...payee, isPerson: true }, { ...nothing, byExactName: [entry('2')] }),
    ).toMatchObject({ entry: null, state: 'individual' })
  })

  test.each([
    ['name', { byMatching: entry('4') }, '4', 'name'],
    ['name', {}, '2', 'name'],
    ['doubtful', { byMatching: entry('4') }, undefined, 'doubtful'],
    ['unknown', {}, undefined, 'unknown'],
    ['individual', {}, undefined, 'individual'],
  ] as const)('after the matcher has said %s, keeps to that: %#', (answer, more, number, state) => {
    const found = decideIdentification(
      { ...payee, answer },
      { ...nothing, byExactName: [entry('2')], ...more },
    )
    expect([found.entry?.number, found.state]).toEqual([number, state])
  })
})
