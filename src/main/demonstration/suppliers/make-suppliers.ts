import { type PlainDate, plainDate } from '../../../kernel/plain-date.ts'
import {
  ALL_DISTRICTS,
  CITY_DISTRICT,
  CITY_WARDS,
  COUNTY_DISTRICTS,
  NEIGHBOUR_DISTRICTS,
} from '../geography/made-up-places.ts'
import type { MadePostcode } from '../geography/postcodes.ts'
import { type SeededRandom, seededRandom } from '../seeded-random.ts'
import { crownPostcode, farPostcode } from './far-postcodes.ts'
import {
  charityNumberOf,
  chooseAccounts,
  chooseForm,
  chooseStatus,
  companyNumberOf,
  registeredName,
} from './legal-identity.ts'
import { HOMES, type Home, type MadeUpSupplier } from './made-up-supplier.ts'
import { MADE_UP_WORDS, PLACE_WORDS } from './name-words.ts'
import { TRADES, type Trade } from './trades.ts'

const SUPPLIER_SEED = 16_180

/** What is written on the next door: names are never given twice. */
const namePen = (random: SeededRandom) => {
  const taken = new Set<string>()
  const words = random.shuffled(MADE_UP_WORDS)
  let used = 0
  const isLocal = (home: Home): home is 'city' | 'county' | 'region' => home !== 'far' && home !== 'abroad'
  const headFor = (home: Home, trade: Trade): string => {
    if (isLocal(home) && (trade.isVcse || random.chance(0.7))) return random.pick(PLACE_WORDS[home])
    const word = words[used % words.length] ?? ''
    used++
    return word
  }
  return (home: Home, trade: Trade): { name: string; head: string; word: string } => {
    for (;;) {
      const [head, word] = [headFor(home, trade), random.pick(trade.words)]
      const more = home === 'far' && random.chance(0.25) ? random.pick([' Group', ' UK', ' Services']) : ''
      const name = `${head} ${word}${more}`
      if (taken.has(name)) continue
      taken.add(name)
      return { name, head, word }
    }
  }
}

const postcodePen = (postcodes: readonly MadePostcode[], random: SeededRandom) => {
  const codes: Record<'city' | 'county' | 'region', ReadonlySet<string>> = {
    city: new Set([CITY_DISTRICT.code]),
    county: new Set(COUNTY_DISTRICTS.map((district) => district.code)),
    region: new Set(NEIGHBOUR_DISTRICTS.map((district) => district.code)),
  }
  const inUse = postcodes.filter((postcode) => !postcode.isTerminated)
  const near = (home: 'city' | 'county' | 'region') =>
    inUse.filter((postcode) => codes[home].has(postcode.districtCode))
  const byHome = { city: near('city'), county: near('county'), region: near('region') }
  /** Whoever is called after a place is there. */
  const places = new Map([...ALL_DISTRICTS, ...CITY_WARDS].map((place) => [place.name, place.code]))
  return (home: Home, number: number, head: string): string => {
    if (home === 'far') return farPostcode(number)
    if (home === 'abroad') return crownPostcode(number)
    const code = places.get(head)
    const there = inUse.filter((postcode) => postcode.districtCode === code || postcode.wardCode === code)
    return random.pick(code === undefined ? byHome[home] : there).postcode
  }
}

const incorporation = (random: SeededRandom): PlainDate =>
  plainDate(random.whole(1984, 2021), random.whole(1, 12), random.whole(1, 28)) as PlainDate

const ABROAD_CATEGORIES: ReadonlySet<string> = new Set([
  'Insurance and finance',
  'ICT',
  'Consultancy',
  'Furniture and equipment',
])

/** Every place for a supplier: which trade, and where. */
const openings = (): { trade: Trade; home: Home }[] => [
  ...TRADES.flatMap((trade) =>
    trade.suppliers.flatMap((count, at) =>
      Array.from({ length: count }, () => ({ trade, home: HOMES[at] as Home })),
    ),
  ),
  ...TRADES.filter((trade) => ABROAD_CATEGORIES.has(trade.category)).map((trade) => ({
    trade,
    home: 'abroad' as const,
  })),
]

/** In which lines of business one works without being registered. */
const SMALL_TRADES: ReadonlySet<string> = new Set([
  'Home to school transport',
  'Grounds maintenance',
  'Building repairs',
  'Vehicles and plant',
  'Food and catering',
  'Temporary accommodation',
  'Training and tuition',
  'Printing and stationery',
])

/** The suppliers of the demonstration, always the same. */
export const makeSuppliers = (postcodes: readonly MadePostcode[]): MadeUpSupplier[] => {
  const random = seededRandom(SUPPLIER_SEED)
  const newName = namePen(random)
  const newPostcode = postcodePen(postcodes, random)
  let smallTraders = 0
  return openings().map(({ trade, home }, at): MadeUpSupplier => {
    const number = at + 1
    const { name: plainName, head, word } = newName(home, trade)
    const form = chooseForm(trade, word, home, random)
    const isSmallTrader =
      (home === 'city' || home === 'county') &&
      form === 'company' &&
      SMALL_TRADES.has(trade.category) &&
      smallTraders++ % 2 === 0
    const otherWord = trade.words.find((candidate) => candidate !== word)
    return {
      number,
      plainName,
      name: isSmallTrader ? plainName : registeredName(plainName, form),
      tradingName: random.chance(0.05) && otherWord ? `${head} ${otherWord}` : null,
      formerName:
        random.chance(0.08) && otherWord && !isSmallTrader
          ? registeredName(`${head} ${otherWord} Company`, form)
          : null,
      home,
      trade,
      form,
      postcode: newPostcode(home, number, head),
      companyNumber: isSmallTrader ? null : companyNumberOf(form, number),
      charityNumber: charityNumberOf(form, number),
      isRegistered: !isSmallTrader,
      status: chooseStatus(random),
      accounts: chooseAccounts(home, random),
      incorporatedOn: incorporation(random),
      weight: Math.min(3, Math.max(0.35, Math.exp(0.55 * random.bell()))),
    }
  })
}
