import { Button, Details, formatDate, formatPounds, SummaryList } from '../../../platform/views/views.ts'
import type { Answer } from '../law/answer.ts'
import type { Explanation } from '../law/engine.ts'
import type { LocalAnswer } from '../model/local-rule.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'
import { LawAnswer } from './law-answer.tsx'
import { LocalAnswerView } from './local-answer.tsx'
import { QuestionList } from './question-list.tsx'

export type AnswerGroup = { readonly id: string; readonly title: string; readonly answers: readonly Answer[] }

type Props = {
  readonly purchase: Purchase
  readonly law: Explanation
  readonly local: readonly LocalAnswer[]
  readonly show: 'relevant' | 'all'
  readonly groups: readonly AnswerGroup[]
  /** How many answers say that a rule does not apply. */
  readonly hidden: number
  readonly mayAnswer: boolean
}

const pence = (value: unknown): string => (typeof value === 'number' ? formatPounds(value) : 'not known')

const Summary = ({ law }: Pick<Props, 'law'>) =>
  law.summary && (
    <SummaryList
      rows={[
        {
          key: 'Standing',
          value: law.summary.isPublicContract
            ? 'A public contract: the whole Procurement Act applies'
            : 'Not a public contract: only the rules for contracts below the threshold, and those of other laws',
        },
        {
          key: 'Value as the law counts it',
          value: `${pence(law.summary.valuePence)} with VAT; the threshold is ${pence(law.summary.thresholdPence)}`,
        },
        { key: 'Notices needed', value: [law.summary.noticesThatApply].flat().join(', ') || 'None' },
        {
          key: 'Notices that may be needed',
          value: [law.summary.noticesThatMayApply].flat().join(', ') || 'None',
        },
      ]}
    />
  )

const Assumptions = ({ law }: Pick<Props, 'law'>) =>
  law.assumptions.length + law.warnings.length === 0 ? null : (
    <Details summaryText="What is taken for granted here" open>
      <ul class="govuk-list govuk-list--bullet">
        {law.assumptions.map(({ why }) => (
          <li>{why}</li>
        ))}
        {law.warnings.map((warning) => (
          <li>{warning}</li>
        ))}
      </ul>
    </Details>
  )

const Local = ({ purchase, local }: Props) => (
  <section aria-labelledby="local">
    <h2 id="local">Our own rules</h2>
    <p>
      Local policy, not law.{' '}
      <a href={purchasePath(purchase.id, 'rules')}>Show how they are met, or ask to set one aside</a>
    </p>
    {local.map((answer) => (
      <LocalAnswerView answer={answer} />
    ))}
  </section>
)

const Answers = ({ purchase, groups, show, hidden, local }: Props) => (
  <>
    <p>
      {show === 'relevant' ? (
        <a href={`${purchasePath(purchase.id, 'law')}?show=all`}>
          Show the {hidden} rules that do not apply as well, each with its reason
        </a>
      ) : (
        <a href={purchasePath(purchase.id, 'law')}>Show only what applies, or depends</a>
      )}
    </p>
    <nav aria-label="Topics">
      <ul class="govuk-list">
        <li>
          <a href="#local">Our own rules</a> ({local.length})
        </li>
        {groups.map(({ id, title, answers }) => (
          <li>
            <a href={`#${id}`}>{title}</a> ({answers.length})
          </li>
        ))}
      </ul>
    </nav>
    {groups.map(({ id, title, answers }) => (
      <section aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {answers.map((answer) => (
          <LawAnswer answer={answer} />
        ))}
      </section>
    ))}
  </>
)

export const PurchaseLawView = (props: Props) => {
  const { purchase, law, mayAnswer } = props
  return (
    <>
      <h1>What the law says</h1>
      <p class="govuk-body-l">{purchase.title}</p>
      <p>{law.disclaimer}</p>
      <QuestionList purchase={purchase} questions={law.questions} />
      <Summary law={law} />
      <Assumptions law={law} />
      {mayAnswer && (
        <Button href={purchasePath(purchase.id, 'law/facts')} classes="govuk-button--secondary">
          Answer more questions
        </Button>
      )}
      {law.answers.length > 0 && <Answers {...props} />}
      <Local {...props} />
      <p class="gt-basis">The law as our sources stood on {formatDate(law.lawAsOf)}</p>
    </>
  )
}
