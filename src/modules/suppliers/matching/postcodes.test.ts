import { describe, expect, it } from 'vitest'
import { placeAgreement, postcodeAgreement } from './postcodes.ts'

describe('postcodeAgreement', () => {
  it.each([
    ['WF1 2AB', 'wf12ab', 'unit'],
    ['WF1 2AB', 'WF1 2CD', 'sector'],
    ['WF1 2AB', 'WF1 3AB', 'district'],
    ['WF1 2AB', 'WF11 2AB', 'area'],
    ['WF1 2AB', 'W1F 2AB', 'elsewhere'],
    ['EC1A 1BB', 'EC1A 1BB', 'unit'],
    ['WF1', 'WF1 2AB', 'unknown'],
    ['WF1 2AB', null, 'unknown'],
    ['not known', 'WF1 2AB', 'unknown'],
  ])('%s and %s agree by %s', (one, other, agreement) => {
    expect(postcodeAgreement(one, other)).toBe(agreement)
    expect(postcodeAgreement(other, one)).toBe(agreement)
  })
})

describe('placeAgreement', () => {
  it('compares a town in the text with the post town or, failing that, the postcode area', () => {
    expect(placeAgreement(['northmoor', 'sheffield'], 'SHEFFIELD', null)).toBe('agrees')
    expect(placeAgreement(['sheffield'], null, 'S1 2AB')).toBe('agrees')
    expect(placeAgreement(['sheffield'], null, 'WF1 2AB')).toBe('disagrees')
  })
  it('is silent without a town on both sides', () => {
    expect(placeAgreement(['northmoor'], 'LEEDS', 'LS1 1AA')).toBe('silent')
    expect(placeAgreement(['sheffield'], null, null)).toBe('silent')
  })
})
