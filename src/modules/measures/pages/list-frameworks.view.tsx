import { Button, Card, CardGrid, formatDate, Tag } from '../../../platform/views/views.ts'
import { frameworkPath } from '../seen.ts'
import type { FrameworkListed } from '../store/local-frameworks.ts'

type Props = { readonly frameworks: readonly FrameworkListed[]; readonly mayManage: boolean }

const Tags = ({ listed }: { readonly listed: FrameworkListed }) => (
  <>
    {listed.revision > 0 && <Tag>Adapted here</Tag>}{' '}
    {listed.terms === 'restricted' && <Tag classes="govuk-tag--orange">Not for the public</Tag>}{' '}
    {listed.framework.isOptionalTemplate && <Tag classes="govuk-tag--grey">Optional template</Tag>}
  </>
)

const FrameworkCard = ({
  listed,
  mayManage,
}: {
  readonly listed: FrameworkListed
  readonly mayManage: boolean
}) => {
  const { framework, newer } = listed
  return (
    <Card title={framework.title} href={frameworkPath(framework.id)} above={<Tags listed={listed} />}>
      <p>
        Version {framework.version}, published {formatDate(framework.publishedOn)}. Licence:{' '}
        {framework.licence}.{framework.appliesFrom && <> Applies from {formatDate(framework.appliesFrom)}.</>}
      </p>
      {framework.notice && <p>{framework.notice}</p>}
      {newer && (
        <p>
          <strong>Version {newer.version} is there.</strong>{' '}
          {mayManage ? (
            <a href={`${frameworkPath(framework.id)}/merge`}>See what it would change</a>
          ) : (
            'Your policy lead can take it in.'
          )}
        </p>
      )}
    </Card>
  )
}

export const ListFrameworksView = ({ frameworks, mayManage }: Props) => (
  <>
    <h1>Measures</h1>
    <p class="govuk-body-l">
      A measure says what counts, how it is counted and what shows it. Some have a value in pounds; none of
      these are ever added across kinds of value.
    </p>
    {mayManage && <Button href="/measures/import">Bring in a framework</Button>}
    <CardGrid>
      {frameworks.map((listed) => (
        <FrameworkCard listed={listed} mayManage={mayManage} />
      ))}
    </CardGrid>
    <h2>Use them</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        <a href="/measures/value">Work out what a measure is worth</a>, step by step, with an address to share
      </li>
      <li>
        <a href="/measures/suggest">Find measures for a priority</a>, and how many suit a contract
      </li>
      <li>
        <a href="/measures/reference">See the figures they rest on</a>: deflators, carbon values, wages and
        rates, and how old each is
      </li>
    </ul>
  </>
)
