import { appraisalSection } from './appraisal-section.ts'
import { askSection } from './ask-section.ts'
import { engagementSection } from './engagement-section.ts'
import { impactSection } from './impact-section.ts'
import { lawSection } from './law-section.ts'
import { localRulesSection } from './local-rules-section.ts'
import type { Section } from './section.ts'
import { timetableSection } from './timetable-section.ts'

/** The task list of a purchase, in the order in which a purchase meets its parts. */
export const SECTIONS: readonly Section[] = [
  impactSection,
  lawSection,
  localRulesSection,
  appraisalSection,
  engagementSection,
  askSection,
  timetableSection,
]
