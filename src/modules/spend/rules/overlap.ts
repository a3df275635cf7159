import type { Overlap } from '../model.ts'

/** Equal payments happen by chance; below both of these they are mentioned and counted. */
const CHANCE_PAYMENTS = 25
const CHANCE_SHARE = 0.01

/** Whether a person has to choose what becomes of the payments that a file shares with others. */
export const needsChoice = (overlap: Overlap, paymentsInFile: number): boolean =>
  overlap.payments >= CHANCE_PAYMENTS || overlap.payments > paymentsInFile * CHANCE_SHARE
