import { initAll } from 'govuk-frontend'
import { saveAsTyped } from './autosave.ts'
import { followLiveRegions } from './live-region.ts'
import { offerPrinting } from './print-button.ts'
import { offerSingleKeys } from './single-keys.ts'
import { warnOfUnsentChanges } from './unsent-changes.ts'

initAll()
followLiveRegions()
saveAsTyped()
offerPrinting()
offerSingleKeys()
warnOfUnsentChanges()
