import { formatFileSize, formatPence } from '../../../platform/views/views.ts'
import type { BidAnswer } from '../model.ts'

type Props = {
  readonly answer: BidAnswer | undefined
  /** The path of the bid that the answer belongs to. */
  readonly at: string
}

/** What a bidder answered, as it was given. Never shown as markup; files are for keeping. */
export const AnswerText = ({ answer, at }: Props) => {
  if (!answer) return <p>No answer.</p>
  return (
    <>
      {answer.words?.split(/\n{2,}/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {answer.pence !== null && <p>{formatPence(answer.pence)} without VAT</p>}
      {answer.number !== null && <p>{answer.number}</p>}
      {answer.yes !== null && <p>{answer.yes ? 'Yes' : 'No'}</p>}
      {answer.offers?.map((offer) => (
        <p>
          {offer.quantity} × {offer.measure}
          {offer.inWords && <span class="gt-under">{offer.inWords}</span>}
        </p>
      ))}
      {answer.files.map((file, index) => (
        <p>
          <a href={`${at}/files/${answer.question}/${index + 1}`}>{file.name}</a> ({formatFileSize(file.size)}
          )
        </p>
      ))}
    </>
  )
}
