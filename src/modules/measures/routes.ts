import type { PageRoute } from '../../platform/http/route.ts'
import * as changeMeasure from './pages/change-measure.ts'
import * as changeTheme from './pages/change-theme.ts'
import * as changeVariant from './pages/change-variant.ts'
import * as importFramework from './pages/import-framework.ts'
import * as importReference from './pages/import-reference.ts'
import * as listFrameworks from './pages/list-frameworks.ts'
import * as listThemes from './pages/list-themes.ts'
import * as mergeFramework from './pages/merge-framework.ts'
import * as reference from './pages/reference.ts'
import * as refusedFile from './pages/refused-file.ts'
import * as showFramework from './pages/show-framework.ts'
import * as showMeasure from './pages/show-measure.ts'
import * as suggest from './pages/suggest.ts'
import * as value from './pages/value.ts'

/** Open to everybody: what is under an open licence for all, and sums that anybody may try. */
const open = (path: string, page: string, audit: string, handle: PageRoute['handle']): PageRoute => ({
  method: 'GET',
  path,
  access: 'public',
  audit,
  page: `measures/pages/${page}`,
  handle,
})

const manage = (
  method: PageRoute['method'],
  path: string,
  page: string,
  audit: string,
  handle: PageRoute['handle'],
): PageRoute => ({ method, path, access: 'measures.manage', audit, page: `measures/pages/${page}`, handle })

const FRAMEWORK = '/measures/frameworks/:code'
const MEASURE = `${FRAMEWORK}/measures/:measure`
const VARIANT = `${MEASURE}/variants/:variant`

/** The forms of one kind of entry that measures stand under: to change it, switch it off and add one. */
const groupRows = (kind: 'theme' | 'outcome', forms: typeof changeTheme.theme): readonly PageRoute[] => {
  const [one, add, name] = [`${FRAMEWORK}/${kind}s/:entry`, `${FRAMEWORK}/add-${kind}`, kind.toUpperCase()]
  return [
    manage('GET', one, 'change-theme', `${name}_FORM_READ`, forms.get),
    manage('POST', one, 'change-theme', `${name}_CHANGED`, forms.post),
    manage('POST', `${one}/off`, 'change-theme', `${name}_SWITCHED_OFF`, forms.postOff),
    manage('GET', add, 'change-theme', `${name}_FORM_READ`, forms.getNew),
    manage('POST', add, 'change-theme', `${name}_ADDED`, forms.postNew),
  ]
}

export const pages: readonly PageRoute[] = [
  open('/measures', 'list-frameworks', 'FRAMEWORKS_READ', listFrameworks.get),
  open('/measures/value', 'value', 'VALUE_READ', value.get),
  open('/measures/suggest', 'suggest', 'SUGGESTIONS_READ', suggest.get),
  open('/measures/reference', 'reference', 'REFERENCE_DATA_READ', reference.get),
  manage('GET', '/measures/reference/import', 'import-reference', 'REFERENCE_FORM_READ', importReference.get),
  {
    ...manage(
      'POST',
      '/measures/reference/import',
      'import-reference',
      'REFERENCE_DATA_REPLACED',
      importReference.post,
    ),
    takesFile: true,
    limitPerMinute: 20,
  },
  manage(
    'GET',
    '/measures/reference/refused/:file',
    'import-reference',
    'REFUSED_FILE_READ',
    importReference.getRefused,
  ),
  manage(
    'GET',
    '/measures/reference/refused/:file/faults.:format',
    'import-reference',
    'REFUSED_FILE_EXPORTED',
    importReference.getExport,
  ),
  manage('GET', '/measures/import', 'import-framework', 'FRAMEWORK_FORM_READ', importFramework.get),
  {
    ...manage('POST', '/measures/import', 'import-framework', 'FRAMEWORK_HANDED_IN', importFramework.post),
    takesFile: true,
    limitPerMinute: 20,
  },
  manage('GET', '/measures/import/refused/:file', 'refused-file', 'REFUSED_FILE_READ', refusedFile.get),
  manage(
    'GET',
    '/measures/import/refused/:file/faults.:format',
    'refused-file',
    'REFUSED_FILE_EXPORTED',
    refusedFile.getExport,
  ),
  open(FRAMEWORK, 'show-framework', 'FRAMEWORK_READ', showFramework.get),
  open(`${FRAMEWORK}/all.:format`, 'show-framework', 'FRAMEWORK_EXPORTED', showFramework.getExport),
  manage('GET', `${FRAMEWORK}/add`, 'change-measure', 'MEASURE_FORM_READ', changeMeasure.getNew),
  manage('POST', `${FRAMEWORK}/add`, 'change-measure', 'MEASURE_ADDED', changeMeasure.postNew),
  manage('POST', `${FRAMEWORK}/back`, 'show-measure', 'MEASURE_PUT_BACK', showMeasure.postBack),
  manage('GET', `${FRAMEWORK}/merge`, 'merge-framework', 'FRAMEWORK_MERGE_READ', mergeFramework.get),
  manage(
    'GET',
    `${FRAMEWORK}/merge.:format`,
    'merge-framework',
    'FRAMEWORK_MERGE_EXPORTED',
    mergeFramework.getExport,
  ),
  manage('POST', `${FRAMEWORK}/merge`, 'merge-framework', 'FRAMEWORK_MERGED', mergeFramework.post),
  open(`${FRAMEWORK}/themes`, 'list-themes', 'THEMES_READ', listThemes.get),
  ...groupRows('theme', changeTheme.theme),
  ...groupRows('outcome', changeTheme.outcome),
  open(MEASURE, 'show-measure', 'MEASURE_READ', showMeasure.get),
  manage('GET', `${MEASURE}/change`, 'change-measure', 'MEASURE_FORM_READ', changeMeasure.get),
  manage('POST', `${MEASURE}/change`, 'change-measure', 'MEASURE_CHANGED', changeMeasure.post),
  manage('GET', `${MEASURE}/add-variant`, 'change-variant', 'VARIANT_FORM_READ', changeVariant.getNew),
  manage('POST', `${MEASURE}/add-variant`, 'change-variant', 'VARIANT_ADDED', changeVariant.postNew),
  manage('GET', VARIANT, 'change-variant', 'VARIANT_FORM_READ', changeVariant.get),
  manage('POST', VARIANT, 'change-variant', 'VARIANT_CHANGED', changeVariant.post),
  manage('POST', `${VARIANT}/out`, 'change-variant', 'VARIANT_LEFT_OUT', changeVariant.postOut),
  manage('POST', `${VARIANT}/back`, 'change-variant', 'VARIANT_PUT_BACK', changeVariant.postBack),
  manage('POST', `${MEASURE}/off`, 'show-measure', 'MEASURE_SWITCHED_OFF', showMeasure.postOff),
  manage('POST', `${MEASURE}/weights`, 'show-measure', 'MEASURE_WEIGHTED', showMeasure.postWeight),
]
