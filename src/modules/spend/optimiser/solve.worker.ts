import { parentPort, workerData } from 'node:worker_threads'
import loadHighs from 'highs'

export type SolverTask = { readonly models: readonly string[]; readonly seconds: number }
export type SolverAnswer = { readonly status: string; readonly values: Readonly<Record<string, number>> }

const { models, seconds } = workerData as SolverTask
// Its types are those of CommonJS, and say that the loader is a level deeper than Node finds it.
const load = loadHighs as unknown as typeof loadHighs.default
const highs = await load()
// A fixed seed and no gap: the same model has the same answer on every machine.
const options = { time_limit: seconds, random_seed: 1, mip_rel_gap: 0, threads: 1, output_flag: false }
const answers = models.map((model): SolverAnswer => {
  const { Status, Columns } = highs.solve(model, options as Parameters<typeof highs.solve>[1])
  const values = Object.entries(Columns).map(([name, column]) => [
    name,
    'Primal' in column ? (column.Primal ?? 0) : 0,
  ])
  return { status: Status, values: Object.fromEntries(values) }
})
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the port of a thread has no origin
parentPort?.postMessage(answers)
