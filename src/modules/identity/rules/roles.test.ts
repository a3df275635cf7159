import { describe, expect, test } from 'vitest'
import type { Role } from '../model.ts'
import { decideRoles, decideTokenPermissions, permissionsOf, rolesAt } from './roles.ts'

describe('decideRoles', () => {
  const member = (id: string, ...roles: Role[]) => ({ id, roles, isDisabled: false })
  const members = [member('ada', 'administrator'), member('bob', 'analyst', 'finance')]

  test('tells which roles are given and which taken', () => {
    expect(decideRoles(members, 'bob', ['finance', 'councillor'])).toEqual({
      ok: true,
      value: { given: ['councillor'], taken: ['analyst'] },
    })
  })

  test('ends a membership where no role is left', () => {
    expect(decideRoles(members, 'bob', [])).toMatchObject({
      ok: true,
      value: { taken: ['analyst', 'finance'] },
    })
  })

  test('keeps the last administrator', () => {
    expect(decideRoles(members, 'ada', ['analyst'])).toMatchObject({ refusal: 'last-administrator' })
    const closed = { ...member('eve', 'administrator'), isDisabled: true }
    expect(decideRoles([...members, closed], 'ada', [])).toMatchObject({ refusal: 'last-administrator' })
    expect(decideRoles([...members, member('eve', 'administrator')], 'ada', []).ok).toBe(true)
  })

  test('keeps the last bid lead of a supplier', () => {
    const people = [member('ada', 'supplier-lead'), member('bob', 'supplier-member')]
    expect(decideRoles(people, 'ada', ['supplier-member'])).toMatchObject({ refusal: 'last-lead' })
    expect(decideRoles(people, 'bob', ['supplier-lead']).ok).toBe(true)
  })

  test('lets an auditor be nothing else', () => {
    expect(decideRoles(members, 'bob', ['auditor', 'analyst'])).toMatchObject({
      refusal: 'auditor-holds-another-role',
    })
    expect(decideRoles(members, 'bob', ['auditor']).ok).toBe(true)
  })
})

describe('permissions', () => {
  test('of an auditor are every read and nothing else', () => {
    expect([...permissionsOf(['auditor'])].sort()).toEqual([
      'audit.read',
      'budget.read',
      'contracts.read',
      'evaluation.read',
      'measures.read',
      'places.read',
      'procurement.read',
      'publishing.read',
      'spend.read',
      'strategy.read',
      'suppliers.read',
      'tenders.read',
    ])
  })

  test('of an administrator are people, places and every read, but no spending', () => {
    expect([...permissionsOf(['administrator'])].sort()).toEqual([
      'audit.read',
      'budget.read',
      'contracts.read',
      'evaluation.read',
      'identity.manage',
      'measures.read',
      'places.manage',
      'places.read',
      'procurement.read',
      'publishing.read',
      'spend.read',
      'strategy.read',
      'suppliers.read',
      'tenders.read',
    ])
  })

  test('of two roles are those of both', () => {
    expect(permissionsOf(['evaluator', 'finance'])).toEqual(
      new Set([
        'places.read',
        'suppliers.read',
        'spend.read',
        'measures.read',
        'strategy.read',
        'procurement.read',
        'tenders.read',
        'publishing.manage',
        'publishing.read',
        'evaluation.read',
        'evaluation.score',
        'evaluation.approve',
        'contracts.read',
        'budget.read',
        'budget.manage',
        'spend.import',
      ]),
    )
    expect(permissionsOf([])).toEqual(new Set())
  })

  test('only an analyst and finance import payment files; only an administrator manages people', () => {
    const holders = (permission: string) =>
      (
        [
          'analyst',
          'policy-lead',
          'senior-owner',
          'commissioner',
          'procurement-officer',
          'evaluator',
          'contract-manager',
          'finance',
          'finance-director',
          'councillor',
          'administrator',
          'auditor',
        ] as const
      ).filter((role) => (permissionsOf([role]) as ReadonlySet<string>).has(permission))
    expect(holders('spend.import')).toEqual(['analyst', 'finance'])
    expect(holders('spend.manage')).toEqual(['analyst'])
    expect(holders('procurement.manage')).toEqual(['commissioner', 'procurement-officer'])
    expect(holders('procurement.approve')).toEqual(['policy-lead', 'procurement-officer'])
    expect(holders('budget.sign')).toEqual(['finance-director'])
    expect(holders('identity.manage')).toEqual(['administrator'])
    expect(holders('audit.read')).toEqual(['administrator', 'auditor'])
  })

  test('of a supplier reach no page of a council', () => {
    for (const role of rolesAt('supplier'))
      expect(
        [...permissionsOf([role])].filter((held) => !/^(bids|deliver|identity|audit)\./.test(held)),
      ).toEqual([])
    expect(rolesAt('council')).not.toContain('supplier-lead')
    for (const role of rolesAt('council')) expect(permissionsOf([role])).not.toContain('bids.prepare')
  })

  test('of a token are chosen among those its person holds', () => {
    const held = new Set(['spend.read', 'spend.import'])
    expect(decideTokenPermissions(['spend.read', 'spend.read'], held)).toEqual({
      ok: true,
      value: ['spend.read'],
    })
    expect(decideTokenPermissions([], held)).toMatchObject({ refusal: 'no-permission-chosen' })
    expect(decideTokenPermissions(['spend.read', 'identity.manage'], held)).toMatchObject({
      refusal: 'permission-not-held',
    })
  })
})
