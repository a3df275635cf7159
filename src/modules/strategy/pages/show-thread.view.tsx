import {
  Button,
  Form,
  FormErrorSummary,
  formatCount,
  InsetText,
  Select,
} from '../../../platform/views/views.ts'
import { ORPHAN_ADVICE } from '../messages.ts'
import type { ThreadPicture } from '../rules/lay-out-thread.ts'
import type { Orphan } from '../rules/orphans.ts'
import { type Branch, keyOf, NODE_KINDS, type ThreadGraph, type ThreadNode } from '../rules/thread.ts'
import { threadPath } from './paths.ts'
import { ThreadPictureView } from './thread-picture.tsx'
import { ThreadTree } from './thread-tree.tsx'

type Props = {
  readonly node: ThreadNode
  readonly above: readonly Branch[]
  readonly below: readonly Branch[]
  readonly picture: ThreadPicture
  readonly strand: ThreadGraph
  readonly orphans: readonly Orphan[]
  readonly partners: readonly ThreadNode[]
  readonly isByHand: boolean
  readonly mayEdit: boolean
  readonly problem: string | null
}

const HandActions = ({ node, partners }: Props) => (
  <>
    <h2>Change it</h2>
    {partners.length > 0 && (
      <Form action={`${threadPath(node)}/link`}>
        <Select
          id="other"
          name="other"
          label="Link it to"
          items={partners.map((other) => ({
            value: keyOf(other),
            text: `${NODE_KINDS[other.kind].label}: ${other.title}`,
          }))}
        />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          Link
        </Button>
      </Form>
    )}
    <Form action={`${threadPath(node)}/remove`}>
      <Button classes="govuk-button--warning" preventDoubleClick>
        Take it off the thread
      </Button>
    </Form>
  </>
)

export const ShowThreadView = (props: Props) => {
  const { node, above, below, picture, strand, orphans, problem } = props
  return (
    <>
      <FormErrorSummary errors={problem === null ? [] : [{ field: 'other', message: problem }]} />
      <span class="govuk-caption-l">Thread of a {NODE_KINDS[node.kind].label.toLowerCase()}</span>
      <h1>{node.title}</h1>
      {node.note && <p>{node.note}</p>}
      {orphans.map(({ reason }) => (
        <InsetText>Loose end. {ORPHAN_ADVICE[reason]}</InsetText>
      ))}
      {node.href && (
        <p>
          <a href={node.href}>Open this {NODE_KINDS[node.kind].label.toLowerCase()}</a>
        </p>
      )}
      <h2>What it serves</h2>
      {above.length === 0 ? <p>Nothing stands above it.</p> : <ThreadTree branches={above} />}
      <h2>What serves it</h2>
      {below.length === 0 ? <p>Nothing hangs below it yet.</p> : <ThreadTree branches={below} />}
      <h2>As a picture</h2>
      <ThreadPictureView
        title={`The thread of ${node.title}`}
        picture={picture}
        strand={strand}
        basis={{
          period: 'As it stands today',
          coverage: formatCount(strand.links.length, 'link'),
          unknown: 'what nobody has put on the thread is not seen',
        }}
      />
      {props.mayEdit && props.isByHand && <HandActions {...props} />}
    </>
  )
}
