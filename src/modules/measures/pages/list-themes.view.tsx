import { Button, DataTable, Select, type TablePaging, Tag } from '../../../platform/views/views.ts'
import { fieldName, fieldText } from '../messages/field-words.ts'
import type { LocalFramework } from '../model/adaptation.ts'
import { entryPath, frameworkPath, themesPath } from '../seen.ts'
import type { ThemeLine } from './list-themes.ts'
import { SwitchedOff, type SwitchedOffEntry } from './show-framework.view.tsx'

type Props = {
  readonly local: LocalFramework
  readonly theme: string
  readonly lines: readonly ThemeLine[]
  readonly paging: TablePaging
  readonly switchedOff: readonly SwitchedOffEntry[]
  readonly mayManage: boolean
}

const KINDS = { theme: 'Theme', outcome: 'Outcome' } as const

const Here = ({ change, differences }: ThemeLine) =>
  change ? (
    <>
      <Tag>{change.act === 'add' ? 'Added here' : 'Changed here'}</Tag>
      {differences.map(({ field, was }) => (
        <div>
          {fieldName(field)}, as published: {fieldText(was)}
        </div>
      ))}
      <div>Why: {change.because}</div>
    </>
  ) : (
    <>As published</>
  )

const Name = ({ local, line, mayManage }: Pick<Props, 'local' | 'mayManage'> & { line: ThemeLine }) => {
  const name = line.kind === 'theme' ? <strong>{line.name}</strong> : line.name
  return mayManage ? <a href={entryPath(local.framework.id, line.kind, line.code)}>{name}</a> : <>{name}</>
}

const Lines = ({ local, lines, paging, mayManage }: Props) => (
  <DataTable
    id="themes"
    caption="Themes and outcomes"
    captionClasses="govuk-visually-hidden"
    rows={lines}
    paging={paging}
    onPhone="stack"
    exports={
      local.version.terms === 'open'
        ? [{ format: 'CSV' as const, href: `${frameworkPath(local.framework.id)}/all.csv` }]
        : undefined
    }
    empty={{
      title: 'No themes yet',
      purpose: 'Outcomes stand under themes, and measures under outcomes.',
      ...(mayManage
        ? { firstStep: { text: 'Add a theme', href: `${frameworkPath(local.framework.id)}/add-theme` } }
        : {}),
    }}
    columns={[
      {
        name: 'name',
        header: 'Name',
        isSortable: true,
        cell: (line) => <Name local={local} line={line} mayManage={mayManage} />,
      },
      { name: 'kind', header: 'Kind', cell: ({ kind }) => KINDS[kind] },
      { name: 'under', header: 'Under', isSortable: true, cell: ({ under }) => under || '–' },
      { name: 'words', header: 'Words it answers', cell: ({ words }) => words.join(', ') || '–' },
      {
        name: 'measures',
        header: 'Measures',
        isNumeric: true,
        isSortable: true,
        firstDirection: 'descending',
        cell: ({ measures }) => measures,
      },
      { name: 'here', header: 'Here', cell: (line) => <Here {...line} /> },
    ]}
  />
)

export const ListThemesView = (props: Props) => {
  const { local, theme, mayManage } = props
  const path = frameworkPath(local.framework.id)
  return (
    <>
      <h1>Themes and outcomes</h1>
      <p>
        How {local.framework.title} is built: measures stand under outcomes, and outcomes under themes.
        {mayManage && ' Choose one to rename it, put it in other words, move it or switch it off here.'}
      </p>
      {mayManage && (
        <p>
          <a href={`${path}/add-theme`}>Add a theme</a>, or <a href={`${path}/add-outcome`}>an outcome</a>, of
          your own
        </p>
      )}
      <form method="get" action={themesPath(local.framework.id)} role="search" class="gt-filter">
        <Select
          id="theme"
          name="theme"
          label="Theme"
          value={theme}
          items={[
            { value: '', text: 'Every theme' },
            ...local.framework.themes.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
        <Button classes="govuk-button--secondary">Show</Button>
      </form>
      <Lines {...props} />
      <SwitchedOff local={local} switchedOff={props.switchedOff} mayManage={mayManage} />
    </>
  )
}
