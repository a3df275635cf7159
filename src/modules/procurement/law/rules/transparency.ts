import type { Case } from '../case.ts'
import { depends, no, type Outcome, type Row, type Rule, yes } from '../row.ts'
import { TRIGGERS, triggers } from '../tables/thresholds.ts'

const codeRow = (id: string, title: string, source: string, more: Partial<Row> = {}): Row => ({
  id,
  topic: 'transparency',
  title,
  provision: 'Local Government Transparency Code 2015',
  source,
  confidence: 'sure',
  kind: 'law',
  from: null,
  until: null,
  ...more,
})

/** The Code binds principal councils, and parish councils with more than £200,000 a year. */
const decideFor = (it: Case, decide: () => Outcome): Outcome => {
  if (it.authority === 'council') return decide()
  if (it.authority !== 'parish-council') return no('The Code is for councils.')
  const outcome = decide()
  return outcome.applies === false
    ? outcome
    : depends(
        ['parish income or spending over £200,000'],
        `If the parish council’s income or spending is over £200,000: ${outcome.sentence}`,
        outcome.value === undefined ? {} : { value: outcome.value },
      )
}

const status: Rule = {
  reach: 'any',
  row: codeRow(
    'transparency.code',
    'The Code in force',
    'https://www.gov.uk/government/consultations/strengthening-local-government-transparency',
    { confidence: 'likely' },
  ),
  decide: (it) =>
    decideFor(it, () =>
      yes('The Code of 2015 is still the one in force, as far as our sources to October 2026 show.'),
    ),
}

const spend: Rule = {
  reach: 'any',
  row: codeRow(
    'transparency.spend',
    'Publish spending over £500',
    'https://www.eden.gov.uk/your-council/council-business/council-finances/council-spending-over-500/',
  ),
  decide: (it) =>
    decideFor(it, () =>
      yes(
        'Each item of spending over £500, invoices, grants, expenses and credit notes among them, is published every quarter.',
        { value: { abovePence: TRIGGERS.codeSpend.pence, comparator: '>', every: 'quarter' } },
      ),
    ),
}

const cards: Rule = {
  reach: 'any',
  row: codeRow('transparency.cards', 'Publish purchase card payments', 'https://dwfire.org.uk/?p=3765'),
  decide: (it) =>
    decideFor(it, () =>
      yes('Every payment by procurement card is published every quarter, whatever its size.', {
        value: { abovePence: 0, comparator: '>', every: 'quarter' },
      }),
    ),
}

/** The Code does not say whether its £5,000 includes VAT, so values that differ by it are left open. */
const overFiveThousand = (it: Case): boolean | null => {
  if (it.valuePence === null || triggers(Math.round((it.valuePence * 5) / 6), TRIGGERS.codeContract))
    return true
  return triggers(it.valuePence, TRIGGERS.codeContract) ? null : false
}

const decideContract = (it: Case, what: string): Outcome => {
  const value = { abovePence: TRIGGERS.codeContract.pence, comparator: '>', every: 'quarter' }
  if (it.isMarketItself) return no('There is no contract or tender yet.', { value })
  const isOver = overFiveThousand(it)
  if (isOver === false) return no('The contract is not worth more than £5,000.', { value })
  if (isOver === null)
    return depends(
      ['whether VAT counts'],
      `${what} over £5,000 are published every quarter; our sources do not say whether VAT counts.`,
      { value, confidence: 'unsure' },
    )
  return yes(`${what} over £5,000 are published every quarter.`, { value })
}

const tenders: Rule = {
  reach: 'any',
  row: codeRow(
    'transparency.tenders',
    'Publish invitations to tender over £5,000',
    'https://salc.org.uk/wiki/page/544',
  ),
  decide: (it) =>
    decideFor(it, () =>
      it.isDirect && !it.isMarketItself
        ? no('A direct award has no invitation to tender.')
        : decideContract(it, 'Invitations to tender or quote'),
    ),
}

const contracts: Rule = {
  reach: 'any',
  row: codeRow(
    'transparency.contracts',
    'Publish contracts over £5,000',
    'https://salc.org.uk/wiki/page/544',
  ),
  decide: (it) =>
    decideFor(it, () =>
      decideContract(it, 'Contracts, purchase orders, frameworks and other binding agreements'),
    ),
}

const fields: Rule = {
  reach: 'any',
  row: codeRow(
    'transparency.fields',
    'Fields of the contracts register',
    'https://www.norfolk.gov.uk/what-we-do-and-how-we-work/open-data-fois-and-data-protection/open-data/contracts-and-grants-register',
    { confidence: 'likely' },
  ),
  decide: (it) =>
    decideFor(it, () =>
      overFiveThousand(it) === false || it.isMarketItself
        ? no('The contract does not have to be in the register.')
        : yes(
            'The register gives reference, title, department, description, supplier, sum, irrecoverable VAT, start, end and review dates, whether quote or tender, and whether the supplier is a small firm or voluntary body with its registration number.',
          ),
    ),
}

const grants: Rule = {
  reach: 'any',
  row: codeRow(
    'transparency.grants',
    'Publish grants to voluntary bodies',
    'https://salc.org.uk/wiki/page/544',
    { confidence: 'likely' },
  ),
  decide: (it) =>
    decideFor(it, () =>
      no(
        'Grants to voluntary, community and social enterprise bodies are published every year; this is a contract.',
        { value: { every: 'year' } },
      ),
    ),
}

export const transparencyRules: readonly Rule[] = [status, spend, cards, tenders, contracts, fields, grants]
