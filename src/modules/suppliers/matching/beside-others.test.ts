import { describe, expect, it } from 'vitest'
import { besideOthers } from './beside-others.ts'
import type { Evidence } from './evidence.ts'
import type { WeighedRow } from './judge-payee.ts'

type Seen = readonly [Evidence['about'], string, string?]

/** A row that bears `name`, and what was seen of it; the rarity tells which words payee and row share. */
const row = (number: string, name: string, ...seen: Seen[]): WeighedRow => ({
  row: {
    number,
    kind: 'company',
    name,
    postcode: null,
    place: null,
    sic: null,
    status: null,
    names: [{ words: name.split(' '), other: false, legalForm: 'limited' }],
  },
  evidence: seen.map(([about, what, register]) => ({
    about,
    seen: what,
    weight: 0,
    ...(register === undefined ? {} : { register }),
  })),
})

const seenBeside = (rows: readonly WeighedRow[]): (string | undefined)[] =>
  besideOthers(rows).map((one, at) =>
    one.evidence
      .slice(rows[at]?.evidence.length)
      .map(({ about, seen }) => `${about}:${seen}`)
      .join(' '),
  )

const near = (number: string, name: string, shared: string): WeighedRow =>
  row(
    number,
    name,
    ['name', 'register-adds-weak'],
    ['rarity', 'near-rare', shared],
    ['reading', 'main'],
    ['legal-form', 'near-same'],
  )
const bearer = row(
  '1',
  'quillby',
  ['name', 'identical'],
  ['rarity', 'full-rare', 'quillby'],
  ['reading', 'main'],
  ['legal-form', 'full-same'],
)

describe('besideOthers', () => {
  it('counts against near names beside a row that bears the very name', () => {
    expect(seenBeside([bearer, near('2', 'quillby group', 'quillby')])).toEqual([
      '',
      'bearers:near-few rival:bears-the-name',
    ])
  })

  it('counts the rows that bear all the words payee and row share', () => {
    const alone = near('1', 'quillby stannard group', 'quillby stannard')
    const others = ['2', '3', '4'].map((number) => near(number, `quillby ${number}`, 'quillby'))
    expect(seenBeside([alone])).toEqual(['bearers:near-alone'])
    expect(seenBeside([alone, ...others])).toEqual([
      'bearers:near-alone',
      'bearers:near-many',
      'bearers:near-many',
      'bearers:near-many',
    ])
  })

  it('has nothing to count for a name matched by its initials', () => {
    const initials = row(
      '1',
      'quillby universities joint admissions',
      ['name', 'initials'],
      ['rarity', 'part-rarest', 'x'],
    )
    expect(seenBeside([initials])).toEqual([''])
  })
})
