import { actRow, no, type Outcome, type Rule, yes } from '../row.ts'

const smeBarriers: Rule = {
  reach: 'act',
  row: actRow('sme.barriers', 'sme-barriers', 'Barriers to small firms', 's.12(4)', {
    provision: 'Procurement Act 2023 s.12(4), s.86 and s.123(1)',
  }),
  decide: (it): Outcome => {
    const definition = {
      staffBelow: 250,
      turnoverAtMostPence: 4_400_000_000,
      balanceSheetAtMostPence: 3_800_000_000,
      logic: 'staff and (turnover or balance sheet)',
    }
    const duty =
      'have regard to the barriers that small and medium-sized firms may face, consider whether they can be removed or reduced, and keep a record. Such a firm has fewer than 250 staff, and a turnover of at most £44 million or a balance sheet of at most £38 million.'
    if (it.isPublic)
      return yes(`Throughout the procurement, ${duty} A supplier cannot sue over this duty (s.100(5)).`, {
        value: { section: '12(4)', definition },
      })
    if (it.isRegulatedBelow && it.isCallOff)
      return no('The duty below the threshold leaves out contracts awarded under a framework (s.86(2)).', {
        value: { section: null, definition },
      })
    if (it.isRegulatedBelow)
      return yes(`Before inviting tenders, ${duty}`, { value: { section: '86', definition } })
    return no('Neither section 12 nor section 86 reaches this contract.', {
      value: { section: null, definition },
    })
  },
}

export const smeBarrierRules: readonly Rule[] = [smeBarriers]
