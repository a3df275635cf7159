import type { Email, Role } from './model.ts'

export type DemonstrationAccount = {
  readonly role: Role
  readonly name: string
  readonly email: Email
  /** One sentence on what to try. */
  readonly toTry: string
}

/** The same for all of them. It is shown on the sign-in page of a demonstration, and opens nothing else. */
export const demonstrationPassword = 'copper lantern meadow'

const account = (role: Role, name: string, toTry: string): DemonstrationAccount => ({
  role,
  name,
  email: `${role}@northmere.example`,
  toTry,
})

/** One made-up person for each role at Northmere City Council. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  account(
    'analyst',
    'Northmere Analyst',
    'Import a payment file and see on the money map where the money goes.',
  ),
  account(
    'policy-lead',
    'Northmere Policy Lead',
    'Write a priority, say how it is measured, and follow its thread.',
  ),
  account(
    'senior-owner',
    'Northmere Senior Owner',
    'Adopt a plan that was consulted on, and publish the plan on a page.',
  ),
  account(
    'commissioner',
    'Northmere Commissioner',
    'Look up who supplies your service today, and from where.',
  ),
  account('procurement-officer', 'Northmere Procurement Officer', 'See which suppliers near home could bid.'),
  account('evaluator', 'Northmere Evaluator', 'Look a supplier up: who they are and where they are based.'),
  account(
    'contract-manager',
    'Northmere Contract Manager',
    'Decide on a delivery that a supplier has reported, and see what it does to the promise.',
  ),
  account(
    'finance',
    'Northmere Finance',
    'Check that a payment file adds up to the pound, rejected rows included.',
  ),
  account(
    'finance-director',
    'Northmere Finance Director',
    'Read what the year was to bring beside the pounds, and what of it is verified.',
  ),
  account(
    'councillor',
    'Northmere Councillor',
    'Read what share of the council’s spending stays in Ashshire.',
  ),
  account(
    'administrator',
    'Northmere Administrator',
    'Invite somebody, and read their letter in the mailbox.',
  ),
  account('auditor', 'Northmere Auditor', 'Read the audit log: who did what, and when.'),
]

/** The people of made-up suppliers; each bids from an account of its own. */
export const demonstrationSuppliers = [
  {
    organisation: 'Bellwharf Building Services Limited',
    orgId: 'GB-COH-99800001',
    name: 'Bellwharf Bid Lead',
    email: 'bids@bellwharf-building.example',
    toTry: 'Finish a bid that is uploaded but not submitted, and read the receipt of another.',
  },
  {
    organisation: 'Ashshire Repairs Co-operative',
    orgId: 'GB-COH-99800002',
    name: 'Ashshire Repairs Bid Lead',
    email: 'bids@ashshire-repairs.example',
    toTry: '',
  },
  {
    organisation: 'Lanternhill Community Works',
    orgId: 'GB-COH-99800003',
    name: 'Lanternhill Bid Lead',
    email: 'bids@lanternhill-works.example',
    toTry: '',
  },
  {
    organisation: 'Copperfield Facilities Group plc',
    orgId: 'GB-COH-99800004',
    name: 'Copperfield Bid Lead',
    email: 'bids@copperfield-facilities.example',
    toTry: '',
  },
] as const

/** The analysts of the other anchor institutions, who pay many of the same suppliers. */
export const demonstrationAnchors = [
  { slug: 'northmere-hospitals', name: 'Hospitals Analyst', email: 'analyst@northmere-hospitals.example' },
  {
    slug: 'university-of-northmere',
    name: 'University Analyst',
    email: 'analyst@university-of-northmere.example',
  },
  { slug: 'lanternhill-homes', name: 'Homes Analyst', email: 'analyst@lanternhill-homes.example' },
  { slug: 'ashshire-college', name: 'College Analyst', email: 'analyst@ashshire-college.example' },
] as const
