import { unitWords } from '#measures'
import { formatCount, formatPounds } from '../../../platform/views/formatters.ts'
import type { AskContent, AskFacts, AskLine, AwardCriterion } from '../model/ask.ts'

/** One part of an ask in plain words: a heading and sentences. */
export type PlainPart = { readonly heading: string; readonly sentences: readonly string[] }

const alreadyWords = (line: AskLine): string =>
  line.existing === 'in-full'
    ? 'If you already do this, it counts. Tell us.'
    : line.existing === 'half'
      ? 'What you already do counts by half. Tell us both.'
      : 'Only new work counts here. Tell us what you would add.'

const lineWords = (line: AskLine): string[] => {
  const least =
    line.minimum === null || line.minimum === '0'
      ? 'There is no minimum.'
      : `The least we ask for is ${line.minimum} ${unitWords(line.unit, line.minimum)}.`
  const kind = line.askedAs === 'words' ? 'Tell us in your own words.' : `Tell us how many. ${least}`
  const follows =
    line.indexation === 'actual-spend'
      ? 'If we buy less than planned, you owe less. If we spend half, you owe half.'
      : ''
  return [`${line.name}.`, `We count this: ${line.counts}`, kind, alreadyWords(line), follows].filter(Boolean)
}

const criterionWords = ({ name, weight, kind, wordLimit, question }: AwardCriterion): string[] => {
  const limit = wordLimit === null ? '' : ` Use up to ${wordLimit} words.`
  const how =
    kind === 'price'
      ? 'We compare your price with a figure we publish.'
      : kind === 'social-value-quantitative'
        ? 'You get points for what you offer. Nobody else’s offer changes your points.'
        : 'People read your answer and score it from 0 to 5. They write down why.'
  return [`${name}: ${weight} points out of 100.`, how, `${question}${limit}`.trim()].filter(Boolean)
}

const lengthWords = (months: number): string =>
  months % 12 === 0 ? formatCount(months / 12, 'year') : formatCount(months, 'month')

/** An ask as a small charity would want to read it: what, how much, what is asked, how it is scored, who may bid for less. */
export const plainAsk = (
  title: string,
  purpose: string,
  content: AskContent,
  facts: AskFacts,
): PlainPart[] => {
  const { lines, criteria, lots } = content
  const parts: PlainPart[] = [
    {
      heading: 'What we want to buy',
      sentences: [
        `${title}.`,
        purpose,
        content.introduction,
        `It is worth about ${formatPounds(facts.valuePence)} with VAT. It can run for ${lengthWords(facts.months)}.`,
        content.isVolumeGuaranteed ? '' : 'We cannot promise how much we will buy.',
      ].filter(Boolean),
    },
  ]
  if (lots.length > 1)
    parts.push({
      heading: 'You can bid for a part',
      sentences: [
        `There are ${lots.length} parts. You can bid for one of them.`,
        ...lots.map(({ name, description }) => `${name}: ${description}`),
      ],
    })
  if (lines.length > 0)
    parts.push({
      heading: 'What good we want it to do',
      sentences: [
        `We ask for ${formatCount(lines.length, 'thing')}. Offer what suits you.`,
        ...lines.flatMap(lineWords),
      ],
    })
  if (criteria.length > 0)
    parts.push({ heading: 'How we choose', sentences: criteria.flatMap(criterionWords) })
  return parts
}

export const plainText = (parts: readonly PlainPart[]): string =>
  parts.flatMap(({ sentences }) => sentences).join('\n')
