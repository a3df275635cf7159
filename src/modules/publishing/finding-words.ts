import type { Finding, FindingCode } from './model/finding.ts'

type Facts = Finding['facts']

/** What is wrong and what to do about it. */
const WORDS: Readonly<Record<FindingCode, (facts: Facts) => string>> = {
  'wrong-shape': ({ problem }) => `does not have the shape OCDS asks for (${problem}).`,
  'against-schema': ({ problem }) => `${problem}.`,
  'ocid-without-prefix': ({ ocid }) =>
    `"${ocid}" does not begin with a registered prefix such as ocds-b5fd17-; register one and put it before.`,
  'duplicate-id': ({ id }) =>
    `The id "${id}" stands twice in this list; give each its own, or they are joined.`,
  'unknown-party': ({ id }) =>
    `No organisation in "parties" has the id "${id}"; add it there, or correct the id.`,
  'no-parties': ({ id }) => `Names "${id}", but the release has no "parties"; add the organisation there.`,
  'party-without-role': ({ id }) =>
    `The organisation "${id}" has no role; say whether it is buyer, supplier, tenderer.`,
  'unknown-award': ({ id }) =>
    `No award has the id "${id}"; a contract says by awardID which award it carries out.`,
  'unknown-lot': ({ id }) => `No lot in "tender/lots" has the id "${id}".`,
  'unknown-ask': ({ id }) => `No ask in "tender/socialValueAsks" has the id "${id}".`,
  'unknown-commitment': ({ id }) =>
    `No commitment of this contract has the id "${id}"; leave "commitment" out and set "isUnplanned" where none was promised.`,
  'ends-before-start': ({ start, end }) =>
    `Ends (${end}) before it starts (${start}); correct one of the two.`,
  'date-without-zone': ({ date }) => `"${date}" does not say its time zone; end it with Z or with +01:00.`,
  'signed-before-award': ({ signed, awarded }) =>
    `Was signed (${signed}) before the award (${awarded}); check both days.`,
  'negative-amount': ({ amount }) => `The amount ${amount} is below zero; check it.`,
  'amount-without-currency': ({ amount }) => `The amount ${amount} has no currency; add "currency": "GBP".`,
  'fraction-of-a-penny': ({ amount }) =>
    `The amount ${amount} has more than two decimals; round it to whole pence.`,
  'gross-below-net': ({ amount, amountGross }) =>
    `With VAT (${amountGross}) it is less than without (${amount}); "amount" is without VAT, "amountGross" with it.`,
  'verified-above-reported': ({ reported, verified }) =>
    `More was verified (${verified}) than reported (${reported}).`,
  'unsafe-address': ({ address }) =>
    `"${address}" is not a web address that begins with http:// or https://.`,
}

export const findingSentence = ({ code, facts }: Finding): string => WORDS[code](facts)
