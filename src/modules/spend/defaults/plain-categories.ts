import type { CategoryRule, CategoryScheme } from '../rules/categorise.ts'

/** Code, name, and words that files use for it. The product's own plain scheme, to be changed at will. */
const PLAIN: readonly (readonly [string, string, string])[] = [
  // Before adults: children’s homes are residential care too.
  ['care-children', 'Care and support of children', 'child|foster|adoption|short breaks'],
  [
    'care-adults',
    'Care and support of adults',
    'residential|nursing|care at home|home care|domiciliary|day opportunit|supported living|adult social',
  ],
  [
    'education',
    'Education and training',
    'school transport|tuition|training|education|apprentice|special educational|early years',
  ],
  [
    'construction',
    'Construction and building works',
    'building works|construction|capital programme|demolition|contractor',
  ],
  ['repairs', 'Repairs and maintenance of buildings', 'repair|maintenance|boiler|roofing'],
  ['highways', 'Highways and street works', 'highway|road|street|traffic|surfacing|winter'],
  [
    'transport',
    'Passenger transport and vehicles',
    'transport|taxi|fleet|vehicle|bus pass|bus service|buses|minibus|fuel',
  ],
  ['waste', 'Waste and recycling', 'waste|recycl|refuse|skip'],
  ['grounds', 'Parks, grounds and environment', 'grounds|parks|landscap|tree|environment'],
  ['energy', 'Energy and water', 'energy|electric|gas|water|utilit'],
  ['property', 'Property, cleaning and security', 'cleaning|security|rent|premises|facilities|property'],
  ['housing', 'Housing and homelessness', 'temporary accommodation|homeless|housing|lodging'],
  ['digital', 'Digital and telecommunications', 'ict|software|computer|digital|telephon|telecom|data'],
  ['agency', 'Agency and temporary staff', 'agency staff|agency|temporary staff|recruit'],
  [
    'professional',
    'Professional and legal services',
    'consultan|legal|solicitor|surveyor|architect|engineer|audit|professional',
  ],
  ['finance', 'Insurance, banking and finance', 'insurance|bank|finance|leas|pension'],
  ['food', 'Food and catering', 'food|catering|meal|milk'],
  [
    'supplies',
    'Furniture, equipment and supplies',
    'furniture|equipment|stationery|printing|supplies|uniform',
  ],
  ['culture', 'Arts, sport and events', 'arts|event|museum|library|leisure|sport'],
  ['grants', 'Grants and voluntary sector', 'grant|voluntary|community organisation'],
]

const RULES: readonly CategoryRule[] = PLAIN.flatMap(([code, , words]) =>
  // By words: “event” would be found in “prevention” and “ict” in “addiction”.
  words.split('|').map((value) => ({ field: 'category' as const, test: 'word' as const, value, code })),
)

export const PLAIN_CATEGORIES: CategoryScheme = {
  name: 'Plain categories',
  source: 'The product’s own; change them as you need.',
  entries: PLAIN.map(([code, name]) => ({ code, name })),
  rules: RULES,
  choices: {},
}
