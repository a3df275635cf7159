import { COUNTRY_WORDS, GENERAL_WORDS, STRUCTURE_WORDS } from './name-vocabulary.ts'

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** Given names in wide use that are seldom surnames, places or words of trade. Ambiguous ones (Grant, Rose, Dean) are left out. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  words(`
  aaron abdul abdullah abigail adrian ahmed aidan aisha alan alastair albert alexander alfred ali alice alison amanda amelia amir
  amy andrea andrew angela anita ann anna anne annette anthony antonio anwar arthur ashley asif audrey barbara barry beatrice
  belinda benjamin bernadette bernard beverley brenda brian bridget bryan callum carl carol carole caroline catherine cathy
  charles christina christine christopher claire clare clive colin connor craig cynthia daniel daniela danielle darren david
  dawn deborah debbie debra denise dennis derek diana diane donald donna doreen dorothy duncan dylan edward eileen elaine
  eleanor elizabeth ella ellen emily emma eric erica esther ethel eva evelyn farah fatima fiona francesca frederick gareth
  gary gavin gemma geoffrey george georgina gerald geraldine gillian gladys glenn glenda gordon graeme graham gregory
  hannah harold harriet hassan hayley heather helen henry hilary howard hugh hussain ian ibrahim imran irene isabel jack
  jacqueline jacob james jamie jane janet janice jason jean jeanette jeffrey jennifer jeremy jessica jill joan joanna joanne
  john jonathan joseph josephine joshua joyce judith julia julian julie karen kate katherine kathleen kathryn katie keith
  kelly kenneth kerry kevin khalid kieran kimberley kirsty laura lauren lawrence leanne lee leonard lesley leslie liam linda
  lisa lorraine louise lucy luke lynda lynn lynne malcolm margaret maria marian marie marilyn marion marjorie mark martin
  martyn mary matthew maureen maurice megan melanie melissa michael michelle mohammad mohammed muhammad monica muriel nadia
  nancy naomi natalie natasha neil nicholas nicola nicole nigel norma norman oliver olivia omar pamela patricia patrick paul
  paula pauline peter philip phillip phyllis priya rachel rajesh raymond rebecca richard robert roger ronald rosemary roy
  russell ruth ryan sally samantha samuel sandra sanjay sara sarah sean shaun sharon sheila shirley simon sophie stacey stella
  stephanie stephen steven stuart sunita susan suzanne sylvia tanya teresa theresa thomas timothy tina tracey tracy trevor
  valerie vanessa vera veronica vincent vivienne wayne wendy william winifred yasmin yvonne zoe`),
)

/** Words that show an organisation or a trade. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set([
  ...COUNTRY_WORDS,
  ...STRUCTURE_WORDS,
  ...GENERAL_WORDS,
  ...words(`
  academy accountancy accountants advice advisers advisory advocacy agents agricultural airport alarms ambulance animal antiques
  architect architects architecture archive art arts artist athletic auctioneers audio authority auto autos band bank bakery
  bar bathrooms bed beds bikes blinds board boats books borough boiler brewery bros brothers builder builders building bureau
  bus buses butchers cab cabs cafe camp car cards carers carpentry carpets cars castle caterers catering cattery centre chair
  chambers chapel chauffeur chauffeurs chemist chemists childcare childminder childminding children childrens choir church
  cic cinema city civil cleaners cleaning clinic club coach coaches coaching coffee college commission committee communications
  company computers computing conservatory construction contract contractor contracts co cooperative coop council counselling
  county courier couriers court cranes creative cricket curtains cycles dairy dance day decorating decorator decorators
  deliveries delivery demolition dental dentist design designs developments diocese digital disco district doors drainage drama
  driving earth education educational electric electrical electrics electronics energy engineer engineering engineers
  entertainment environmental equestrian equipment estate estates events excavations exhaust fabrication fabrications factory
  farm farmers farming farms federation fencing festival film films finance financial fire fish fitness flooring florist florists
  flowers food foods football forestry forum framing freight fruit fuel fuels funeral funerals furnishings furniture gallery garage
  garden gardening gardens gas glass glazing golf grab graphics grocers ground groundworks guest guild gym hair haulage
  health healthcare heating hire holidays home homecare homes horticulture hospice hospital hotel hotels house housing import
  independent inn insurance institute institution interiors interpreting jewellers joiner joiners joinery joint journal kennels
  kitchen kitchens lab laboratories land landscape landscapes landscaping language laundry law lawn learning legal leisure
  library lift lifts lighting livery locksmith locksmiths lodge logistics magazine maintenance manor marine market marketing
  masonry meat media medical meals metal metals methodist mews mill minibus ministry mobility mosque motor motorcycles motors
  museum music nhs nurseries nursery nursing office oil online optical opticians orchestra outdoor outdoors painting paper
  parish park parking partnership party paving personnel pest pet pets pharmacy photo photographer photographic photography
  physio physiotherapy pizza plant plants plastering plumbers plumbing pool post pottery practice prep press primary print
  printers printing prison private productions products programme project projects promotions properties property psychology
  publications publishing pub radio railway recovery recruitment recycling refrigeration removals rentals repair repairs
  rescue research residential resource resources restaurant retail riding roofing rooms rugby safety salon scaffolding
  school schools science scout scouts security self servicing shop shops sign signs site skip skips social software solicitor
  sons sound sport sports stationers stationery steel storage store stores stud studio studios study surfacing surgery survey
  surveying surveyors surveys swimming taxi taxis tea teaching team tech technical technologies technology telecom telecoms
  power energy water theatre therapies therapist therapy tiles timber tools tour tours town toys trade traders traffic trailers transport
  travel tree trees tribunal trustees tuition tutoring tv tyre tyres union university upholstery utilities valeting
  valuers van vehicle vehicles vet vets veterinary video village villas voluntary volunteers warehouse waste watch water
  web wedding welding welfare windows wine women wood workshop workshops world yard yoga youth zoo`),
])
