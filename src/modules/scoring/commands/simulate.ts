import { z } from 'zod'
import { type Exact, exact, readDecimal, showExact } from '../../../kernel/exact.ts'
import type { Command } from '../../../platform/command.ts'
import { Unusable } from '../../../platform/errors.ts'
import { type Swap, simulateAsk } from '../rules/simulate-ask.ts'

const number = (least: number, most: number) =>
  z
    .string()
    .transform((text) => readDecimal(text.replace(/%$/, '')))
    .refine((value): value is Exact => value !== undefined && value.gte(least) && value.lte(most), {
      error: `is a number from ${least} to ${most}`,
      abort: true,
    })
const whole = (least: number, most: number) =>
  number(least, most).refine((value) => value.isInteger(), 'is a whole number')

const settings = z.object({
  price: number(0, 100).default(exact(40)),
  quality: number(0, 100).default(exact(40)),
  'social-value': number(0, 100).default(exact(20)),
  'expected-price': number(1, 1e12).default(exact(500_000)),
  bids: whole(2, 10_000).default(exact(200)),
  'bidders-each': whole(2, 200).default(exact(5)),
  seed: whole(0, 4_294_967_295).default(exact(1)),
})

const read = (options: Readonly<Record<string, unknown>>) => {
  const parsed = settings.safeParse(options)
  if (!parsed.success)
    throw new Unusable(
      parsed.error.issues.map(({ path, message }) => `--${path.join('')} ${message}.`).join(' '),
    )
  const { data } = parsed
  const weights = { price: data.price, quality: data.quality, socialValue: data['social-value'] }
  const total = weights.price.plus(weights.quality).plus(weights.socialValue)
  if (!total.eq(100)) throw new Unusable(`The weights add up to ${total.toFixed()}, not to 100.`)
  const [bids, biddersEach] = [data.bids.toNumber(), data['bidders-each'].toNumber()]
  if (biddersEach > bids) throw new Unusable('There are fewer bids than bidders in each competition.')
  return { weights, expectedPrice: data['expected-price'], bids, biddersEach, seed: data.seed.toNumber() }
}

const RELATIVE = new Set<string>(['relative-to-best', 'between-worst-and-best', 'distance-from-mean'])
const SIMULATED =
  'Simulated bids from a fixed seed, not a forecast. Most lie within a fifth of the expected price; one in ten is far too cheap or promises far too much.'

const showSwap = ({ competition, ...bids }: Swap) => ({
  competition,
  ...Object.fromEntries(
    Object.entries(bids).map(([who, { name, ...figures }]) => [
      who,
      {
        name,
        ...Object.fromEntries(
          Object.entries(figures).map(([figure, value]) => [figure, showExact(value, 2)]),
        ),
      },
    ]),
  ),
  sentence: `${bids.winner.name} wins. Without ${bids.losingBid.name}, which loses, ${bids.winnerWithout.name} would win.`,
})

export const simulateCommand: Command = {
  name: 'score simulate',
  needsNoDatabase: true,
  summary: 'Try an ask on simulated bids: under which methods can a losing bid swap the winner?',
  usage: '[--price 40 --quality 40 --social-value 20]',
  minArgs: 0,
  maxArgs: 0,
  options: {
    price: { type: 'string', description: 'weight of price (40)' },
    quality: { type: 'string', description: 'weight of quality (40)' },
    'social-value': { type: 'string', description: 'weight of the social value offer (20)' },
    'expected-price': { type: 'string', description: 'pounds (500000)' },
    bids: { type: 'string', description: 'how many bids in all (200)' },
    'bidders-each': { type: 'string', description: 'how many in each competition (5)' },
    seed: { type: 'string', description: 'another number gives other bids (1)' },
  },
  examples: ['score simulate', 'score simulate --price 60 --quality 20 --social-value 20 --json'],
  run: async ({ options, terminal }) => {
    const ask = read(options)
    const methods = simulateAsk(ask).map(({ example, ...tried }) => ({
      ...tried,
      dependsOnOtherBids: RELATIVE.has(tried.method),
      example: example && showSwap(example),
    }))
    terminal.answer({
      bids: ask.bids,
      biddersEach: ask.biddersEach,
      seed: ask.seed,
      methods,
      note: SIMULATED,
    })
    terminal.print(
      `${ask.bids} simulated bids in competitions of ${ask.biddersEach}: in how many does one losing bid decide who wins?\n`,
    )
    for (const { method, swapped, competitions, example } of methods) {
      terminal.print(`  ${method.padEnd(24)} ${swapped} of ${competitions}`)
      if (example) terminal.print(`${' '.repeat(27)}${example.sentence}`)
    }
    terminal.print(`\n${SIMULATED}`)
    return 0
  },
}
