import type { Framework, Theme } from '../model.ts'
import { COMMUNITIES } from './open/communities.ts'
import { OWN_DEFINITION } from './open/entry.ts'
import { ENVIRONMENT } from './open/environment.ts'
import { FAIR_WORK } from './open/fair-work.ts'
import { GOOD_WORK } from './open/good-work.ts'
import { HEALTH } from './open/health.ts'
import { INNOVATION } from './open/innovation.ts'
import { LOCAL_ECONOMY } from './open/local-economy.ts'
import { SAFETY } from './open/safety.ts'
import { SKILLS } from './open/skills.ts'
import { TOLD_IN_WORDS } from './open/told-in-words.ts'
import { OPEN_OUTCOMES } from './open-outcomes.ts'
import { RUBRICS } from './rubrics.ts'

const THEMES: readonly Theme[] = [
  { code: 'good-work', name: 'Work for people who are far from it' },
  { code: 'skills', name: 'Skills, and ways into work' },
  { code: 'fair-work', name: 'Fair work' },
  { code: 'local-economy', name: 'Money that stays in the place' },
  { code: 'communities', name: 'Neighbourhoods that do things for themselves' },
  { code: 'health', name: 'Health, homes and recovery' },
  { code: 'safety', name: 'Safer places, and a good start' },
  { code: 'environment', name: 'Climate, air, waste and nature' },
  { code: 'innovation', name: 'New ideas and a decent supply chain' },
]

/** The open framework that ships with the product: own words, open figures, nothing of a restricted set. */
export const OPEN_FRAMEWORK: Framework = {
  id: 'open',
  version: '2026.1',
  title: 'Open framework of measures',
  publishedOn: '2026-11-22',
  appliesFrom: null,
  licence: OWN_DEFINITION,
  attribution: [
    'Contains public sector information licensed under the Open Government Licence v3.0.',
    'Unit costs: Greater Manchester Combined Authority, Unit Cost Database v1.4, CC BY 4.0; selected and re-expressed.',
  ],
  notice: 'Figures marked check or replace must be confirmed or renewed before they are relied on.',
  isOptionalTemplate: false,
  source: null,
  themes: THEMES,
  outcomes: OPEN_OUTCOMES,
  measures: [
    ...GOOD_WORK,
    ...SKILLS,
    ...FAIR_WORK,
    ...LOCAL_ECONOMY,
    ...COMMUNITIES,
    ...HEALTH,
    ...SAFETY,
    ...ENVIRONMENT,
    ...INNOVATION,
    ...TOLD_IN_WORDS,
  ],
  rubrics: RUBRICS,
  neverTogether: [
    {
      group: 'pay',
      others: ['person-into-work', 'apprenticeship', 'qualification'],
      why: 'A higher wage is part of the earnings that these figures already hold.',
    },
  ],
}
