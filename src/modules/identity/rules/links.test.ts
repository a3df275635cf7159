import { describe, expect, test } from 'vitest'
import { canAskForReset, decideInvitation, decideInvitationUse, decideResetUse } from './links.ts'

const NOON = new Date('2026-11-22T12:00:00Z')
const minutesLater = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

describe('decideInvitation', () => {
  const later = { expiresAt: minutesLater(1) }
  const earlier = { expiresAt: NOON }

  test('refuses a role that is held, an open invitation, a closed account, an auditor with a second role', () => {
    expect(decideInvitation('analyst', ['analyst'], undefined, false, NOON)).toMatchObject({
      refusal: 'already-has-role',
    })
    expect(decideInvitation('analyst', [], later, false, NOON)).toMatchObject({ refusal: 'already-invited' })
    expect(decideInvitation('analyst', [], undefined, true, NOON)).toMatchObject({
      refusal: 'account-closed',
    })
    expect(decideInvitation('auditor', ['analyst'], undefined, false, NOON)).toMatchObject({
      refusal: 'auditor-holds-another-role',
    })
  })

  test('lets a new invitation replace one that ran out', () => {
    expect(decideInvitation('analyst', [], earlier, false, NOON)).toEqual({
      ok: true,
      value: { replacesOld: true },
    })
    expect(decideInvitation('analyst', [], undefined, false, NOON)).toEqual({
      ok: true,
      value: { replacesOld: false },
    })
  })
})

describe('the use of a link', () => {
  const invitation = {
    authorityId: 'a',
    id: 'i',
    email: 'ada@northmere.example',
    role: 'analyst',
    expiresAt: minutesLater(1),
    acceptedAt: null,
    revokedAt: null,
  } as const
  const reset = { id: 'r', personId: 'p', email: 'e', name: 'n', expiresAt: minutesLater(1), usedAt: null }

  test('is refused for an invitation that is unknown, accepted, revoked or over', () => {
    expect(decideInvitationUse(undefined, NOON)).toMatchObject({ refusal: 'invitation-unknown' })
    expect(decideInvitationUse({ ...invitation, acceptedAt: NOON }, NOON)).toMatchObject({
      refusal: 'invitation-accepted',
    })
    expect(decideInvitationUse({ ...invitation, revokedAt: NOON }, NOON)).toMatchObject({
      refusal: 'invitation-revoked',
    })
    expect(decideInvitationUse(invitation, minutesLater(1))).toMatchObject({ refusal: 'invitation-expired' })
    expect(decideInvitationUse(invitation, NOON).ok).toBe(true)
  })

  test('is refused for a reset that is unknown, used or over', () => {
    expect(decideResetUse(undefined, NOON)).toMatchObject({ refusal: 'reset-unknown' })
    expect(decideResetUse({ ...reset, usedAt: NOON }, NOON)).toMatchObject({ refusal: 'reset-used' })
    expect(decideResetUse(reset, minutesLater(1))).toMatchObject({ refusal: 'reset-expired' })
    expect(decideResetUse(reset, NOON).ok).toBe(true)
  })

  test('is offered by letter three times an hour', () => {
    const asked = [NOON, minutesLater(1), minutesLater(2)]
    expect(canAskForReset(asked.slice(1), minutesLater(3))).toBe(true)
    expect(canAskForReset(asked, minutesLater(59))).toBe(false)
    expect(canAskForReset(asked, minutesLater(60))).toBe(true)
  })
})
