import { Worker } from 'node:worker_threads'
import { Unusable } from '../../../platform/errors.ts'
import type { SolverAnswer, SolverTask } from './solve.worker.ts'

const SECONDS = 5
/** Loading the solver takes a moment of its own. */
const SECONDS_IN_ALL = 20

const TOO_LONG =
  'The best shift was not found in time. Fewer categories, by a scheme, or narrower limits help.'

/**
 * Solves models in CPLEX LP format with HiGHS, in a thread of its own so that no other page waits. Throws Unusable with a
 * sentence where the time is up. https://highs.dev
 */
export const solveModels = (models: readonly string[]): Promise<SolverAnswer[]> =>
  new Promise((resolve, reject) => {
    const workerData: SolverTask = { models, seconds: SECONDS }
    // The worker is plain TypeScript without JSX, which Node reads by itself.
    const worker = new Worker(new URL('./solve.worker.ts', import.meta.url), { workerData, execArgv: [] })
    const timer = setTimeout(() => {
      void worker.terminate()
      reject(new Unusable(TOO_LONG))
    }, SECONDS_IN_ALL * 1000)
    worker.once('message', (answers: SolverAnswer[]) => {
      clearTimeout(timer)
      if (answers.some((answer) => answer.status === 'Time limit reached')) reject(new Unusable(TOO_LONG))
      else resolve(answers)
      void worker.terminate()
    })
    worker.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
  })
