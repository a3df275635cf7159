import type { FieldError } from '../../../platform/http/form.ts'
import { refusalSentence } from '../messages.ts'
import type { LifeRefusal } from '../model/life.ts'
import type { ContractsRefusal } from '../model.ts'
import { lifeSentence } from './life.ts'

type Refused = { readonly refusal: ContractsRefusal | LifeRefusal }

const FIELD_OF: Readonly<Partial<Record<Refused['refusal'], string>>> = {
  'reference-taken': 'reference',
  'ends-before-start': 'endsOn-day',
}

/** Why no contract was made of an award, and at which field. */
export const takingSentence = ({ refusal }: Refused): FieldError => ({
  field: FIELD_OF[refusal] ?? '',
  message:
    refusal === 'reference-taken'
      ? refusalSentence({ refusal })
      : lifeSentence({ refusal: refusal as LifeRefusal }),
})
