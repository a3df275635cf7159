import type { FieldError } from '../../../../platform/http/form.ts'
import { Button, Card, errorOf, Form, Input, Tag } from '../../../../platform/views/views.ts'
import type { ReviewedPhoto, ReviewedStory } from '../../read-review.ts'

/** What was typed for a photo and refused. */
export type TypedPhoto = { readonly photoId: string; readonly alternative: string }

type VerdictProps = {
  readonly of: 'story' | 'photo'
  readonly id: string
  readonly verdict: 'approve' | 'refuse'
  readonly text: string
  readonly about: string
}
const VERDICTS = {
  story: ['/publishing/review/stories', 'deliveryId'],
  photo: ['/publishing/review/photos', 'photoId'],
} as const

export const VerdictForm = ({ of, id, verdict, text, about }: VerdictProps) => {
  const [action, field] = VERDICTS[of]
  return (
    <Form action={action}>
      <input type="hidden" name={field} value={id} />
      <input type="hidden" name="verdict" value={verdict} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {text}
        <span class="govuk-visually-hidden">{`: ${about}`}</span>
      </Button>
    </Form>
  )
}

type PhotoProps = {
  readonly photo: ReviewedPhoto
  readonly about: string
  readonly mayManage: boolean
  readonly typed: TypedPhoto
  readonly errors: readonly FieldError[]
}

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1000))} kB`

const PhotoToDecide = ({ photo, about, mayManage, typed, errors }: PhotoProps) => {
  const field = `shows-${photo.id}`
  const path = `/publishing/review/photos/${photo.id}`
  return (
    <div class="gt-photo">
      <a href={path}>
        <img src={path} alt={`Photo to decide on: ${photo.fileName}`} loading="lazy" decoding="async" />
      </a>
      <p class="govuk-hint">{`${photo.fileName}, ${kilobytes(photo.bytes)}${photo.bytes > 500_000 ? ': large for a telephone' : ''}`}</p>
      {mayManage && (
        <>
          <Form action="/publishing/review/photos">
            <input type="hidden" name="photoId" value={photo.id} />
            <input type="hidden" name="verdict" value="approve" />
            <Input
              id={field}
              name="alternative"
              label="What it shows, for people who do not see it"
              hint="One sentence, without names"
              value={typed.photoId === photo.id ? typed.alternative : ''}
              errorMessage={errorOf(errors, field)}
            />
            <Button classes="govuk-button--secondary" preventDoubleClick>
              Approve the photo
              <span class="govuk-visually-hidden">{`: ${about}`}</span>
            </Button>
          </Form>
          <VerdictForm of="photo" id={photo.id} verdict="refuse" text="Do not publish it" about={about} />
        </>
      )}
    </div>
  )
}

type StoryProps = Omit<PhotoProps, 'photo' | 'about'> & { readonly row: ReviewedStory }

/** A story that waits, or whose photos do. */
export const WaitingStory = ({ row, mayManage, typed, errors }: StoryProps) => {
  const about = `${row.title}, ${row.contractTitle}`
  const undecided = row.photos.filter(({ decision }) => decision === null)
  return (
    <Card title={row.title} headingLevel={3} above={row.contractTitle}>
      <p>{row.story}</p>
      {row.decision?.isApproved && (
        <p>
          <Tag>The story is approved</Tag>
        </p>
      )}
      {mayManage && row.decision === null && (
        <div class="govuk-button-group">
          <VerdictForm of="story" id={row.id} verdict="approve" text="Approve for the public" about={about} />
          <VerdictForm of="story" id={row.id} verdict="refuse" text="Do not publish" about={about} />
        </div>
      )}
      {undecided.map((photo) => (
        <PhotoToDecide photo={photo} about={about} mayManage={mayManage} typed={typed} errors={errors} />
      ))}
    </Card>
  )
}
