import type { Assumption } from './answer.ts'
import type { Case } from './case.ts'

const taken = (field: string, assumed: Assumption['assumed'], why: string): Assumption => ({
  field,
  assumed,
  why,
})

/** What the answers take for granted because it was not given. */
export const assumptionsOf = (it: Case): Assumption[] => {
  const { facts } = it
  const isContract = !it.isMarketItself
  return [
    ...(facts.authority === undefined
      ? [
          taken(
            'authority',
            'council',
            'Nothing was said of the authority, so it is taken to be an English council.',
          ),
        ]
      : []),
    ...(isContract && facts.isLightTouch === undefined && it.subject === 'services'
      ? [
          taken(
            'lightTouch',
            it.isLightTouch,
            it.isLightTouch
              ? 'The CPV code, or the ground of user choice, says that the services are light touch.'
              : 'Nothing says that the services are light touch, so the stricter rules are taken.',
          ),
        ]
      : []),
    ...(isContract && it.route === null && !it.isCallOff && it.isPublic
      ? [taken('route', 'competition', 'No route was given, so the contract is taken to be competed for.')]
      : []),
    ...(it.route === 'direct-award' && it.ground === null && it.isPublic
      ? [
          taken(
            'directAwardGround',
            'neither urgency nor user choice',
            'No ground was given, so the rules of an ordinary direct award are taken.',
          ),
        ]
      : []),
    ...(it.isCallOff && facts.frameworkCommencedOn === undefined
      ? [
          taken(
            'frameworkCommencedOn',
            'under the Procurement Act',
            'A call-off follows the law of its framework; the framework is taken to have been procured under the Procurement Act.',
          ),
        ]
      : []),
  ]
}
