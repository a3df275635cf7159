import type { Source } from '../model/reference.ts'

const OGL = 'OGL v3.0'
const GOV = 'https://www.gov.uk/government'

const source = (
  id: string,
  title: string,
  url: string | null,
  publishedOn: string,
  more: Partial<Source> = {},
): Source => ({
  id,
  title,
  url,
  licence: OGL,
  publishedOn,
  nextDue: null,
  supersededBy: null,
  isConfirmed: false,
  note: null,
  ...more,
})

const INDICES: readonly Source[] = [
  source(
    'hmt-deflators-2026-03',
    'HM Treasury, GDP deflators at market prices, March 2026',
    `${GOV}/collections/gdp-deflators-at-market-prices-and-money-gdp`,
    '2026-03',
    {
      nextDue: '2026-06-30',
      supersededBy: 'the edition of June 2026 (2025/26 = 100); one of September 2026 is expected to exist',
      note: 'Read in a public copy; one growth rate compared with a second copy.',
    },
  ),
  source(
    'ons-deflators-calendar-2025-12',
    'GDP deflators at market prices, calendar years, December 2025',
    `${GOV}/collections/gdp-deflators-at-market-prices-and-money-gdp`,
    '2025-12',
    {
      nextDue: '2026-03-31',
      note: 'Read in a public copy (package greenbook for R, MIT; data OGL).',
    },
  ),
  source(
    'green-book-2026',
    'HM Treasury, The Green Book (2026)',
    `${GOV}/publications/the-green-book-appraisal-and-evaluation-in-central-government`,
    '2026',
    {
      note: 'The review of discount rates of 30 June 2026 (Freeman and Groom) proposes about 3.0 % and no separate health rate; it is not adopted. The steps after year 30 of the health schedule were read in a public copy of the edition of 2022.',
    },
  ),
]

const VALUES: readonly Source[] = [
  source(
    'desnz-carbon-2023-11',
    'DESNZ, Valuation of energy use and greenhouse gas emissions for appraisal, data tables 1 to 19, table 3',
    `${GOV}/publications/valuation-of-energy-use-and-greenhouse-gas-emissions-for-appraisal`,
    '2023-11',
    {
      nextDue: '2024-11-30',
      note: 'No date is announced for the next tables; looked at yearly. Read in a public copy and compared with the older table.',
    },
  ),
  source(
    'hmt-wellbeing-2021',
    'HM Treasury, Wellbeing guidance for appraisal: supplementary Green Book guidance',
    `${GOV}/publications/green-book-supplementary-guidance-wellbeing`,
    '2021-07',
    { isConfirmed: true },
  ),
  source(
    'gmca-ucd-1.4',
    'Greater Manchester Combined Authority (New Economy), Unit Cost Database v1.4',
    'https://www.greatermanchester-ca.gov.uk/what-we-do/research/research-cost-benefit-analysis',
    '2015',
    {
      licence: 'CC BY 4.0',
      supersededBy: 'v3.0 of 2026, also CC BY 4.0, not loaded',
      note: 'Selected and re-expressed. Some rows carry a third party\u2019s underlying figure.',
    },
  ),
  source(
    'ons-ashe-2025',
    'ONS, Annual Survey of Hours and Earnings 2025 (provisional), median gross hourly pay',
    'https://www.ons.gov.uk/employmentandlabourmarket/peopleinwork/earningsandworkinghours/bulletins/annualsurveyofhoursandearnings/2025',
    '2025-10',
    {
      nextDue: '2026-10-31',
      note: 'Read in a public copy, not in the bulletin.',
    },
  ),
  source(
    'dcms-loneliness-2020',
    'DCMS, Loneliness monetisation report',
    'https://tacklinglonelinesshub.org/resources/loneliness-monetisation-report/',
    '2020',
    {
      note: 'Read in pages that cite it. Price year about 2019.',
    },
  ),
  source(
    'dft-tag-2.03',
    'DfT, TAG data book v2.03, table A4.1',
    `${GOV}/publications/tag-data-book`,
    '2026-05',
    {
      nextDue: '2026-11-30',
      note: 'Read in a public copy.',
    },
  ),
  source(
    'ho-crime-2019-20',
    'Home Office, Economic and social costs of crime 2019 to 2020',
    `${GOV}/publications/economic-and-social-costs-of-crime-2019-to-2020`,
    '2026',
    { note: 'Read in a public copy.' },
  ),
  source(
    'hmrc-landfill-2026',
    'HMRC, Landfill Tax rates from 1 April 2026',
    `${GOV}/publications/landfill-tax-rates-for-2026-to-2027/landfill-tax-increase-in-rates-from-1-april-2026`,
    '2026',
    {
      nextDue: '2027-04-01',
      isConfirmed: true,
    },
  ),
  source(
    'defra-air-quality',
    'Defra, Air quality damage costs',
    `${GOV}/publications/assess-the-impact-of-air-quality/air-quality-appraisal-damage-cost-guidance`,
    '2023',
    {
      note: 'Not loaded: the measure is counted without a price.',
    },
  ),
  source(
    'dft-tag-car-use',
    'DfT, TAG data book, table A5.4 (external costs of car use)',
    `${GOV}/publications/tag-data-book`,
    '2026-05',
    {
      note: 'Not loaded: the measure is counted without a price.',
    },
  ),
]

const WAGE_SOURCES: readonly Source[] = [
  source(
    'minimum-wage-2026',
    'National Minimum Wage and National Living Wage rates',
    'https://www.gov.uk/national-minimum-wage-rates',
    '2026-04',
    { nextDue: '2027-04-01' },
  ),
  source(
    'real-living-wage-2025',
    'Real Living Wage rates of October 2025, as reported',
    'https://employeebenefits.co.uk/pay-strategy/real-living-wage-increases-by-nearly-7/281431.article',
    '2025-10',
    {
      licence: 'Rates are public facts; the Living Wage Foundation\u2019s texts and marks are not open',
      nextDue: '2026-10-31',
      supersededBy: 'the rates announced in October 2026, not loaded',
    },
  ),
  source(
    'real-living-wage-2023',
    'Real Living Wage rates of October 2023, as reported',
    'https://employeebenefits.co.uk/pay-strategy/living-wage-rates-rise-to-at-least-12-an-hour/270239.article',
    '2023-10',
    {
      licence: 'Rates are public facts; the Living Wage Foundation\u2019s texts and marks are not open',
      note: 'Kept for past years.',
    },
  ),
]

const POLICIES: readonly Source[] = [
  source(
    'ppn-002',
    'Cabinet Office, PPN 002: taking account of social value in the award of contracts',
    `${GOV}/publications/ppn-002-taking-account-of-social-value-in-the-award-of-contracts/ppn-002-taking-account-of-social-value-in-the-award-of-central-government-contracts-html`,
    '2025-02',
    { note: 'Central government; until 31 December 2026.' },
  ),
  source(
    'ppn-026',
    'Cabinet Office, PPN 026: the social value model',
    `${GOV}/publications/ppn-026-the-social-value-model/ppn-026-the-social-value-model-html`,
    '2026-08-05',
    {
      nextDue: '2026-11-30',
      note: 'Seen through two public copies, the page itself not opened. Sub-criteria and a scoring guide were promised for autumn 2026.',
    },
  ),
  source(
    'procurement-act-52',
    'Procurement Act 2023, section 52 (key performance indicators)',
    'https://www.legislation.gov.uk/ukpga/2023/54/section/52',
    '2023-10-26',
    { isConfirmed: true },
  ),
]

/** Every source a shipped figure rests on. */
export const SOURCES: readonly Source[] = [...INDICES, ...VALUES, ...WAGE_SOURCES, ...POLICIES]
