/** A whole competition, small enough to read; the help page shows it and a test scores it. */
export const EXAMPLE = {
  title: 'School meals',
  criteria: [
    {
      name: 'Price',
      weight: 40,
      kind: 'price',
      method: 'fixed-benchmark',
      benchmark: 500000,
      maximum: 600000,
    },
    {
      name: 'Quality',
      weight: 45,
      minimumPercent: 50,
      criteria: [
        { name: 'Menus', weight: 60, scale: 5, minimum: 2 },
        {
          name: 'Delivery',
          weight: 40,
          scale: [
            { score: 0, described: 'no answer' },
            { score: 3, described: 'meets what was asked' },
            { score: 5, described: 'exceeds it with evidence' },
          ],
        },
      ],
    },
    {
      name: 'Social value',
      weight: 15,
      criteria: [
        {
          name: 'Local offer',
          weight: 50,
          kind: 'social-value-quantitative',
          method: 'bands',
          bands: [
            { from: 0, percent: 0 },
            { from: 10000, percent: 50 },
            { from: 25000, percent: 100 },
          ],
          capShareOfPrice: 10,
        },
        { name: 'How it is kept', weight: 50, kind: 'social-value-qualitative', scale: 5 },
      ],
    },
    { name: 'Insurance', kind: 'condition' },
  ],
  bids: [
    {
      name: 'Alder',
      price: 480000,
      scores: {
        Menus: {
          evaluators: { Ann: 4, Bob: 3 },
          agreed: 4,
          reason: 'Both saw the sample week, which Bob had missed.',
        },
        Delivery: { score: 3, reason: 'Two vans, no spare.' },
        'How it is kept': { score: 3, reason: 'Named lead, dated plan.' },
      },
      offers: { 'Local offer': 20000 },
      conditions: { Insurance: true },
    },
    {
      name: 'Birch',
      pricePence: 52000000,
      scores: {
        Menus: { score: 5, reason: 'Seasonal, costed.' },
        Delivery: { score: 5, reason: 'Own depot, trial run shown.' },
        'How it is kept': { score: 2, reason: 'No dates.' },
      },
      offers: { 'Local offer': 30000 },
      conditions: { Insurance: 'pass' },
    },
  ],
  tieBreak: ['Quality', 'price'],
  rounding: { decimals: 2, when: 'total' },
}

export const DETAILS = `Input: one JSON object. Case, spaces and hyphens in names do not count; numbers may be text ("1,200.50").
  criteria    [{ name, weight, … }], or an object by name. A criterion may hold "criteria" of its own, whose weights add up to
              its weight or to 100. Top weights add up to 100 (or "weightsTotal").
    kind      price | quality | social-value-quantitative | social-value-qualitative | quantity | condition (pass/fail).
              Taken from the parent, or from method, scale and name where these leave no doubt.
    scale     for what is judged: 5 (0 to 5), "1-5", { min, max }, or levels [{ score, name, described, percent }].
              Stated at the top or in a group, it holds for all below.
    minimum   least score or value; minimumPoints, minimumPercent (criterion or group); maximum (price). Otherwise rejected.
    method    for price and amounts, a word or { name, … } (also at the top under "methods", by criterion):
      fixed-benchmark         benchmark: price W x (2 - p/b), offer W x o/b, within 0..W           absolute
      fixed-range             fullMarksAt, noMarksAt: a straight line between them                 absolute
      bands                   bands [{ from, upTo, percent or points }]                            absolute
      lowest-price            W x lowest/p                                                         relative
      relative-to-highest     W x o/highest                                                        relative
      between-worst-and-best  W x (highest - p)/(highest - lowest)                                 relative
      gap-to-best             W x (1 - (p - lowest)/lowest)                                        relative
      distance-from-mean      50 of 100 marks for the mean, one more for each % better (marksAtMean) relative
      closest-to-mean         W x (1 - |p - mean|/mean)                                            relative
    better    lower | higher, for kind quantity.  cap, capShareOfPrice, measuredAs ("share-of-price"): for offers.
    basis     economic, fiscal, spend, carbon, wellbeing: where offers are measures.
  bids        [{ name, price or pricePence, scores, offers, conditions, excluded }], or an object by name.
    scores    by criterion: 4 | { score, reason } | { evaluators: { Ann: 4, Bob: 3 }, agreed: 4, reason }, or rows
              [{ criterion, evaluator, score, reason }] with the agreed ones under "agreed". An average without a reason is refused.
              One table for all bids may stand at the top as "scores" and "agreed": [{ bid, criterion, evaluator, score, reason }].
    offers    by criterion: pounds or a number, { pence }, or measures as goldthread value takes them.
  rankBy      weighted-total (default) | price-per-quality-point | value-for-money-index (quality per pound) |
              weighted-value-for-money-index | quality-adjusted-price with { method, poundsPerPoint }.
  tieBreak    ["Quality", "price"].  rounding  { decimals, when: only-shown | total | each-criterion }.
  abnormallyLow { rule: below-mean-of-others | below-second-lowest | below-benchmark, percent }.
  robustness  { weightRange: 5 } or false.  publishedFingerprint: refused if the criteria are no longer those.

Output: winner, ranking, rejected (with reasons), every step of each sum, ties, abnormallyLow, robustness, fingerprint, warnings.
Exit code 0: scored. 1: questions or refused (nothing is worked out). 2: no JSON object. --schema prints the JSON schema,
--example a whole input:

${JSON.stringify(EXAMPLE, null, 1)}`
