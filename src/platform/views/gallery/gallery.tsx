import { Layout } from '../layout.tsx'
import type { PageContext } from '../page-context.ts'
import { ChartSamples } from './chart-samples.tsx'
import { FigureSamples, TableSamples } from './figure-samples.tsx'
import { FormSamples } from './form-samples.tsx'

/** Every component of our own on one page, with made-up data, to be looked at and checked. */
export const Gallery = ({ context }: { readonly context: PageContext }) => (
  <Layout
    context={context}
    title="Where does our money go?"
    width="wide"
    breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Money map', href: '/spend' }, { text: '2025/26' }]}
    notice={{
      kind: 'success',
      text: 'The payments of March 2026 were read: 1,204 lines, £9.3m, none rejected.',
    }}
  >
    <h1>Where does our money go?</h1>
    <p>
      In 2025/26 the council paid £126m to 250 suppliers. A third of it stayed in Northmere.{' '}
      <a href="/method">How we count</a>.
    </p>
    <FigureSamples />
    <ChartSamples />
    <TableSamples />
    <FormSamples />
  </Layout>
)
