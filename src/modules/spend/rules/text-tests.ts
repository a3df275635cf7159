/** How a rule compares a text: the whole of it, its beginning, or any part. Letters' case never matters. */
export const TEXT_TESTS = ['is', 'begins', 'contains'] as const
export type TextTest = (typeof TEXT_TESTS)[number]

export const passesText = (text: string | null, test: TextTest, value: string): boolean => {
  const [have, want] = [(text ?? '').toLowerCase(), value.toLowerCase()]
  if (test === 'is') return have === want
  return test === 'begins' ? have.startsWith(want) : have.includes(want)
}
