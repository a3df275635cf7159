import { describe, expect, it } from 'vitest'
import { sectorAgreement } from './sector-words.ts'

describe('sectorAgreement', () => {
  it('agrees when one activity is of the promised trade', () => {
    expect(sectorAgreement(['northmoor', 'roofing'], '70229,43910')).toBe('agrees')
    expect(sectorAgreement(['northmoor', 'taxis'], '49320')).toBe('agrees')
  })
  it('disagrees when none is', () => {
    expect(sectorAgreement(['northmoor', 'roofing'], '86230')).toBe('disagrees')
  })
  it.each([null, '', '82990', '99999,70100', '0'])('is silent on the codes %j, which say nothing', (sic) => {
    expect(sectorAgreement(['roofing'], sic)).toBe('silent')
  })
  it('is silent when no word promises a trade', () => {
    expect(sectorAgreement(['northmoor'], '43910')).toBe('silent')
  })
  it('reads codes that lost their leading nought', () => {
    expect(sectorAgreement(['farm'], '1500')).toBe('agrees')
  })
})
