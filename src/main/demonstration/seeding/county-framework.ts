import { COUNTY } from '../geography/made-up-places.ts'

const HEADER =
  'kind,code,parent,name,counts,does not count,unit,how to count,evidence,measure kind,basis,value,low,high,price year,source,confidence,group,deadweight,small suppliers,rubric'

type Version = { readonly version: string; readonly publishedOn: string; readonly rows: readonly string[] }

const COMMON = [
  'theme,work,,Work for residents',
  'theme,place,,Streets and neighbours',
  'outcome,local-jobs,work,Residents have the jobs that contracts make',
  'outcome,good-streets,place,Streets that people look after',
]

const repair = (name: string): string =>
  `measure,repair-cafe,good-streets,${name},Things mended at an event and taken home working,Things thrown away,item,One for each,list of the event,quantitative,none,,,,,,not-priced,,Say how many would have been mended anyway,yes,`

const apprentice = (value: string, low: string, high: string, year: string): string =>
  `measure,county-apprentice,local-jobs,Apprentices from the county who finish,Apprenticeships finished by people who live in the county,Those who left early,completion,One for each,certificates as totals,quantitative,economic,${value},${low},${high},${year},${COUNTY} skills study (made up),low,apprenticeship,Say how many the firm takes on anyway,yes,`

const apprenticeOver25 = (value: string, year: string): string =>
  `variant,over-25,county-apprentice,Apprentices over 25,,,,,,,economic,${value},,,${year}`

const STORY =
  'measure,street-story,good-streets,What changed on the street,The words of those who live there,The words of the supplier,score,A score with its reason,their words,qualitative,none,,,,,,not-priced,,,yes,story-of-change'
const WARDENS =
  'measure,street-wardens,good-streets,Hours of street wardens,Hours residents give to their street with help of the contract,Paid hours,hour,Add the hours up,sign-in sheets,quantitative,none,,,,,,not-priced,,Say who did it before,yes,'

/** A made-up framework of the county, in two versions, so that there is something to merge. */
export const COUNTY_FRAMEWORK: readonly [Version, Version] = [
  {
    version: '2025.1',
    publishedOn: '2025-04-01',
    rows: [
      ...COMMON,
      repair('Things mended'),
      apprentice('1800', '1200', '2600', '2023/24'),
      apprenticeOver25('2250', '2023/24'),
      STORY,
    ],
  },
  {
    version: '2026.1',
    publishedOn: '2026-10-01',
    rows: [
      ...COMMON,
      repair('Things mended and kept in use'),
      apprentice('1950', '1300', '2800', '2024/25'),
      apprenticeOver25('2400', '2024/25'),
      STORY,
      WARDENS,
    ],
  },
]

export const frameworkFile = ({ rows }: Version): Buffer => Buffer.from([HEADER, ...rows].join('\r\n'))

const STREETS = [
  'Elm Row',
  'Mill Lane',
  'Quay Street',
  'Station Road',
  'Weir Bank',
  'Chapel Hill',
  'Long Acre',
]
const WRONG_UNITS = ['a lot', 'per street', 'hoours']

/** A table as it comes from a survey: units nobody knows, values below nothing, parents that are not there. */
export const WRONG_FRAMEWORK: Buffer = Buffer.from(
  [
    HEADER,
    'theme,streets,,Streets',
    'outcome,clean,streets,Clean streets',
    ...STREETS.flatMap((street, at) => [
      `measure,litter-${at},clean,Litter picked on ${street},Bags,Leaves,${WRONG_UNITS[at % 3]},One by one,photos,quantitative,economic,-${at + 1},,,2025/26,Survey,low,,Say,yes,`,
      `measure,chat-${at},calm,Talks on ${street},Talks,Notes,hour,Add them up,list,quantitative,none,,,,,,not-priced,,Say,perhaps,`,
    ]),
  ].join('\r\n'),
)
