import {
  CITY,
  CITY_WARDS,
  COUNTY,
  COUNTY_DISTRICTS,
  NEIGHBOUR_COUNTY,
  NEIGHBOUR_DISTRICTS,
  REGION,
} from '../geography/made-up-places.ts'

/**
 * Words that were made up to begin the names of firms. None of them stood in the lists of companies, wards, parishes
 * and districts that were looked through; a test holds the finished names against the largest of those lists.
 */
export const MADE_UP_WORDS: readonly string[] =
  `Quellholt Quellhallow Quellmere Brandlestow Brandlegate Tarvenhallow Tarvenridge Tarvenstow Ostrelgarth Ostrelmoor
  Ostrelmarsh Grellhallow Grellgarth Grellgate Marleden Marlemarrow Sedgemarrow Pellanlow Pellanthwaite Pellanmere
  Harkenhallow Harkengarth Harkenmarrow Corrowholt Corrowlow Corrowridge Velmlow Velmthorn Velmstow Tolderstow
  Toldermoor Tolderwick Kestrelstow Larkenmere Larkengate Hollingarth Thraplow Thraphallow Thrapmoor Wenderthwaite
  Wendermoor Wenderhallow Yarrowick Yarrostow Morrolow Morromarrow Morrostow Pinfoldwick Pinfoldstow Gildenmoor
  Gildenmarsh Gildenholt Stellthwaite Stellthorn Stellridge Farrowthwaite Farrowmere Quarrlow Quarrmoor Quarrwick
  Lockenthwaite Lockenridge Lockengarth Merrithwaite Merrithorn Bexgarth Bexhallow Drovehallow Droveholt Drovethwaite
  Hadderlow Hadderholt Hadderden Ivelthorn Ivelridge Ivelmarrow Jorvenmarrow Jorvenden Jorvengarth Orlandthorn
  Orlandridge Rillmere Rillden Rillholt Umberstow Umbermere Umberthwaite Vardenthorn Vardengarth Vardenmarsh Zennergate
  Zennerstow Skarrlow Skarrthorn Skarrstow Tellthwaite Tellstow Castormarsh Gallobywick Gallobymarsh Dunstermarrow
  Dunsterthwaite Amblestow Amblemarrow Brackenmarrow Cinderhallow Cindermoor Dapplelow Embermarsh Emberstow Fallowstow
  Fallowhallow Lapwinglow Mallowthwaite Orchilgarth Orchilwick Sorrelgarth Teaselmarrow Vetchthorn Wrackridge Wrackstow
  Plovermarsh Plovermoor Curlewstow Withythwaite Withyholt Cloverholt Clovermarrow Sallowstow Tansythwaite Tansyhallow`.split(
    /\s+/,
  )

/** Places that local suppliers call themselves after, the nearest to home first. */
export const PLACE_WORDS = {
  city: [CITY, CITY, ...CITY_WARDS.map((ward) => ward.name)],
  county: [COUNTY, COUNTY, ...COUNTY_DISTRICTS.map((district) => district.name)],
  region: [REGION, NEIGHBOUR_COUNTY, ...NEIGHBOUR_DISTRICTS.map((district) => district.name)],
} as const
