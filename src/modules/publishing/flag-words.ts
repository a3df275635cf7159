import type { FlagCode } from './model/flags.ts'

type FlagWords = { readonly title: string; readonly meaning: string }

/** What a flag says, and what else than wrongdoing may be behind it. */
export const FLAG_WORDS: Readonly<Record<FlagCode, FlagWords>> = {
  R003: {
    title: 'Short time to tender',
    meaning: 'fewer days to tender than usual; there may be a lawful reason',
  },
  R018: {
    title: 'Single bid',
    meaning: 'one tenderer in an open or selective procedure; the market may be small',
  },
  R024: {
    title: 'Price close to the winning bid',
    meaning: 'the second bid was unusually near; the winner and the second are named',
  },
  R025: { title: 'Many bids, few wins', meaning: 'share of bids won by a tenderer who bids often' },
  R028: {
    title: 'Same price',
    meaning: 'different tenderers gave the same price; a set price would explain it',
  },
  R030: {
    title: 'Late bid won',
    meaning: 'the winning bid is dated after the deadline; check the date itself',
  },
  R035: { title: 'All others disqualified', meaning: 'number of other tenderers disqualified' },
  R036: { title: 'Lowest bid disqualified', meaning: 'the lowest bid was disqualified where price decides' },
  R038: { title: 'Many bids disqualified', meaning: 'share of bids disqualified, far above others' },
  R048: {
    title: 'Supplies very different things',
    meaning: 'number of divisions of the classification it was awarded in',
  },
  R058: {
    title: 'Heavily discounted bid',
    meaning: 'how far the second bid was above the winner, as a share',
  },
}

export const FLAG_NOTICE =
  'A flag says where to look. It proves nothing: each has lawful explanations, and rests on what was published.'
