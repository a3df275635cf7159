import { analyseCommands } from './commands/analyse.ts'
import { bookCommands } from './commands/books.ts'
import { gapCommands } from './commands/gaps.ts'
import { groupCommands } from './commands/groups.ts'
import { importCommands } from './commands/import.ts'
import { mapCommands } from './commands/map.ts'
import { matchCommands } from './commands/match.ts'
import { multiplierCommands } from './commands/multiplier.ts'
import { runSurveyCommands } from './commands/run-survey.ts'
import { surveyCommands } from './commands/survey.ts'
import { whatIfCommands } from './commands/what-if.ts'
import { writeCommands } from './spend-writes.ts'

/** `goldthread spend …`, `goldthread suppliers …`, `goldthread survey …`, `goldthread multiplier …` */
export const commands = [
  ...importCommands,
  ...mapCommands,
  ...analyseCommands,
  ...matchCommands,
  ...groupCommands,
  ...gapCommands,
  ...whatIfCommands,
  ...bookCommands,
  ...writeCommands,
  ...surveyCommands,
  ...runSurveyCommands,
  ...multiplierCommands,
]
