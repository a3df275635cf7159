import type { Terminal } from '../../../platform/command.ts'
import type { showAsked } from '../presenting/show-problems.ts'
import type { showResult } from '../presenting/show-result.ts'

type Shown = ReturnType<typeof showResult>
type Print = Terminal['print']

const printSteps = ({ bids, ranking }: Shown, print: Print): void => {
  for (const { bid } of ranking) {
    const shown = bids.find((one) => one.bid === bid)
    if (!shown) continue
    print(`\n${bid}`)
    for (const step of shown.steps) {
      const inputs = Object.entries(step.inputs).map(([name, value]) => `${name} ${value}`)
      print(`  ${step.pointsShown.padStart(8)}  ${step.path.join(' > ')}: ${step.formula}`)
      print(`            ${inputs.join('; ')}`)
      if (step.agreed)
        print(
          `            ${step.agreed.how}${step.agreed.reason ? `: ${step.agreed.reason}` : ', no reason given'}`,
        )
    }
    print(`  ${shown.totalShown.padStart(8)}  total`)
  }
}

const printRanking = (shown: Shown, print: Print): void => {
  print(
    `${shown.title ?? 'Competition'}: ${shown.winner === null ? 'no winner' : `${shown.winner} is first`}`,
  )
  print(`Ranked by ${shown.rankedBy.rule}. ${shown.rounding.rule}\n`)
  for (const place of shown.ranking) {
    const price = place.price === undefined ? '' : `, price ${place.price}`
    const key = 'rankedBy' in place ? `, ranked by ${place.rankedBy ?? 'nothing: it has no quality'}` : ''
    const tie = place.tieDecidedBy ? `, tie decided by ${place.tieDecidedBy}` : ''
    print(
      `  ${String(place.rank).padStart(3)}  ${place.totalShown.padStart(8)}  ${place.bid}${price}${key}${tie}`,
    )
  }
  for (const { bid, reason } of shown.rejected) print(`    rejected  ${bid}: ${reason}`)
}

const printRobustness = ({ robustness }: Shown, print: Print): void => {
  if (!robustness) return
  const { weights, alternativeFormulas, singleScores, irrelevantBids } = robustness
  print('\nHow firm is it?')
  for (const { criterion, weight, winnerHolds, levelAtLowerWeight, levelAtHigherWeight } of weights.tests)
    if (!winnerHolds) {
      const at = [levelAtLowerWeight, levelAtHigherWeight].filter((level) => level !== null)
      print(
        `  ! ${criterion} weighs ${weight}; level at ${at.map((level) => `${level.weight} with ${level.levelWith}`).join(', at ')}`,
      )
    }
  if (weights.tests.length > 0 && weights.winnerHolds)
    print(`  The winner stays first with each weight ${weights.range} more or less.`)
  for (const other of alternativeFormulas)
    if (other.changesWinner)
      print(`  ! ${other.for}: under ${other.method}, ${other.winner.join(' and ')} would be first.`)
  for (const { sentence } of singleScores.smallest.slice(0, 5)) print(`  - ${sentence}`)
  for (const { sentence } of [...irrelevantBids.removed, ...irrelevantBids.added]) print(`  ! ${sentence}`)
  if (!irrelevantBids.winnerChanges) print('  No losing bid, taken away or added, changes the winner.')
}

export const printResult = (shown: Shown, { print }: Terminal): void => {
  printRanking(shown, print)
  printSteps(shown, print)
  if (shown.abnormallyLow.flagged.length > 0) {
    print(`\nAbnormally low? ${shown.abnormallyLow.rule}`)
    for (const { bid, price, percentBelow } of shown.abnormallyLow.flagged)
      print(`  ${bid}: ${price}, ${percentBelow} % below`)
    print(`  ${shown.abnormallyLow.next}`)
  }
  printRobustness(shown, print)
  print('')
  for (const { message, count } of [...shown.assumptions, ...shown.warnings])
    print(`! ${message}${count > 1 ? ` (${count} places)` : ''}`)
  print(`Fingerprint of the criteria: ${shown.fingerprint}`)
  print(shown.note)
}

export const warnAsked = (asked: ReturnType<typeof showAsked>, { warn }: Terminal): void => {
  for (const { field, message } of asked.refused) warn(`Refused. ${field}: ${String(message)}`)
  if (asked.questions.length > 0) warn('There are questions first.')
  for (const { field, question } of asked.questions) warn(`  ${field}: ${String(question)}`)
  if (asked.andMore) warn(`  and ${asked.andMore} more.`)
}
