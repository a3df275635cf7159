import { InsetText } from '../../../platform/views/views.ts'
import type { Question } from '../law/answer.ts'
import { LAW_FACT_FIELDS } from '../model/law-fact-fields.ts'
import type { Purchase } from '../model/purchase.ts'
import { purchasePath } from '../paths.ts'

/** Where a question is answered: in the facts for the law, or in those of the purchase. */
const OF_PURCHASE: Readonly<Record<string, string>> = {
  procurementCommencedOn: 'commencesOn',
  contractType: 'kind',
  lightTouch: 'kind',
  concession: 'kind',
  estimatedValue: 'value',
  value: 'value',
  initialValue: 'value',
  vatIncluded: 'vatRate',
  vatRate: 'vatRate',
  tenderNoticeOn: 'tenderOn',
  tenderDeadlineOn: 'tendersDueOn',
  awardNoticeOn: 'awardOn',
  contractEnteredOn: 'contractOn',
  startsOn: 'startsOn',
  endsOn: 'endsOn',
}

const hrefOf = (purchase: Purchase, field: string): string => {
  const name = field.replace(/^dates\./, '')
  if (Object.hasOwn(LAW_FACT_FIELDS, name)) return `${purchasePath(purchase.id, 'law/facts')}#${name}`
  return `${purchasePath(purchase.id, 'edit')}#${OF_PURCHASE[name] ?? 'title'}`
}

type Props = { readonly purchase: Purchase; readonly questions: readonly Question[] }

/** What has to be answered before the law can be explained; nothing where nothing has. */
export const QuestionList = ({ purchase, questions }: Props) =>
  questions.length === 0 ? null : (
    <InsetText>
      <p>
        <strong>The law cannot be explained yet.</strong> These answers are missing, or cannot be:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {questions.map(({ field, question, why }) => (
          <li>
            <a href={hrefOf(purchase, field)}>{question}</a> {why}
          </li>
        ))}
      </ul>
    </InsetText>
  )
