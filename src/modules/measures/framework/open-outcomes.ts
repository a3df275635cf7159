import type { Outcome } from '../model.ts'

/** `words` are beginnings of words of a priority that the outcome answers. */
const outcome = (theme: string, code: string, name: string, words: string): Outcome => ({
  code,
  theme,
  name,
  words: words.split(', '),
})

export const OPEN_OUTCOMES: readonly Outcome[] = [
  outcome(
    'good-work',
    'jobs-far-from-work',
    'People who are far from work find it and stay',
    'unemploy, jobless, work, job, employment, benefit, disab, carer, veteran, prison, barrier',
  ),
  outcome(
    'good-work',
    'jobs-young-people',
    'Young people are in work or learning',
    'young, youth, neet, care leaver, school leaver, teenager',
  ),
  outcome(
    'good-work',
    'jobs-residents',
    'Residents have the jobs that the contract makes',
    'local job, resident, local work, local people',
  ),
  outcome(
    'skills',
    'skills-qualified',
    'More people hold a qualification',
    'apprentic, qualif, skill, train, upskill',
  ),
  outcome(
    'skills',
    'skills-first-steps',
    'More people take a first step towards work',
    'placement, work experience, mentor, digital, language, interview, skill',
  ),
  outcome(
    'skills',
    'skills-know-careers',
    'Pupils know what work there is',
    'school, career, pupil, college, student',
  ),
  outcome(
    'fair-work',
    'fair-pay',
    'Work pays enough to live on',
    'living wage, low pay, pay, wage, poverty, cost of living',
  ),
  outcome(
    'fair-work',
    'fair-security',
    'Work is secure, heard and open to all',
    'zero hour, secure, union, good work, fair work, inclus, equal, employer',
  ),
  outcome(
    'local-economy',
    'local-money',
    'More of the money is earned and spent in the place',
    'local econom, local spend, wealth, leak, multiplier, depriv, local supply',
  ),
  outcome(
    'local-economy',
    'local-small-firms',
    'Small firms, charities and co-operatives win work',
    'small, sme, charit, co operative, cooperative, social enterprise, voluntary, vcse, start up, local firm, local business',
  ),
  outcome(
    'communities',
    'com-time-and-gifts',
    'Groups have the hands and means they need',
    'volunt, community group, donat, communit',
  ),
  outcome(
    'communities',
    'com-residents-decide',
    'Residents shape what is done for them',
    'resident, consult, co design, codesign, participat, communit, voice',
  ),
  outcome(
    'communities',
    'com-better-lives',
    'People are more content and less alone',
    'wellbeing, well being, lonel, isolat, happ, older people, life satisfaction',
  ),
  outcome(
    'health',
    'hea-recovery',
    'People recover and stay well',
    'health, mental, drug, addict, active, sport, hospital, nhs',
  ),
  outcome('health', 'hea-homes', 'People have a home', 'homeless, rough sleep, housing, evict, home'),
  outcome('health', 'hea-roads', 'Fewer people are hurt on roads', 'road, traffic, casualt, collision'),
  outcome(
    'safety',
    'saf-less-crime',
    'There is less crime and abuse',
    'crime, burglar, violen, abuse, safe, vandal, anti social',
  ),
  outcome(
    'safety',
    'saf-young-people',
    'Children stay in school, at home and out of court',
    'child, youth, exclusion, truan, absence, in care, young',
  ),
  outcome(
    'environment',
    'env-climate',
    'Emissions fall',
    'carbon, climate, net zero, emission, energy, greenhouse, food mile, environment',
  ),
  outcome(
    'environment',
    'env-clean-air',
    'The air is clean',
    'air, pollut, vehicle, fleet, transport, environment',
  ),
  outcome(
    'environment',
    'env-waste',
    'Less is thrown away',
    'waste, recycl, reuse, circular, landfill, food, plastic',
  ),
  outcome(
    'environment',
    'env-nature',
    'There is more nature',
    'nature, tree, biodivers, green space, wildlife, park',
  ),
  outcome(
    'innovation',
    'inn-ideas',
    'New ideas are tried and passed on',
    'innovat, pilot, idea, open data, research',
  ),
  outcome(
    'innovation',
    'sup-fair-chain',
    'Promises and prompt pay reach the whole chain',
    'slavery, prompt pay, subcontract, supply chain, late pay',
  ),
]
