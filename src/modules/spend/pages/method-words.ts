import { ceilingWords } from '../setting-words.ts'
import { ANSWER_SECTIONS, MATCHING_SECTION } from './method-suppliers.ts'

export type MethodSection = {
  /** The name of the analysis, so that each page links to its part. */
  readonly id: string
  readonly title: string
  /** To a councillor. */
  readonly plain: string
  /** To an analyst: definitions, sources, limits. */
  readonly exact: readonly string[]
  readonly href?: string
}

/** The method, by analysis. A figure that is not explained here does not belong on a page. */
export const METHOD_SECTIONS: readonly MethodSection[] = [
  {
    id: 'basis',
    title: 'What every figure stands on',
    plain:
      'Under each figure stands the period it covers, how many payments it was made from, and for how much of the money we do not know the answer. We never guess the unknown part, and never spread it over the rest.',
    exact: [
      'Payments are the rows of counted payment files: money paid, less money paid back. Amounts are as the files give them, mostly without VAT; each file’s page says which column was read.',
      'Rows that could not be read are counted and shown with their pounds, under figures of the files they stand in; they are in no other figure.',
      'Months are those of the day paid; where a file tells only a period, of its first day. Payments without either are in all figures but those by month and year.',
      'Councils publish payments over £500 (some over £250): smaller ones are in a file only where the organisation put them there. Local Government Transparency Code 2015.',
      'Sums are exact whole pence. Shares are of all payments of the part shown, the unknown included, unless a page says otherwise.',
    ],
  },
  MATCHING_SECTION,
  {
    id: 'tiers',
    title: 'Tiers of place and their range',
    plain:
      'We sort each supplier by where it is: in your place, in the rest of the county, in the rest of the region, elsewhere in the country, abroad. For some we do not know. So each share has a range: at least what we know to be there, at most that and all of the unknown.',
    exact: [
      'A payee is where the postcode of its payments is, or else of the register entry that its number or exact name leads to. It is seen from the organisation’s home place and the places around it.',
      'Least = known within ÷ all. Most = (known within + unknown) ÷ all. The truth is between them whatever the unknown part is.',
      'A head office counts where it is registered, even where a branch next door does the work; the reverse also happens.',
    ],
    href: '/spend/tiers',
  },
  {
    id: 'leakage',
    title: 'Leakage',
    plain:
      'What is paid to suppliers that we know to be outside a place. It shows where the money goes, not that it should have stayed.',
    exact: [
      'Leaving a place = payments to payees in tiers outside it, for each category. The unknown is shown beside it and never counted as leaving.',
      'Preston’s study of 2013 counted £458m of £750m leaving Lancashire in this way.',
    ],
    href: '/spend/leakage',
  },
  {
    id: 'kinds',
    title: 'Kinds of supplier',
    plain: 'Small, medium and large firms, the voluntary sector, public bodies, and individuals.',
    exact: [
      'Kind comes from the legal form and the register a supplier stands in; size from the category of accounts filed at Companies House (micro, small, medium, full). Limits: Companies Act 2006, sections 382 to 384A and 465.',
      'Small and medium-sized = micro + small + medium, without companies whose confirmed group holds a large one: linked enterprises count together. Source: Commission Recommendation 2003/361/EC, Annex, Articles 3(3) and 6(2), which is a recommendation and no law (sure). Large is whoever in the group was paid, at any time, and files accounts as a large company. Their pounds stay with their own kind and stand in a column of their own.',
      'The Procurement Act 2023, section 123 (in force since 24 February 2025; sure), means by small and medium-sized a supplier with fewer than 250 staff and a turnover of at most £44m or a balance sheet of at most £38m. No file tells either, so the category of accounts stands for both. Groups that nobody has confirmed, and small companies that are large only together, still count as small. “Business of unknown size” is in the unknown part.',
      'A confirmed group is one supplier in each kind that it is paid in, so the kinds may add up to more suppliers than there are.',
      'Names that files withhold nearly always protect a person, and stand with individuals.',
    ],
    href: '/spend/kinds',
  },
  {
    id: 'sectors',
    title: 'Sectors',
    plain: 'What suppliers do, by the classification that companies give themselves.',
    exact: [
      'Sections A to U of the UK Standard Industrial Classification 2007, by the first code that tells of a trade. Bodies without a code are not known. A group is one supplier in each sector that it is paid in; pounds stay with the company’s own.',
    ],
    href: '/spend/sectors',
  },
  {
    id: 'categories',
    title: 'Categories and departments',
    plain:
      'What the money was for. Each file has words of its own; a scheme gives one set of categories to all of them.',
    exact: [
      'Order: a person’s choice for the file’s word, then the first rule that fits (category, department or sector; is, begins with or contains). What nothing fits is “not mapped”.',
      'Every change of a scheme is a version that can be brought back. The plain scheme is the product’s own; CPV divisions are those of Regulation (EC) No 213/2008.',
    ],
    href: '/spend/categories',
  },
  {
    id: 'departments',
    title: 'Departments and months',
    plain: 'In the words of the payment files.',
    exact: [
      'Suppliers are parties: payees of one supplier are one, and so are the companies of a confirmed group. Payees are names in the ledger. Either counts in each line where it was paid.',
      'Departments are not merged: a department that was renamed stands twice, and a year-on-year comparison leaves both out and says so.',
    ],
    href: '/spend/departments',
  },
  {
    id: 'top-suppliers',
    title: 'Suppliers',
    plain:
      'Each supplier once, even where the ledger names it in several ways; a group of companies once where somebody confirmed it.',
    exact: [
      'Payees are one supplier where matching or a person identified them as the same organisation. A payee that nobody has identified is a supplier of its own.',
      'A group is what a person of the organisation confirmed, for all its payments. Its companies keep their own kind, size, sector and place, and no pound moves by it; the kind or place of a group whose companies differ is “several”.',
    ],
    href: '/spend/top-suppliers',
  },
  {
    id: 'concentration',
    title: 'Concentration',
    plain:
      'How much of the money a few suppliers have. If ten suppliers have most of it, much hangs on those ten.',
    exact: [
      'Shares of the 1, 5, 10 and 20 largest suppliers, of payments to suppliers with a positive sum; individuals and withheld names are left out.',
      'Herfindahl–Hirschman index = Σ (100 × share)². 10,000 ÷ index is the number of equal suppliers that would be as concentrated. Above 1,000 concentrated, above 2,000 highly concentrated: Competition Commission and Office of Fair Trading, Merger Assessment Guidelines (CC2/OFT1254, 2010), paragraph 5.3.5, since replaced; a guideline for markets, not a rule for buyers.',
    ],
    href: '/spend/concentration',
  },
  {
    id: 'years',
    title: 'Year on year, like for like',
    plain:
      'Two years compared only where both have figures. If one year lacks a month or a department, it is left out of both, and we say so.',
    exact: [
      'Financial years run from 1 April. Kept, in this order: organisations with payments in both years; for each, calendar months in both; in those months, departments in both.',
      'What is left out is named with its pounds. Amounts are in the money of each year, not adjusted for prices.',
    ],
    href: '/spend/years',
  },
  {
    id: 'wards',
    title: 'Wards',
    plain: 'In which ward the supplier is. It does not say where its staff live, or whom the service is for.',
    exact: [
      'The ward of the payee’s full postcode in the loaded lookup. With only a district known, the ward is not known.',
    ],
    href: '/spend/wards',
  },
  {
    id: 'deprivation',
    title: 'Deprivation',
    plain: 'Whether suppliers are in poorer or richer areas. It says nothing about the firm itself.',
    exact: [
      'The decile of the Index of Multiple Deprivation for the small area of the payee’s postcode, newest edition loaded. England, Wales, Scotland and Northern Ireland have indices that cannot be compared.',
    ],
    href: '/spend/deprivation',
  },
  {
    id: 'influenceable',
    title: 'Influenceable spend',
    plain:
      'What could still be bought otherwise. A long contract, a national framework or a law can stand in the way. Your organisation writes the rules; each line says which rule decided and why.',
    exact: [
      'A line is a supplier with a category and department. Rules are tried in order and the first that fits decides: can be influenced, cannot, or not sure. Without a rule: not sure.',
      'Rules look at the category, department, kind, sector and name of the supplier, and at known contracts: when they end, and their framework. A contract for the category comes before one for the whole supplier, and of these the company’s own before one with its group. A rule or a contract that names a group, by its name or key, holds for each of its companies; one that names a company holds for that company alone.',
      'In the table companies of a group stand in one line where category, department, place, outcome and reason are the same.',
      'The rules the product ships are its own default, and no law. Versions are kept: a figure can be made again under the rules of its day.',
      'Of £8m leaving Lancashire, Preston City Council found £3m that it could influence.',
    ],
    href: '/spend/influenceable',
  },
  {
    id: 'gaps',
    title: 'Gaps',
    plain:
      'For each kind of thing that is bought: how much leaves the place that could be bought otherwise, and who near by could supply it. Where local suppliers are paid for it already and have room, redirect. Where some supply is near but small or unproven, develop it. Where nobody is near, create: a new enterprise, perhaps a co-operative.',
    exact: [
      'The leak of a category is what was paid to suppliers known to be outside the chosen place, on lines that the rules of influenceable spend call “can be influenced”. Lines that are “not sure”, and payees whose place is not known, stand in columns of their own and are no part of it.',
      'Local suppliers paid: businesses, VCSEs and payees of unknown kind inside the place that were paid for this category; no public bodies, no individuals. Each can grow by a share of what it is paid for the category. A micro, small or medium business can grow no further than the turnover of its size for the period, less all that we pay it; the categories it is paid for share that room, so that none counts twice.',
      'A confirmed group is one local supplier: each of its local companies can grow within its own size, and all together within the largest size that any of its companies has. So it never has more room than its companies apart.',
      'No alternative: where half or more of a leak goes to one supplier or group, none of its companies or offices counts as a local supplier of that category, as one near by, or with what it could take on. Below half it counts whole. The half is the product’s own judgement.',
      ceilingWords(),
      'Others near: active businesses and VCSEs of the registers with their registered office in the place, and a class of SIC 2007 (four digits) that stands for a tenth or more of what the category’s identified suppliers were paid. Suppliers of the directory count by the divisions of the Common Procurement Vocabulary that they chose, against those the category is mapped to under that scheme; where nobody has mapped it, against those that its words suggest. What they could take on is not known and not added.',
      'Redirect: enough paid local suppliers, whose room covers enough of the leak. Develop: otherwise, where any local supplier is paid for it, one says that it supplies it, or enough others are near. Create: otherwise. Below a size of leak: leave alone. Every threshold is on the page with its source, and goes along in the address.',
      'Cleveland looked at which sectors lacked local supply before its three worker co-operatives began.',
    ],
    href: '/spend/gaps',
  },
  {
    id: 'what-if',
    title: 'What if',
    plain:
      'What would be won if a larger share of the money stayed: pounds, jobs and what is spent again locally. It says what is at stake, not what will come, and it can never shift more than leaves and local suppliers can take on. Every assumption is on the page and can be changed; what the product suggests is marked so.',
    exact: [
      'Asked for: the wanted local share times all that was paid for the category (unknown places included), less what is local now. Shifted: the least of that, what leaves within reach, and what local suppliers that are paid for it can take on (see Gaps). “Held by” says which one it was.',
      'Within reach: what can be influenced; or what is not sure as well; or all that is known to leave. What is at an unknown place never shifts.',
      'A year: the pounds of the period times twelve, divided by its months. Jobs: that, times jobs for each £1m, from the least to the most. Suggested are 6 to 8, from Business Population Estimates 2023 (turnover without finance and insurance). They are jobs that the money pays for, not new ones: as many may be lost where the money goes now.',
      'Spent again: pounds a year times what is spent again for each £1. Suggested are nothing to £1.08, which Community Gateway found (LM3 2.08); a study of your own suppliers is better. By its definition LM3 lies between 1 and 3.',
      'The best shift is a choice of categories: each costs points of effort, gives at most its room (reach, capacity and the highest share), and the sum is as large as the budget of effort and the total allow. HiGHS, an open solver, proves that none is larger; seed and order are fixed, so that the same question has the same answer. Which limit binds stands on every line.',
      'Preston: from 5% to 10% of £750m is an extra £37.5m a year.',
    ],
    href: '/spend/what-if',
  },
  ...ANSWER_SECTIONS,
  {
    id: 'networks',
    title: 'Several organisations together',
    plain:
      'Organisations that agree can see their spending as one. A supplier that three of them pay counts once.',
    exact: [
      'Only members that agreed are read; each may leave at any time. Members see sums by supplier, department and month, not single payments.',
      'Places are seen from the network’s home place. Suppliers are joined by their identifier; unidentified payees are not, so the number of suppliers is an upper limit.',
      'Groups of companies that any member confirmed count for all members; groups of two members that share a company are one. A group has the name that the organisation which looks gave it, or else the first by letter. The page says whose groups they are. When a member leaves, its groups leave with it.',
      'Payments between members are not taken out.',
    ],
    href: '/spend/networks',
  },
  {
    id: 'calculator',
    title: 'Where the sums are made',
    plain:
      'On a copy of the payments made for adding up quickly. It is thrown away and made again whenever payments change.',
    exact: [
      'The same SQL runs in PostgreSQL and on the copy, and a test holds both to the same pence. A copy belongs to one organisation and is used for exactly the state it was made from.',
    ],
  },
]
