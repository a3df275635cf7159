import { Button, DataTable, formatDate, formatShare, Tag } from '../../../../platform/views/views.ts'
import { SURVEY_STATE } from '../../messages/survey.ts'
import type { SurveyLine } from '../../store/survey.ts'
import { NEW_SURVEY_PATH, surveyPath } from './paths.ts'

type Props = { readonly surveys: readonly SurveyLine[]; readonly canManage: boolean }

export const ListSurveysView = ({ surveys, canManage }: Props) => (
  <>
    <h1>Supplier surveys</h1>
    <p>Ask the suppliers you pay most what they do for the area: jobs, training, wages, volunteering.</p>
    <p>
      To follow a pound further, see the <a href="/spend/multiplier">local multiplier</a>.
    </p>
    {canManage && surveys.length > 0 && <Button href={NEW_SURVEY_PATH}>Plan a survey</Button>}
    <DataTable
      id="surveys"
      caption="Surveys"
      rows={surveys}
      onPhone="stack"
      empty={{
        title: 'No survey yet',
        purpose:
          'Manchester asks its 300 largest suppliers and publishes what they answer. Start with the usual questions.',
        firstStep: canManage ? { text: 'Plan a survey', href: NEW_SURVEY_PATH } : undefined,
      }}
      columns={[
        {
          name: 'title',
          header: 'Survey',
          cell: (survey) => <a href={surveyPath(survey.id)}>{survey.title}</a>,
        },
        {
          name: 'state',
          header: 'State',
          cell: ({ state }) => <Tag classes={SURVEY_STATE[state].classes}>{SURVEY_STATE[state].text}</Tag>,
        },
        { name: 'closes', header: 'Last day', cell: ({ closesOn }) => formatDate(closesOn) },
        { name: 'invited', header: 'Invited', isNumeric: true, cell: ({ invited }) => invited },
        {
          name: 'answered',
          header: 'Answered',
          isNumeric: true,
          cell: ({ answered, invited }) => `${answered} (${formatShare(answered, invited)})`,
        },
      ]}
    />
  </>
)
