/** The words of the questions that every tender begins with; officers change them where they do not fit. */
export const STANDARD_TEXTS = {
  notExcluded: 'Is it true that none of the grounds for exclusion applies to you or to those you rely on?',
  notExcludedHelp:
    'The grounds are in Schedules 6 and 7 to the Procurement Act 2023. If one applies, answer no and tell us; it need not end your bid.',
  wholeContract: 'The whole contract',
  price: 'What is your price for the whole term, without VAT?',
  priceHelp: 'Give one sum in pounds. It covers all that is described, without options and extensions.',
  offers: 'What do you offer beside the work?',
  offersHelp:
    'Give a quantity for each line that suits you, and say how you will do it. Offer only what you can keep.',
} as const
