import { ErrorSummary } from '../../../platform/views/views.ts'

const MOST_SHOWN = 100

/** At most a hundred sentences, and how many more there are. */
export const tooMany = (sentences: readonly string[]): readonly string[] =>
  sentences.length > MOST_SHOWN
    ? [...sentences.slice(0, MOST_SHOWN), `and ${sentences.length - MOST_SHOWN} more`]
    : sentences

/** Why a file was not imported: nothing of it was. */
export const FileProblems = ({ problems }: { readonly problems: readonly string[] }) =>
  problems.length === 0 ? null : (
    <ErrorSummary
      titleText="Nothing was imported"
      errorList={problems.map((text) => ({ text, href: '#file' }))}
    />
  )
