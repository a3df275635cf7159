import { exact } from '../src/kernel/exact.ts'
import { simulateAsk } from '../src/modules/scoring/rules/simulate-ask.ts'

const ASK = {
  weights: { price: exact(40), quality: exact(40), socialValue: exact(20) },
  expectedPrice: exact(500_000),
  bids: 200,
  biddersEach: 5,
  seed: 1,
}
const [METHODS, ROUNDS, LIMIT_MS] = [5, 9, 500]

/** The least that scoring can cost: for each bid and method, one share and one sum of three weighted parts. */
const plainPass = (): string => {
  let total = exact(0)
  for (let method = 0; method < METHODS; method++)
    for (let bid = 1; bid <= ASK.bids; bid++) {
      const share = ASK.expectedPrice.div(ASK.expectedPrice.plus(bid * 1000 + method))
      total = total
        .plus(ASK.weights.price.times(share))
        .plus(ASK.weights.quality)
        .plus(ASK.weights.socialValue)
    }
  return total.toFixed(2)
}

const medianMs = (work: () => unknown): number => {
  const times = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

/** Tries an ask on 200 simulated bids under five methods, against a plain pass over the same bids. */
export const benchAsk = async (): Promise<void> => {
  const plain = medianMs(plainPass)
  const simulated = medianMs(() => simulateAsk(ASK))
  console.log(
    `ask on ${ASK.bids} simulated bids, ${METHODS} methods: ${(simulated / plain).toFixed(1)} times a plain pass over the bids ` +
      `(${simulated.toFixed(0)} ms; limit ${LIMIT_MS} ms, ${simulated < LIMIT_MS ? 'kept' : 'NOT kept'})`,
  )
}
