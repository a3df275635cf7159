import {
  Button,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  Form,
  formatCount,
  formatNumber,
} from '../../../../platform/views/views.ts'
import type { ReleasesImported } from '../../import-releases.ts'

type Props = {
  readonly outcome: ReleasesImported | null
  readonly problem: string | null
  readonly own: string
}

const Outcome = ({ outcome }: { readonly outcome: ReleasesImported }) => (
  <section aria-labelledby="outcome">
    <h2 id="outcome">What became of it</h2>
    <p>
      {`${formatCount(outcome.releases, 'release')} read: ${outcome.added} new contracts, ${outcome.changed} brought up to date, ${outcome.same} as they were.`}{' '}
      <a href="/contracts">See the register</a>
    </p>
    {outcome.leftOutCount > 0 && (
      <>
        <h3>{`${formatNumber(outcome.leftOutCount)} things left out or left empty`}</h3>
        <ul>
          {outcome.leftOut.map((sentence) => (
            <li class="gt-break">{sentence}</li>
          ))}
        </ul>
        {outcome.leftOutCount > outcome.leftOut.length && (
          <p>{`and ${formatNumber(outcome.leftOutCount - outcome.leftOut.length)} more`}</p>
        )}
      </>
    )}
  </section>
)

export const ImportReleasesView = ({ outcome, problem, own }: Props) => (
  <>
    {problem !== null && (
      <ErrorSummary titleText="There is a problem" errorList={[{ text: problem, href: '#file' }]} />
    )}
    <h1>Import open data</h1>
    {outcome && <Outcome outcome={outcome} />}
    <p>
      Contracts that you have published on Contracts Finder or Find a Tender come into the register from their
      OCDS files: releases, packages, records or JSON Lines. The same contract imported again is brought up to
      date.
    </p>
    <Form hasFiles>
      <Checkboxes
        name="anyBuyer"
        idPrefix="anyBuyer"
        hint={`Otherwise only contracts whose buyer is ${own} are taken`}
        items={[{ value: 'yes', text: 'Take contracts of any buyer' }]}
      />
      <FileUpload
        id="file"
        name="file"
        label="OCDS file (JSON)"
        hint="Up to 200 MB"
        {...(problem === null ? {} : { errorMessage: problem })}
      />
      <Button preventDoubleClick>Import it</Button>
    </Form>
  </>
)
