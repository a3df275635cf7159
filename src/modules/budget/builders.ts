import type { OtherText, Promised, YearDays } from './model.ts'

export const aPromised = (facts: Partial<Promised> = {}): Promised => ({
  id: 'a',
  source: 'contract',
  title: 'Apprentice starts',
  href: '/contracts/a',
  by: 'Fenwick Paths Ltd',
  department: 'Highways',
  priorityId: null,
  basis: 'economic',
  unit: '£',
  promised: 400_000,
  startsOn: '2025-04-01',
  endsOn: '2029-03-31',
  shares: [],
  spending: null,
  verifiedBefore: 0,
  verified: 0,
  ...facts,
})

export const aYear = (on = '2027-03-31'): YearDays => ({
  year: '2026/27',
  from: '2026-04-01',
  to: '2027-03-31',
  on,
})

export const anOther = (facts: Partial<OtherText> = {}): OtherText => ({
  kind: 'grant',
  title: 'Grant to a lunch club',
  department: 'Adult Social Care',
  recipient: 'Bellwharf Lunch Club',
  givenPence: 1_200_000,
  startsOn: '2025-04-01',
  endsOn: '2026-03-31',
  priorityId: null,
  basis: 'wellbeing',
  unit: 'hours',
  quantity: '600',
  unitValue: '20',
  ...facts,
})
