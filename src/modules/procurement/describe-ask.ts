import { askFaultSentence } from './messages/ask-words.ts'
import type { AskSeen } from './read-ask.ts'

/** An ask as the API and the command line tell it. */
export const describeAsk = ({
  purchase,
  head,
  revision,
  content,
  proportion,
  contract,
  faults,
}: AskSeen) => ({
  purchaseId: purchase.id,
  number: purchase.number,
  title: purchase.title,
  status: head?.status ?? 'not-begun',
  revision: revision?.revision ?? 0,
  fingerprint: head?.fingerprint ?? null,
  contract,
  proportion: { min: proportion.min, max: proportion.max, indicators: proportion.indicators },
  ...content,
  missing: faults.map((fault) => ({
    code: fault.code,
    severity: fault.severity,
    sentence: askFaultSentence(fault),
  })),
})
