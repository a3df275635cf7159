import { lastDayOfPeriod } from '../periods.ts'
import { actRow, no, type Outcome, type Rule, type StepDraft, yes } from '../row.ts'
import { DAYS } from '../tables/periods.ts'
import { dayWords } from '../words.ts'

const check: Rule = {
  reach: 'act',
  row: actRow('exclusions.check', 'exclusions', 'Exclusion and the debarment list', 's.57', {
    provision: 'Procurement Act 2023 ss.26–28, 57–58 and Schs 6–7',
  }),
  decide: (it) =>
    it.isPublic || it.isMarketItself
      ? yes(
          'Ask about suppliers, connected and associated persons and all sub-contractors, and look at the debarment list. A supplier is excluded on a mandatory ground, excludable on a discretionary one, if the circumstances continue or are likely to recur; let it make its case first, and replace an associated person or sub-contractor.',
          {
            value: {
              mandatory: [
                'corporate manslaughter',
                'terrorism',
                'theft, fraud and bribery',
                'labour market and slavery offences',
                'organised crime',
                'tax evasion',
                'cartel',
                'national security (Minister only)',
                'tax misconduct',
                'competition infringement',
                'refusal to help a debarment investigation',
              ],
              discretionary: [
                'labour market misconduct',
                'environmental offence',
                'insolvency',
                'competition',
                'professional misconduct',
                'breach or poor performance, a published performance notice included',
                'improper conduct in a procurement',
                'national security',
              ],
              lookBackYears: { discretionary: 5, insolvencyCompetitionMisconductBreach: 3 },
            },
          },
        )
      : no('Exclusion under the Act is for public contracts and dynamic markets.'),
}

const notify: Rule = {
  reach: 'act',
  row: actRow('exclusions.notify', 'exclusions', 'Tell the Minister of an exclusion', 's.59'),
  decide: (it): Outcome => {
    const { exclusionOn, exclusionNotifiedOn } = it.dates
    const isReached = (it.isPublic && !it.isDirect && !it.isCallOff) || it.isMarketItself
    const by =
      isReached && exclusionOn !== undefined ? lastDayOfPeriod(exclusionOn, DAYS.exclusionNotice, true) : null
    const value = {
      days: DAYS.exclusionNotice,
      countsFrom: 'the day of the exclusion, replacement or rejection',
      countsStartDay: true,
      to: 'a Minister of the Crown',
      by,
    }
    if (!isReached)
      return no(
        'The duty follows exclusions from competitive tendering procedures for public contracts and from dynamic markets.',
        { value },
      )
    const steps: StepDraft[] =
      by === null
        ? []
        : [
            {
              id: 'exclusion-notice',
              title: 'Notice of exclusion to the Minister',
              means: 'by',
              date: by,
              given: exclusionNotifiedOn,
            },
          ]
    return yes(
      `If a supplier is excluded, replaced or rejected on an exclusion ground, tell a Minister of the Crown within 30 days, that day being day 1${by === null ? '' : `: by ${dayWords(by)}`}.`,
      { value, steps },
    )
  },
}

export const exclusionRules: readonly Rule[] = [check, notify]
