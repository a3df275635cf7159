import { actRow, no, type Rule, yes } from '../row.ts'

type MarketNotice = readonly [code: string, name: string, place: string, when: string]

const MARKET_NOTICES: readonly MarketNotice[] = [
  ['UK13', 'Dynamic market intention notice', 's.39(2)', 'before the market is set up'],
  [
    'UK14',
    'Dynamic market establishment notice',
    's.39(3)',
    'as soon as reasonably practicable after the market is set up',
  ],
  [
    'UK15',
    'Dynamic market modification notice',
    's.39(4)',
    'as soon as reasonably practicable after the market is modified',
  ],
  [
    'UK16',
    'Dynamic market cessation notice',
    's.39(5)',
    'as soon as reasonably practicable after the market ceases',
  ],
]

export const marketNotices = MARKET_NOTICES.map(
  ([code, name, place, when]): Rule => ({
    reach: 'act',
    row: actRow(`notice.${code}`, 'notices', `${name} (${code})`, place),
    decide: (it) => {
      const value = { code, isMandatory: it.isMarketItself, when }
      return it.isMarketItself
        ? yes(`Publish this notice ${when}.`, { value })
        : no('No dynamic market is being set up.', { value })
    },
  }),
)
