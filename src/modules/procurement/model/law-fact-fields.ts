/** What the law page asks beside the purchase's own columns. Names and choices are those of `goldthread law explain`. */
type Choices = Readonly<Record<string, string>>
export type LawFactField =
  | {
      readonly kind: 'yes-no' | 'day' | 'text' | 'number' | 'pounds'
      readonly label: string
      readonly hint?: string
    }
  | {
      readonly kind: 'choice' | 'choices'
      readonly label: string
      readonly hint?: string
      readonly choices: Choices
    }

export type LawFactGroup = {
  readonly title: string
  readonly fields: Readonly<Record<string, LawFactField>>
}

const yesNo = (label: string, hint?: string): LawFactField => ({
  kind: 'yes-no',
  label,
  ...(hint && { hint }),
})
const day = (label: string, hint?: string): LawFactField => ({ kind: 'day', label, ...(hint && { hint }) })

export const LAW_FACT_GROUPS: readonly LawFactGroup[] = [
  {
    title: 'Kind and route',
    fields: {
      cpv: { kind: 'text', label: 'Main CPV code', hint: 'Eight digits, such as 77310000-6' },
      route: {
        kind: 'choice',
        label: 'How will it be awarded?',
        choices: {
          open: 'Open procedure',
          'competitive-flexible': 'Competitive flexible procedure',
          'dynamic-market-award': 'Competition in a dynamic market',
          'direct-award': 'Direct award',
          'switch-to-direct-award': 'Direct award after no suitable tender',
          'invited-suppliers': 'Quotes from invited suppliers',
        },
      },
      directAwardGround: {
        kind: 'choice',
        label: 'Ground for a direct award',
        choices: {
          prototype: 'Prototype',
          artistic: 'Unique work of art',
          'exclusive-rights': 'Exclusive rights',
          technical: 'No competition for technical reasons',
          additional: 'Additional or repeat supply',
          similar: 'Similar to an earlier contract',
          commodity: 'Commodity market',
          insolvency: 'Advantageous terms on insolvency',
          urgency: 'Extreme and unavoidable urgency',
          'protect-life': 'Protecting life',
          'user-choice': 'User choice (light touch)',
        },
      },
      advertised: yesNo('Will it be advertised openly?', 'Matters below the threshold'),
      arrangement: {
        kind: 'choice',
        label: 'What is set up?',
        choices: {
          contract: 'A contract',
          framework: 'A framework',
          'open-framework': 'An open framework',
          'call-off': 'A call-off from a framework',
          'dynamic-market': 'A dynamic market',
        },
      },
      frameworkCommencedOn: day('When did the procurement of the framework commence?', 'For a call-off'),
      maximumTermMonths: { kind: 'number', label: 'Months it can run, extensions included' },
      reservableLightTouch: yesNo('Are the light touch services reservable?'),
      outsourcing: yesNo('Does it outsource a service that the authority delivers itself?'),
      includesServices: yesNo('Do the goods or works come with services?'),
      reservations: {
        kind: 'choices',
        label: 'Reserve it to',
        hint: 'What you would like to do; the answer says whether you may',
        choices: {
          'local-area': 'Suppliers in the local area',
          uk: 'Suppliers in the United Kingdom',
          'sme-vcse': 'Small and medium-sized enterprises and VCSEs',
          'supported-employment': 'Supported employment providers',
          'public-service-mutual': 'Public service mutuals',
        },
      },
    },
  },
  {
    title: 'Value and buyer',
    fields: {
      valueCannotBeEstimated: yesNo('Is it impossible to estimate the value?'),
      relatedContractsValue: {
        kind: 'pounds',
        label: 'Value of other contracts that could be bought together with it',
        hint: 'In pounds, counted as the amounts above',
      },
      goodReasonsNotToCombine: yesNo('Are there good reasons not to buy them together?'),
      authorityPaysOver100m: yesNo(
        'Will the authority pay more than £100 million under contracts this year?',
        'Then it publishes a pipeline notice (UK1)',
      ),
    },
  },
  {
    title: 'Procedure',
    fields: {
      preliminaryMarketEngagement: yesNo('Will you engage with the market before the tender notice?'),
      qualifyingPlannedProcurementNotice: yesNo(
        'Will there be a qualifying planned procurement notice (UK3)?',
      ),
      electronicSubmission: yesNo('Are tenders submitted electronically?'),
      allDocumentsAtOnce: yesNo('Do all tender documents come with the notice or invitation?'),
      participationStage: yesNo('Do suppliers first request to take part?'),
      preselectedSuppliersOnly: yesNo('Are tenders taken from pre-selected suppliers only?'),
      tenderPeriodAgreed: yesNo('Is the tendering period agreed with them?'),
      urgency: yesNo('Is there a state of urgency?'),
      standstillOffered: yesNo('Will you offer a standstill where none is required?'),
      kpisNotAppropriate: yesNo('Can the contract not be assessed by key performance indicators?'),
    },
  },
  {
    title: 'Days that the columns of the purchase do not hold',
    fields: {
      plannedProcurementNoticeOn: day('Planned procurement notice (UK3)'),
      marketEngagementNoticeOn: day('Preliminary market engagement notice (UK2)'),
      conflictsAssessedOn: day('Conflicts assessment prepared'),
      socialValueConsideredOn: day('Social value considered and recorded', 'Social Value Act 2012 s.1'),
      transparencyNoticeOn: day('Transparency notice (UK5)', 'For a direct award'),
      participationInvitedOn: day('Suppliers invited to take part'),
      participationDeadlineOn: day('Requests to take part due'),
      tendersInvitedOn: day('Tenders invited'),
      assessmentSummariesOn: day('Assessment summaries sent'),
      contractDetailsNoticeOn: day('Contract details notice (UK7)'),
    },
  },
]

export const LAW_FACT_FIELDS: Readonly<Record<string, LawFactField>> = Object.assign(
  {},
  ...LAW_FACT_GROUPS.map(({ fields }) => fields),
)
