import type { Decision } from '../../kernel/decision.ts'
import { formatDate } from '../../platform/views/views.ts'
import type { DueMeans, NoticeDuty, NoticeRefusal, NoticeState } from './model/notice.ts'

/** Stands on every page from which something can be sent. */
export const NOT_TRIED =
  'Sending from here was not tried against the real service. It was built to the platform’s published interface and tried against a stand-in only. That interface takes a notice as XML of an older form; whether it takes the release prepared here for UK1 to UK17 is not known. Until somebody has tried, enter the notice on the platform and mark it as sent here.'

export const NOT_SURE_OF_FIELDS =
  'What a notice says was taken from the Act, the UK extension of OCDS and guides. The list of fields in the Procurement Regulations 2024 was not read: compare with the platform’s form before you send. Not sure.'

export const STATE_WORDS: Readonly<Record<NoticeState, string>> = {
  due: 'Due',
  prepared: 'Prepared',
  sent: 'Sent',
  failed: 'Sending failed',
}

export const NEED_WORDS: Readonly<Record<NoticeDuty['need'], string>> = {
  must: 'Needed',
  may: 'May be needed',
  voluntary: 'Voluntary',
}

const MEANS: Readonly<Record<DueMeans, (day: string) => string>> = {
  by: (day) => `by ${day}`,
  before: (day) => `before ${day}`,
  planned: (day) => `planned for ${day}`,
  soon: (day) => day,
}

/** `by 29 April 2027`; without a day, what the Act says instead. */
export const dueWords = ({ dueOn, dueMeans }: Pick<NoticeDuty, 'dueOn' | 'dueMeans'>): string => {
  if (dueOn === null) return dueMeans === 'before' ? 'before it is done; no day is known' : 'no fixed day'
  return MEANS[dueMeans](formatDate(dueOn))
}

const REFUSALS: Readonly<Record<NoticeRefusal, string>> = {
  'publication-closed': 'Open the publication first: a notice needs your ocid prefix and identifier',
  'notice-sent': 'This notice was sent already and stays as it is. A correction is a notice of its own',
  'notice-not-prepared': 'Prepare the notice first',
  'notice-has-gaps':
    'The notice has gaps. Fill them in in our records and prepare it again, or enter it on the platform and mark it as sent by hand',
  'notice-being-sent': 'The notice is being sent at this moment. Look again in two minutes',
  'sent-in-future': 'The day it was sent cannot be in the future',
  'client-not-set': 'Sending is not set up: NOTICES_URL and NOTICES_KEY are not set on this installation',
  'send-failed': 'The platform did not take the notice',
}

export const noticeSentence = ({
  refusal,
  facts,
}: Extract<Decision<never, NoticeRefusal>, { ok: false }>): string =>
  typeof facts?.why === 'string' ? `${REFUSALS[refusal]}: ${facts.why}` : REFUSALS[refusal]
