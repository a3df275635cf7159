import { Layout } from './layout.tsx'
import type { PageContext } from './page-context.ts'

export interface ErrorPageProps {
  readonly context: PageContext
  /** What happened: `Page not found`. */
  readonly title: string
  /** What it means and what to do next, a paragraph each. */
  readonly paragraphs: readonly string[]
  readonly nextStep?: { readonly text: string; readonly href: string } | undefined
  /** By which the log is searched when somebody asks for help. */
  readonly reference?: string | undefined
}

export const ErrorPage = ({ context, title, paragraphs, nextStep, reference }: ErrorPageProps) => (
  <Layout context={context} title={title}>
    <h1>{title}</h1>
    {paragraphs.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <p>
      {nextStep ? (
        <a href={nextStep.href}>{nextStep.text}</a>
      ) : (
        <a href={context.homePath ?? '/'}>Go to the start page</a>
      )}
    </p>
    {reference && (
      <p class="gt-basis">
        If you ask for help, give this reference: <code class="gt-code">{reference}</code>
      </p>
    )}
  </Layout>
)
