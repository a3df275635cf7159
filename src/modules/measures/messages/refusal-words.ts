import { changedSentence } from '../../../platform/views/views.ts'

type Facts = Readonly<Record<string, string | number>>

const SENTENCES: Readonly<Record<string, (facts: Facts) => string>> = {
  'changed-meanwhile': ({ by, at }) => changedSentence({ by: String(by ?? ''), at: String(at ?? '') }),
  'licence-missing': () => 'State the licence under which you hold the framework',
  'licence-is-restricted': ({ licence }) =>
    `The licence “${licence}” does not let others see or change it. Keep the framework inside`,
  'version-taken': ({ version }) =>
    `Version ${version} of this framework is here already. Give the new one another version`,
  'code-taken': ({ code }) => `The code “${code}” belongs to something that is here already. Choose another`,
  'code-unfit': () => 'Enter a short name of letters, digits and hyphens, such as county-framework',
  'file-faulty': ({ faults }) => `Nothing was taken in: ${faults} problems, listed by row`,
  'unknown-entry': ({ code }) => `There is no “${code}” in this framework`,
  'unknown-figure': ({ code }) => `This measure has no other figure “${code}”`,
  'because-missing': () => 'Say why. The reason stands beside the change for everybody who uses it',
  'nothing-changed': () => 'Nothing differs from the origin, so there is nothing to save',
  'not-changed-here': () => 'It is as published; there is nothing to take back',
  'entry-faulty': ({ problem }) => String(problem),
  'still-in-use': ({ measures }) => `Something stands under it (${measures}). Move that or take it out first`,
  'weight-out-of-range': () =>
    'Enter a weight from 0 to 10, with at most two decimals; 1 is as much as the others',
  'target-missing': () => 'Say which ward or priority the weight is for',
  'no-newer-version': () => 'There is no newer version to take in',
  'conflict-open': ({ clashes }) => `Choose a side for each of the ${clashes} things that both have changed`,
  'reference-faulty': ({ faults }) => `Nothing was taken in: ${faults} problems, listed by row`,
}

/** Why something was refused, as a sentence without its full stop. */
export const refusalWords = (refusal: string, facts: Facts = {}): string =>
  SENTENCES[refusal]?.(facts) ?? refusal
