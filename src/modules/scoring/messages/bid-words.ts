import type { Words } from './problem-words.ts'

const NOT_AGREED =
  'An average is not an agreement: give the score the panel agreed on and the reason why it moved.'

export const BID_WORDS: Words = {
  'bids-missing': () =>
    'Which bids are there? Write "bids": [{ "name": "A", "price": 100000, "scores": { … } }, …].',
  'bids-too-many': ({ count }) => `There are ${count} bids; at most 2,000 are scored at once.`,
  'bid-unreadable': ({ given }) =>
    `${given} is no bid. Write { "name": "A", "price": 100000, "scores": { … } }.`,
  'bid-twice': ({ name }) => `Two bids are called "${name}". What is each one's own name?`,
  'criterion-unknown': ({ name, near }) =>
    `There is no scored criterion "${name}". ${near ? `Was "${near}" meant?` : 'What is it called in the criteria?'}`,
  'price-missing': () => 'What is the price? Give "price" in pounds or "pricePence".',
  'price-twice': () => 'The price in pounds and the price in pence differ. Which is right?',
  'price-negative': ({ given }) =>
    `The price is ${given}. A price below nothing cannot be scored: what is it?`,
  'price-zero': () =>
    'The price is nothing. A formula that divides by it cannot score it: is it really nothing, and how do the tender documents treat that?',
  'price-needed': () =>
    'The promise is measured by the price, and there is none above nothing. What is the price?',
  'offers-unreadable': ({ given }) =>
    `${given}: what is offered on which criterion? Write "offers": { "Local offer": 20000 }.`,
  'currency-not-pounds': () => 'What is it in pounds? Only pounds are compared.',
  'offer-missing': () => 'How much is offered? Give a number under "offers", or 0 where nothing is offered.',
  'value-negative': ({ given }) => `${given} is below nothing. What is offered?`,
  'no-band': ({ given }) => `No band holds ${given}. Which band is it in, or is a band missing?`,
  'basis-missing': ({ bases }) =>
    `The promises have value of several kinds (${bases}), which are never added. Which one counts? Give "basis" in the criterion.`,
  'offer-without-price': () => 'None of the promised measures has a value in pounds. How are they counted?',
  'measure-question': ({ why }) => why ?? '',
  'condition-unanswered': ({ given }) =>
    given === ''
      ? 'Is the condition met? Write true or false.'
      : `${given}: is the condition met? Write true or false.`,
  'score-missing': () => 'There is no score. Which score did the panel agree on?',
  'scores-differ': ({ scores }) => `The evaluators gave ${scores}. ${NOT_AGREED}`,
  'average-without-reason': ({ agreed, scores }) =>
    `The agreed score is the average of ${scores || 'the evaluators'}${agreed === 'average' ? '' : ` (${agreed})`}, without a reason. ${NOT_AGREED}`,
  'reason-is-average': ({ scores }) =>
    `The only reason given is that it is an average (of ${scores}). ${NOT_AGREED}`,
  'moved-without-reason': ({ agreed, scores }) =>
    `The evaluators gave ${scores} and the agreed score is ${agreed}, without a reason. A moved score needs a reason.`,
  'score-off-scale': ({ score, scale }) => `${score} is not on the scale (${scale}).`,
  'score-unreadable': ({ given }) =>
    `${given} are no evaluators' scores. Write { "Ann": 4, "Bob": 3 } or [{ "evaluator": "Ann", "score": 4, "reason": … }].`,
  'scores-unreadable': ({ given }) => `${given} are no scores. Write { "Delivery": 4, … }.`,
  'row-without-criterion': () => 'Which criterion is this score for?',
  'agreed-twice': ({ criterion }) =>
    `There are several scores for "${criterion}" without an evaluator. Which is the agreed one?`,
  'evaluator-twice': () => 'An evaluator has two scores here. Which is right?',
  'evaluator-score-missing': ({ evaluator }) => `Which score did ${evaluator} give?`,
}
