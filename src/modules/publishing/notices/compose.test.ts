import { describe, expect, test } from 'vitest'
import { NOTICE_CODES } from '../model/notice.ts'
import { composeNotice, TO_FILL_IN } from './compose.ts'
import type { NoticeFacts } from './facts.ts'

const AT = '2026-11-22T12:00:00.000Z'
const factsFor = (code: NoticeFacts['duty']['code'], more: Partial<NoticeFacts> = {}): NoticeFacts => ({
  duty: {
    code,
    variant: '',
    occasion: '2026',
    provision: 'Procurement Act 2023 s.1',
    title: `Notice (${code})`,
  },
  noticeId: '01900000-0000-7000-8000-000000000001',
  buyer: { name: 'Northmere City Council', orgId: 'GB-LAE-NMR', contact: '' },
  process: {
    ocid: 'ocds-nrthmr-1',
    buyer: 'GB-LAE-NMR',
    parties: [{ id: 'GB-LAE-NMR', name: 'Northmere City Council', roles: ['buyer'] }],
  },
  isAboveThreshold: null,
  ...more,
})

describe('composeNotice', () => {
  test.each(NOTICE_CODES)('%s names each gap where it stands, and is whole once all are filled', (code) => {
    const empty = composeNotice(factsFor(code), AT)
    expect(empty.gaps.length).toBeGreaterThan(0)
    for (const { label, ask } of empty.gaps) expect(empty.text).toContain(`${label}: ${TO_FILL_IN} ${ask}`)
    const filled = Object.fromEntries(empty.gaps.map(({ label }) => [label, 'Known now']))
    const whole = composeNotice(factsFor(code), AT, filled)
    expect(whole.gaps).toEqual([])
    expect(whole.text).not.toContain('to be filled in')
    expect(whole.release).toEqual(empty.release)
    expect(JSON.stringify(empty.release)).toContain(`"noticeType":"${code}"`)
  })

  test('what our records hold is not overwritten by what somebody typed', () => {
    const typed = composeNotice(factsFor('UK1'), AT, { 'Contracting authority': 'Another Council' })
    expect(typed.text).toContain('Contracting authority: Northmere City Council (GB-LAE-NMR)')
  })

  test('a below-threshold tender notice says whether it is reserved', () => {
    const facts = factsFor('UK4')
    const below = composeNotice({ ...facts, duty: { ...facts.duty, variant: 'below-threshold' } }, AT)
    expect(below.text).toContain('Reserved by place')
    expect(composeNotice(facts, AT).text).not.toContain('Reserved by place')
  })
})
