import { describe, expect, it } from 'vitest'
import type { Evidence } from './evidence.ts'
import { explain, explainOne } from './explain.ts'
import { FITTED } from './fitted-weights.ts'
import { weigh } from './model.ts'

describe('explainOne', () => {
  it.each([
    [{ about: 'name', seen: 'identical' }, 'The names are the same.'],
    [
      { about: 'name', seen: 'register-adds-weak', register: 'uk group' },
      'The register’s name also has “uk group”.',
    ],
    [
      { about: 'name', seen: 'payee-adds-place-before', payee: 'leeds' },
      'The ledger’s name also has “leeds”.',
    ],
    [
      { about: 'name', seen: 'both-add-general', payee: 'sales', register: 'group' },
      'The ledger has “sales” where the register has “group”.',
    ],
    [
      { about: 'legal-form', seen: 'full-payee-silent', register: 'llp' },
      'The ledger gives no legal form; the register says limited liability partnership.',
    ],
    [
      { about: 'legal-form', seen: 'near-differs', payee: 'llp', register: 'limited' },
      'The legal forms differ: limited liability partnership in the ledger, limited company in the register.',
    ],
    [{ about: 'postcode', seen: 'full-unit', register: 'LS1 1AA' }, 'Both have the postcode LS1 1AA.'],
    [
      { about: 'sector', seen: 'full-disagrees' },
      'The trade in the name is not among the company’s registered activities.',
    ],
    [{ about: 'number', seen: 'agrees', register: '04000001' }, 'The ledger gives the number 04000001.'],
    [
      { about: 'number', seen: 'disagrees', payee: '1', register: '2' },
      'The ledger gives the number 1; this is 2.',
    ],
    [
      { about: 'rarity', seen: 'near-rarer', register: 'quillby stannard' },
      'The words they share, “quillby stannard”, are very rare together.',
    ],
    [{ about: 'rarity', seen: 'full-rarer' }, 'The words they share are very rare together.'],
    [{ about: 'bearers', seen: 'near-alone' }, 'No other likely row bears the words they share.'],
    [
      { about: 'charity', seen: 'other', register: 'plc' },
      'The ledger gives a charity number; the register says public limited company.',
    ],
    [{ about: 'reading', seen: 'main' }, null],
    [{ about: 'reading', seen: 'beside-trading', payee: 'Rose' }, 'Only the trading name was read: “Rose”.'],
    [{ about: 'postcode', seen: 'far-unknown' }, null],
    [{ about: 'status', seen: 'ended' }, 'The register says that it has ended, or is ending.'],
  ] satisfies [Evidence, string | null][])('puts %j in words', (evidence, sentence) => {
    expect(explainOne(evidence)).toBe(sentence)
  })

  it('has words, or a reason to be silent, for everything the model weighs', () => {
    const silent = /:(?:main|current|home|unknown|limited|.*-(?:main|unknown|silent|whole)|silent)$/
    for (const key of Object.keys(FITTED.chances)) {
      const [about, seen] = key.split(':') as [Evidence['about'], string]
      const sentence = explainOne({ about, seen, payee: 'a', register: 'b' })
      if (sentence === null) expect(key).toMatch(silent)
      else expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })
})

describe('explain', () => {
  it('begins with what weighs most', () => {
    const sentences = explain(
      weigh([
        { about: 'rarity', seen: 'full-rarest' },
        { about: 'name', seen: 'identical' },
        { about: 'number', seen: 'agrees', register: '1' },
      ]),
    )
    expect(sentences.map(({ sentence }) => sentence.slice(0, 9))).toEqual([
      'The ledge',
      'The names',
      'The words',
    ])
    expect(sentences[0]?.weight).toBeGreaterThan(10)
  })
})
