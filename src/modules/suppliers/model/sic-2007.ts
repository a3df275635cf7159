/**
 * Sections and divisions of the UK Standard Industrial Classification 2007 (Office for National Statistics,
 * Open Government Licence v3.0).
 */
export const SIC_SECTIONS: readonly {
  readonly section: string
  readonly name: string
  readonly divisions: readonly [string, string][]
}[] = [
  {
    section: 'A',
    name: 'Agriculture, forestry and fishing',
    divisions: [
      ['01', 'Crop and animal production, hunting and related service activities'],
      ['02', 'Forestry and logging'],
      ['03', 'Fishing and aquaculture'],
    ],
  },
  {
    section: 'B',
    name: 'Mining and quarrying',
    divisions: [
      ['05', 'Mining of coal and lignite'],
      ['06', 'Extraction of crude petroleum and natural gas'],
      ['07', 'Mining of metal ores'],
      ['08', 'Other mining and quarrying'],
      ['09', 'Mining support service activities'],
    ],
  },
  {
    section: 'C',
    name: 'Manufacturing',
    divisions: [
      ['10', 'Manufacture of food products'],
      ['11', 'Manufacture of beverages'],
      ['12', 'Manufacture of tobacco products'],
      ['13', 'Manufacture of textiles'],
      ['14', 'Manufacture of wearing apparel'],
      ['15', 'Manufacture of leather and related products'],
      [
        '16',
        'Manufacture of wood and of products of wood and cork, except furniture; manufacture of articles of straw and plaiting materials',
      ],
      ['17', 'Manufacture of paper and paper products'],
      ['18', 'Printing and reproduction of recorded media'],
      ['19', 'Manufacture of coke and refined petroleum products'],
      ['20', 'Manufacture of chemicals and chemical products'],
      ['21', 'Manufacture of basic pharmaceutical products and pharmaceutical preparations'],
      ['22', 'Manufacture of rubber and plastic products'],
      ['23', 'Manufacture of other non-metallic mineral products'],
      ['24', 'Manufacture of basic metals'],
      ['25', 'Manufacture of fabricated metal products, except machinery and equipment'],
      ['26', 'Manufacture of computer, electronic and optical products'],
      ['27', 'Manufacture of electrical equipment'],
      ['28', 'Manufacture of machinery and equipment n.e.c.'],
      ['29', 'Manufacture of motor vehicles, trailers and semi-trailers'],
      ['30', 'Manufacture of other transport equipment'],
      ['31', 'Manufacture of furniture'],
      ['32', 'Other manufacturing'],
      ['33', 'Repair and installation of machinery and equipment'],
    ],
  },
  {
    section: 'D',
    name: 'Electricity, gas, steam and air conditioning supply',
    divisions: [['35', 'Electricity, gas, steam and air conditioning supply']],
  },
  {
    section: 'E',
    name: 'Water supply; sewerage, waste management and remediation activities',
    divisions: [
      ['36', 'Water collection, treatment and supply'],
      ['37', 'Sewerage'],
      ['38', 'Waste collection, treatment and disposal activities; materials recovery'],
      ['39', 'Remediation activities and other waste management services'],
    ],
  },
  {
    section: 'F',
    name: 'Construction',
    divisions: [
      ['41', 'Construction of buildings'],
      ['42', 'Civil engineering'],
      ['43', 'Specialised construction activities'],
    ],
  },
  {
    section: 'G',
    name: 'Wholesale and retail trade; repair of motor vehicles and motorcycles',
    divisions: [
      ['45', 'Wholesale and retail trade and repair of motor vehicles and motorcycles'],
      ['46', 'Wholesale trade, except of motor vehicles and motorcycles'],
      ['47', 'Retail trade, except of motor vehicles and motorcycles'],
    ],
  },
  {
    section: 'H',
    name: 'Transportation and storage',
    divisions: [
      ['49', 'Land transport and transport via pipelines'],
      ['50', 'Water transport'],
      ['51', 'Air transport'],
      ['52', 'Warehousing and support activities for transportation'],
      ['53', 'Postal and courier activities'],
    ],
  },
  {
    section: 'I',
    name: 'Accommodation and food service activities',
    divisions: [
      ['55', 'Accommodation'],
      ['56', 'Food and beverage service activities'],
    ],
  },
  {
    section: 'J',
    name: 'Information and communication',
    divisions: [
      ['58', 'Publishing activities'],
      [
        '59',
        'Motion picture, video and television programme production, sound recording and music publishing activities',
      ],
      ['60', 'Programming and broadcasting activities'],
      ['61', 'Telecommunications'],
      ['62', 'Computer programming, consultancy and related activities'],
      ['63', 'Information service activities'],
    ],
  },
  {
    section: 'K',
    name: 'Financial and insurance activities',
    divisions: [
      ['64', 'Financial service activities, except insurance and pension funding'],
      ['65', 'Insurance, reinsurance and pension funding, except compulsory social security'],
      ['66', 'Activities auxiliary to financial services and insurance activities'],
    ],
  },
  { section: 'L', name: 'Real estate activities', divisions: [['68', 'Real estate activities']] },
  {
    section: 'M',
    name: 'Professional, scientific and technical activities',
    divisions: [
      ['69', 'Legal and accounting activities'],
      ['70', 'Activities of head offices; management consultancy activities'],
      ['71', 'Architectural and engineering activities; technical testing and analysis'],
      ['72', 'Scientific research and development'],
      ['73', 'Advertising and market research'],
      ['74', 'Other professional, scientific and technical activities'],
      ['75', 'Veterinary activities'],
    ],
  },
  {
    section: 'N',
    name: 'Administrative and support service activities',
    divisions: [
      ['77', 'Rental and leasing activities'],
      ['78', 'Employment activities'],
      ['79', 'Travel agency, tour operator and other reservation service and related activities'],
      ['80', 'Security and investigation activities'],
      ['81', 'Services to buildings and landscape activities'],
      ['82', 'Office administrative, office support and other business support activities'],
    ],
  },
  {
    section: 'O',
    name: 'Public administration and defence; compulsory social security',
    divisions: [['84', 'Public administration and defence; compulsory social security']],
  },
  { section: 'P', name: 'Education', divisions: [['85', 'Education']] },
  {
    section: 'Q',
    name: 'Human health and social work activities',
    divisions: [
      ['86', 'Human health activities'],
      ['87', 'Residential care activities'],
      ['88', 'Social work activities without accommodation'],
    ],
  },
  {
    section: 'R',
    name: 'Arts, entertainment and recreation',
    divisions: [
      ['90', 'Creative, arts and entertainment activities'],
      ['91', 'Libraries, archives, museums and other cultural activities'],
      ['92', 'Gambling and betting activities'],
      ['93', 'Sports activities and amusement and recreation activities'],
    ],
  },
  {
    section: 'S',
    name: 'Other service activities',
    divisions: [
      ['94', 'Activities of membership organisations'],
      ['95', 'Repair of computers and personal and household goods'],
      ['96', 'Other personal service activities'],
    ],
  },
  {
    section: 'T',
    name: 'Activities of households as employers; undifferentiated goods- and services-producing activities of households for own use',
    divisions: [
      ['97', 'Activities of households as employers of domestic personnel'],
      ['98', 'Undifferentiated goods- and services-producing activities of private households for own use'],
    ],
  },
  {
    section: 'U',
    name: 'Activities of extraterritorial organisations and bodies',
    divisions: [['99', 'Activities of extraterritorial organisations and bodies']],
  },
]

/** Codes that begin with a nought, which spreadsheets drop: 1110 may be 01110. */
export const CODES_BEGINNING_WITH_NOUGHT: ReadonlySet<string> = new Set(
  (
    '01110 01120 01130 01140 01150 01160 01190 01210 01220 01230 01240 01250 01260 01270 01280 01290 01300 01410 ' +
    '01420 01430 01440 01450 01460 01470 01490 01500 01610 01621 01629 01630 01640 01700 02100 02200 02300 02400 ' +
    '03110 03120 03210 03220 05101 05102 05200 06100 06200 07100 07210 07290 08110 08120 08910 08920 08930 08990 ' +
    '09100 09900'
  ).split(' '),
)

/** Codes that Companies House added to the classification; they tell of no trade. */
export const CODES_OF_NO_TRADE: ReadonlySet<string> = new Set(['74990', '99999'])
