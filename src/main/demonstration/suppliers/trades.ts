/** How often a supplier is paid: contracts by the month, deliveries by the week, works now and then. */
export type Rhythm = 'many' | 'weekly' | 'monthly' | 'occasional' | 'stages'

/** One line of business a council buys from. */
export type Trade = {
  /** What such suppliers call themselves. */
  readonly words: readonly string[]
  /** SIC 2007. */
  readonly sic: string
  readonly department: string
  readonly service: string
  readonly category: string
  readonly descriptions: readonly string[]
  readonly rhythm: Rhythm
  /** The middle of what one invoice comes to, in pounds. */
  readonly invoice: number
  /** How many suppliers there are in the city, the rest of the county, the rest of the region and far away. */
  readonly suppliers: readonly [number, number, number, number]
  readonly isVcse?: boolean
  readonly isCapital?: boolean
}

const ADULTS = 'Adult Social Care and Health'
const CHILDREN = 'Children and Education'
const PLACE = 'Environment and Highways'
const HOMES = 'Housing and Communities'
const CULTURE = 'Regeneration and Culture'
const RESOURCES = 'Corporate Resources'

const trade = (
  words: string,
  [sic, category]: readonly [string, string],
  [department, service]: readonly [string, string],
  [rhythm, invoice]: readonly [Rhythm, number],
  suppliers: readonly [number, number, number, number],
  descriptions: string,
  more: Pick<Trade, 'isVcse' | 'isCapital'> = {},
): Trade => ({
  words: words.split('|'),
  sic,
  category,
  department,
  service,
  rhythm,
  invoice,
  suppliers,
  descriptions: descriptions.split('|'),
  ...more,
})

/** SIC codes after the UK Standard Industrial Classification 2007; the rest is what council payment files speak of. */
// biome-ignore format: a table reads better in rows
export const TRADES: readonly Trade[] = [
  trade('Home Care|Care at Home|Homecare', ['88100', 'Home care'], [ADULTS, 'Care at home'], ['weekly', 7400], [5, 3, 2, 2], 'Home care packages|Home care four weeks|Reablement hours'),
  trade('Care Homes|Residential Care|Nursing Homes', ['87100', 'Residential and nursing care'], [ADULTS, 'Residential care'], ['many', 5200], [5, 4, 3, 5], 'Residential placement|Nursing placement|Respite stay'),
  trade('Supported Living|Independent Living', ['87200', 'Supported living'], [ADULTS, 'Learning disability'], ['monthly', 19800], [3, 2, 1, 2], 'Supported living core hours|Supported living|One-to-one support'),
  trade("Carers' Network|Advice Centre|Wellbeing Hub|Day Centre|Befriending", ['88990', 'Prevention and advice'], [ADULTS, 'Prevention'], ['monthly', 6400], [6, 3, 1, 0], 'Grant instalment|Service level agreement|Prevention contract', { isVcse: true }),
  trade('Fostering|Foster Families', ['88990', 'Fostering agencies'], [CHILDREN, 'Children looked after'], ['many', 3600], [1, 1, 2, 2], 'Foster placement|Foster placement, sibling group'),
  trade("Children's Homes|Young Futures|Residential Childcare", ['87900', "Children's residential care"], [CHILDREN, 'Children looked after'], ['monthly', 21500], [1, 2, 2, 4], 'Residential placement|Placement and education|Therapeutic support'),
  trade('Taxis|Minibuses|Travel|Coaches', ['49320', 'Home to school transport'], [CHILDREN, 'Transport'], ['weekly', 1900], [5, 4, 1, 1], 'School routes|Special needs transport|Escort hours'),
  trade('Nurseries|Early Years|Playgroup', ['85100', 'Early years funding'], [CHILDREN, 'Early years'], ['monthly', 4300], [4, 3, 0, 0], 'Early years funding|Funded hours, two-year-olds'),
  trade('Learning|Tuition|Training', ['85590', 'Training and tuition'], [CHILDREN, 'Skills'], ['occasional', 2700], [3, 2, 2, 3], 'Tuition|Staff training|Apprenticeship training'),
  trade('Highways|Surfacing|Civil Engineering', ['42110', 'Highways works'], [PLACE, 'Highways'], ['stages', 58000], [1, 2, 2, 3], 'Carriageway resurfacing|Footway works|Interim certificate', { isCapital: true }),
  trade('Waste|Recycling|Resource Recovery', ['38110', 'Waste collection and disposal'], [PLACE, 'Waste and recycling'], ['monthly', 23000], [2, 2, 1, 2], 'Waste disposal|Recycling gate fees|Skip hire'),
  trade('Grounds Maintenance|Tree Surgery|Landscapes', ['81300', 'Grounds maintenance'], [PLACE, 'Parks'], ['weekly', 1700], [3, 3, 1, 0], 'Grounds maintenance|Tree works|Planting'),
  trade('Vehicle Repairs|Motor Factors|Commercials|Tyres', ['45200', 'Vehicles and plant'], [PLACE, 'Fleet'], ['weekly', 980], [3, 2, 1, 2], 'Vehicle repairs|Parts|Tyres|Plant hire'),
  trade('Energy|Power|Gas Supply', ['35140', 'Electricity and gas'], [RESOURCES, 'Property'], ['monthly', 61000], [0, 0, 0, 3], 'Electricity, street lighting|Gas, civic buildings|Half-hourly supply'),
  trade('Energy Co-operative|Community Energy|Insulation Co-operative', ['35110', 'Energy saving and renewables'], [HOMES, 'Warm homes'], ['occasional', 8200], [2, 1, 0, 0], 'Solar panels, community centre|Loft insulation|Energy advice', { isVcse: true }),
  trade('Building Services|Roofing|Heating|Joinery|Electrical', ['43390', 'Building repairs'], [HOMES, 'Repairs'], ['weekly', 2100], [6, 4, 2, 1], 'Responsive repairs|Boiler replacement|Roof repairs|Rewiring|Void works'),
  trade('Construction|Building Contractors', ['41201', 'Building works'], [CULTURE, 'Capital programme'], ['stages', 72000], [2, 2, 2, 4], 'Valuation|Interim certificate|Retention release', { isCapital: true }),
  trade('Lodgings|Serviced Rooms|Lettings', ['55900', 'Temporary accommodation'], [HOMES, 'Homelessness'], ['weekly', 1650], [3, 2, 0, 1], 'Nightly accommodation|Emergency accommodation'),
  trade('Digital|Software|Systems|Networks|Data', ['62020', 'ICT'], [RESOURCES, 'ICT'], ['occasional', 16500], [2, 1, 2, 10], 'Software licences|Annual maintenance|Hosting|Laptops|Support'),
  trade('Consulting|Advisory|Insight', ['70229', 'Consultancy'], [RESOURCES, 'Change'], ['occasional', 11500], [2, 1, 1, 5], 'Consultancy days|Business case|Review'),
  trade('Recruitment|Staffing|Resourcing', ['78200', 'Agency staff'], [RESOURCES, 'Human resources'], ['many', 3300], [1, 0, 1, 4], 'Agency social worker|Agency staff, week|Interim manager'),
  trade('Solicitors|Law|Legal', ['69102', 'Legal services'], [RESOURCES, 'Legal'], ['occasional', 3900], [2, 1, 1, 2], 'Counsel fees|Legal fees|Conveyancing'),
  trade('Cleaning|Security|Facilities', ['81210', 'Cleaning and security'], [RESOURCES, 'Property'], ['monthly', 19500], [3, 1, 1, 4], 'Cleaning contract|Guarding hours|Window cleaning'),
  trade('Foods|Fruit and Vegetables|Bakery|Catering|Dairy|Butchers', ['46390', 'Food and catering'], [CHILDREN, 'School meals'], ['weekly', 1350], [4, 4, 2, 3], 'School meals supplies|Fruit and vegetables|Milk|Bread|Civic catering'),
  trade('Print|Stationery|Signs', ['18129', 'Printing and stationery'], [RESOURCES, 'Communications'], ['occasional', 1250], [3, 1, 1, 2], 'Printing|Stationery|Signs|Polling cards'),
  trade('Insurance|Finance|Leasing', ['65120', 'Insurance and finance'], [RESOURCES, 'Finance'], ['occasional', 29000], [0, 0, 0, 4], 'Insurance premium|Lease rental|Treasury fees'),
  trade('Theatre|Arts|Music|Festival', ['90010', 'Arts and events'], [CULTURE, 'Culture'], ['occasional', 4200], [3, 2, 1, 1], 'Arts programme|Festival stage|Workshops', { isVcse: true }),
  trade('Community Association|Youth Trust|Food Partnership|Community Transport|Repair Café', ['94990', 'Grants to community organisations'], [HOMES, 'Communities'], ['occasional', 5600], [5, 4, 1, 0], 'Grant, first instalment|Grant, second instalment|Household support', { isVcse: true }),
  trade('Architects|Surveyors|Engineers', ['71121', 'Surveyors and engineers'], [CULTURE, 'Regeneration'], ['occasional', 6900], [2, 2, 1, 3], 'Design fees|Structural survey|Planning advice'),
  trade('Furniture|Equipment|Supplies', ['31010', 'Furniture and equipment'], [HOMES, 'Furnished tenancies'], ['weekly', 1100], [2, 2, 1, 3], 'Furniture packs|Office chairs|Community equipment'),
]
