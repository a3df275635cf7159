import { Button, DataTable, Form, formatInstant } from '../../../platform/views/views.ts'
import type { BookVersion } from '../store/rule-books.ts'

/** Every version of a book of rules, each of which can be brought back. */
export const RuleHistory = ({
  versions,
  names,
  canChange,
}: {
  readonly versions: readonly BookVersion[]
  readonly names: ReadonlyMap<string, string>
  readonly canChange: boolean
}) =>
  versions.length === 0 ? (
    <p class="govuk-body">Nobody has changed these yet: they are as the product ships them.</p>
  ) : (
    <DataTable
      id="history"
      caption="History"
      rows={versions}
      empty={{ title: 'No versions', purpose: 'Each change makes a version.' }}
      columns={[
        { name: 'version', header: 'Version', cell: (version) => String(version.number) },
        { name: 'change', header: 'What changed', cell: (version) => version.change },
        { name: 'when', header: 'When', cell: (version) => formatInstant(version.madeAt) },
        { name: 'who', header: 'Who', cell: (version) => names.get(version.madeBy) ?? 'the command line' },
        ...(canChange
          ? [
              {
                name: 'restore',
                header: 'Undo',
                cell: (version: BookVersion) =>
                  version.number === versions[0]?.number ? (
                    'In force'
                  ) : (
                    <Form>
                      <input type="hidden" name="act" value="restore" />
                      <input type="hidden" name="version" value={String(version.number)} />
                      <Button classes="govuk-button--secondary gt-small-button">
                        Bring back<span class="govuk-visually-hidden"> version {version.number}</span>
                      </Button>
                    </Form>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
