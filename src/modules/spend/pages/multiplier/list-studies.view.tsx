import { Button, EmptyState } from '../../../../platform/views/views.ts'
import type { MultiplierStudy } from '../../model/multiplier.ts'
import { NEW_STUDY_PATH, studyPath } from './paths.ts'

type Props = { readonly studies: readonly MultiplierStudy[]; readonly canManage: boolean }

export const ListStudiesView = ({ studies, canManage }: Props) => (
  <>
    <h1>Local multiplier</h1>
    <p>
      What a pound sets off in a place: the pound you pay, what suppliers pay local staff and local suppliers
      of it, and what those spend locally. The method is LM3 of the New Economics Foundation (Sacks, 2002).
    </p>
    {studies.length === 0 ? (
      <EmptyState
        title="No study yet"
        purpose="A study has one sheet for each supplier and each group of staff. Suppliers fill them in on paper, in a file, or with you on the telephone."
        firstStep={canManage ? { text: 'Begin a study', href: NEW_STUDY_PATH } : undefined}
      />
    ) : (
      <>
        <ul class="govuk-list">
          {studies.map((study) => (
            <li>
              <a href={studyPath(study.id)}>{study.title}</a>, local to {study.place}
            </li>
          ))}
        </ul>
        {canManage && <Button href={NEW_STUDY_PATH}>Begin a study</Button>}
      </>
    )}
  </>
)
