import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readInvitees } from './invitations.ts'

describe('readInvitees', () => {
  test('reads a name and an address a line, the same address once', () =>
    expect(
      readInvitees(
        'Green Hands CIC, hello@greenhands.example\r\n\nAshford & Sons Ltd <Bids@Ashford.example>\nAgain; hello@greenhands.example',
      ),
    ).toEqual({
      invitees: [
        { supplierName: 'Green Hands CIC', email: 'hello@greenhands.example' },
        { supplierName: 'Ashford & Sons Ltd', email: 'bids@ashford.example' },
      ],
      unread: [],
    }))

  test.each(['nobody@', 'only a name', 'hello@example.org', '@x.org', 'a b@c', 'x'.repeat(5000)])(
    'gives %j back as it was typed',
    (line) => expect(readInvitees(line)).toEqual({ invitees: [], unread: [line] }),
  )

  test('neither loses nor invents a line, and ends in time', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 20 }), (lines) => {
        const { invitees, unread } = readInvitees(lines.join('\n'))
        return invitees.length + unread.length <= lines.join('\n').split(/\r?\n/).length
      }),
    ))
})
