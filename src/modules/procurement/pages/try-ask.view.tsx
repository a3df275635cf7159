import type { MethodTried, Swap } from '#scoring'
import { toPence } from '../../../kernel/exact.ts'
import {
  BarList,
  DataTable,
  formatCount,
  formatPounds,
  RuleSource,
  Tag,
  WarningText,
} from '../../../platform/views/views.ts'
import { METHOD_WORDS } from '../messages/ask-words.ts'
import { type AskMethod, RELATIVE_METHODS } from '../model/ask.ts'

type Props = {
  readonly title: string
  readonly weights: { readonly price: string; readonly quality: string; readonly socialValue: string }
  readonly expectedPence: number
  readonly isPriceTaken: boolean
  readonly trial: { readonly bids: number; readonly biddersEach: number }
  readonly chosen: readonly string[]
  readonly methods: readonly MethodTried[] | null
}

const wordsOf = (method: string): string => METHOD_WORDS[method as AskMethod]
const isRelative = (method: string): boolean => RELATIVE_METHODS.includes(method as AskMethod)

const Example = ({ method, swap }: { readonly method: string; readonly swap: Swap }) => {
  const roles = [
    { role: 'Wins', bid: swap.winner },
    { role: 'Loses, and decides it', bid: swap.losingBid },
    { role: 'Would win without that losing bid', bid: swap.winnerWithout },
  ]
  return (
    <DataTable
      id={`swap-${method}`}
      caption={`An example: ${wordsOf(method)}`}
      rows={roles}
      onPhone="stack"
      basis={{
        period: `Simulated competition ${swap.competition}`,
        coverage: 'made-up bids from a fixed seed, not a forecast',
      }}
      columns={[
        { name: 'role', header: 'What happens', cell: ({ role }) => role },
        { name: 'name', header: 'Bid', cell: ({ bid }) => bid.name },
        {
          name: 'price',
          header: 'Price',
          isNumeric: true,
          cell: ({ bid }) => formatPounds(toPence(bid.price)),
        },
        {
          name: 'quality',
          header: 'Quality of 10',
          isNumeric: true,
          cell: ({ bid }) => bid.quality.toFixed(0),
        },
        {
          name: 'offer',
          header: 'Social value offer',
          isNumeric: true,
          cell: ({ bid }) => formatPounds(toPence(bid.offer)),
        },
        { name: 'total', header: 'Points', isNumeric: true, cell: ({ bid }) => bid.total.toFixed(2) },
      ]}
      empty={{ title: 'No example', purpose: 'No losing bid changed a winner.' }}
    />
  )
}

const Results = ({ methods, chosen, trial }: Props & { readonly methods: readonly MethodTried[] }) => {
  const basis = {
    period: formatCount(trial.bids, 'simulated bid'),
    coverage: `competitions of ${trial.biddersEach}; one bid in ten far too cheap or promising far too much`,
    unknown: 'a trial of the formula, not a forecast of bids',
  }
  return (
    <>
      <BarList
        id="swapped"
        title="Competitions in which one losing bid changes who wins"
        description="One bar for each scoring method. Fixed benchmarks and absolute bands have none."
        table={{
          head: ['Method', 'Competitions swapped', 'Competitions'],
          rows: methods.map(({ method, swapped, competitions }) => [
            wordsOf(method),
            { text: String(swapped), value: swapped },
            { text: String(competitions), value: competitions },
          ]),
        }}
        basis={basis}
        bars={methods.map(({ method, swapped, competitions }) => ({
          label: `${wordsOf(method)}${chosen.includes(method) ? ' (chosen)' : ''}`,
          value: swapped,
          display: `${swapped} of ${competitions}`,
        }))}
      />
      {methods.flatMap(({ method, example }) =>
        example ? [<Example method={method} swap={example} />] : [],
      )}
    </>
  )
}

export const TryAskView = (props: Props) => (
  <>
    <span class="govuk-caption-l">{props.title}</span>
    <h1>The weights on simulated bids</h1>
    <p>
      Price {props.weights.price}, quality and words {props.weights.quality}, social value in numbers{' '}
      {props.weights.socialValue}. Around {formatPounds(props.expectedPence)} without VAT
      {props.isPriceTaken ? ', taken because the purchase has no value yet.' : '.'}
    </p>
    {props.chosen.some(isRelative) && (
      <WarningText iconFallbackText="Warning">
        This ask compares bids with each other. A bid that loses can change who wins, as the examples below
        show.
      </WarningText>
    )}
    {props.methods === null ? (
      <p>
        <Tag classes="govuk-tag--grey">Not tried</Tag> The weights do not add up to 100 yet.
      </p>
    ) : (
      <Results {...props} methods={props.methods} />
    )}
    <RuleSource
      kind="guidance"
      title="Bid Evaluation Guidance"
      provision="Cabinet Office, May 2021, on relative price methods"
      href="https://www.gov.uk/government/publications/bid-evaluation-guidance-note"
    />
  </>
)
