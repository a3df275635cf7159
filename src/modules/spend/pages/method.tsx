import { type Answer, page } from '../../../platform/http/answer.ts'
import { EVERYTHING } from '../model.ts'
import { AnalysisNavigation } from './analysis-navigation.tsx'
import { METHOD_SECTIONS, type MethodSection } from './method-words.ts'

const Section = ({ section }: { readonly section: MethodSection }) => (
  <section id={section.id}>
    <h2 class="govuk-heading-m">{section.title}</h2>
    <p class="govuk-body">{section.plain}</p>
    <h3 class="govuk-heading-s">For an analyst</h3>
    <ul class="govuk-list govuk-list--bullet">
      {section.exact.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
    {section.href && (
      <p class="govuk-body">
        <a href={section.href}>{section.title}: the figures</a>
      </p>
    )}
  </section>
)

const MethodView = () => (
  <>
    <AnalysisNavigation current="method" slice={EVERYTHING} />
    <h1>How these figures are made</h1>
    <p class="govuk-body-l">
      Each figure in plain words first, then exactly. Whoever doubts a number can follow it down to the row of
      a file.
    </p>
    <nav aria-label="On this page">
      <ul class="govuk-list">
        {METHOD_SECTIONS.map((section) => (
          <li>
            <a href={`#${section.id}`}>{section.title}</a>
          </li>
        ))}
      </ul>
    </nav>
    {METHOD_SECTIONS.map((section) => (
      <Section section={section} />
    ))}
  </>
)

/** Every figure of the analyses explained, to a councillor and to an analyst. */
export const get = async (): Promise<Answer> => page('How these figures are made', <MethodView />)
