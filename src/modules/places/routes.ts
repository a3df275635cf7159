import type { PageRoute } from '../../platform/http/route.ts'
import * as definePlace from './pages/define-place.ts'
import * as editPlace from './pages/edit-place.ts'
import * as listPlaces from './pages/list-places.ts'
import * as loadData from './pages/load-data.ts'
import * as lookUpPostcode from './pages/look-up-postcode.ts'

const read = (path: string, page: string, audit: string, handle: PageRoute['handle']): PageRoute => ({
  method: 'GET',
  path,
  access: 'places.read',
  audit,
  page: `places/pages/${page}`,
  handle,
})

const manage = (
  method: PageRoute['method'],
  path: string,
  page: string,
  audit: string,
  handle: PageRoute['handle'],
): PageRoute => ({ method, path, access: 'places.manage', audit, page: `places/pages/${page}`, handle })

export const pages: readonly PageRoute[] = [
  read('/places', 'list-places', 'PLACES_READ', listPlaces.get),
  read('/places/look-up', 'look-up-postcode', 'POSTCODE_LOOKED_UP', lookUpPostcode.get),
  manage('GET', '/places/new', 'define-place', 'PLACE_FORM_READ', definePlace.get),
  manage('POST', '/places/new', 'define-place', 'PLACE_DEFINED', definePlace.post),
  manage('GET', '/places/lookups', 'load-data', 'PLACES_DATA_READ', loadData.get),
  {
    ...manage('POST', '/places/lookups', 'load-data', 'PLACES_DATA_HANDED_IN', loadData.post),
    takesFile: true,
    limitPerMinute: 20,
  },
  read('/places/:placeId', 'edit-place', 'PLACE_READ', editPlace.get),
  manage('POST', '/places/:placeId', 'edit-place', 'PLACE_CHANGED', editPlace.post),
  manage('POST', '/places/:placeId/remove', 'edit-place', 'PLACE_REMOVED', editPlace.postRemoval),
]
