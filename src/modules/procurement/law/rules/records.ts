import { lastDayOfMonths } from '../periods.ts'
import { actRow, no, type Outcome, type Row, type Rule, type StepDraft, yes } from '../row.ts'
import { RECORDS_YEARS } from '../tables/periods.ts'
import { dayWords } from '../words.ts'

const keep: Rule = {
  reach: 'act',
  row: actRow('records.keep', 'records', 'Keep records', 's.98'),
  decide: (it): Outcome => {
    const entered = it.dates.contractEnteredOn
    const until = it.isPublic && entered !== undefined ? lastDayOfMonths(entered, RECORDS_YEARS * 12) : null
    const value = {
      years: RECORDS_YEARS,
      countsFrom: 'the day the contract is entered into, or is awarded if it never is',
      until,
    }
    if (!it.isPublic || it.isDefence)
      return no('The duty is for public contracts, those of defence left out.', { value })
    const steps: StepDraft[] =
      until === null
        ? []
        : [
            {
              id: 'records-until',
              title: 'Records kept at least to the end of this day',
              means: 'from',
              date: until,
            },
          ]
    return yes(
      `Keep what explains the material decisions and all communication with suppliers before the contract, until a procurement termination notice or for three years from the contract${until === null ? '' : `: to the end of ${dayWords(until)}`}. Longer duties stand.`,
      { value, steps },
    )
  },
}

const PRACTICE: Row = {
  id: 'records.practice',
  topic: 'records',
  title: 'Recommended time to keep records',
  provision: 'Limitation Act 1980 s.5',
  source: 'https://www.legislation.gov.uk/ukpga/1980/58/section/5',
  confidence: 'likely',
  kind: 'guidance',
  from: null,
  until: null,
}
const practice: Rule = {
  reach: 'any',
  row: PRACTICE,
  decide: (it) =>
    it.isMarketItself
      ? no('There is no contract.')
      : yes(
          'Recommended practice: keep records for the life of the contract and six years more, in which claims under it can be brought.',
          { value: { yearsAfterEnd: 6 } },
        ),
}

const withhold: Rule = {
  reach: 'act',
  row: actRow('records.withholding', 'records', 'Withholding from publication', 's.94'),
  decide: () =>
    yes(
      'Information may be withheld only for national security, or because it is commercially sensitive and an overriding public interest asks for it; say that it is withheld and on which of the two grounds.',
    ),
}

export const recordRules: readonly Rule[] = [keep, practice, withhold]
