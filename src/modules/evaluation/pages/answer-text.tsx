import { formatFileSize, formatPence } from '../../../platform/views/views.ts'
import type { BidAnswer } from '../model.ts'

/** What a bidder answered, as it was given. Never shown as markup. */
export const AnswerText = ({ answer }: { readonly answer: BidAnswer | undefined }) => {
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
      {answer.files.map((file) => (
        <p>
          {file.name} ({formatFileSize(file.size)})
        </p>
      ))}
    </>
  )
}
