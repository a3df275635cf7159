import { classes, spread, translation } from './attributes.ts'
import { contentOf, expand, isPresent, markup } from './content.ts'
import type { AccordionItem, AccordionOptions } from './props.generated.ts'

interface SectionProps {
  readonly id: string
  readonly item: AccordionItem
  readonly index: number
  readonly headingLevel: number
}

const Section = ({ id, item, index, headingLevel }: SectionProps) => {
  const Heading = `h${headingLevel}` as 'h2'
  const summary = expand(item.summary)
  const content = expand(item.content)
  return (
    <div class={classes('govuk-accordion__section', item.expanded && 'govuk-accordion__section--expanded')}>
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${index}`}>
            {contentOf(expand(item.heading) ?? {})}
          </span>
        </Heading>
        {(summary?.html || summary?.text) && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${index}`}>
            {contentOf(summary)}
          </div>
        )}
      </div>
      <div id={`${id}-content-${index}`} class="govuk-accordion__section-content">
        {content?.html ? markup(content.html) : content?.text && <p class="govuk-body">{content.text}</p>}
      </div>
    </div>
  )
}

export const Accordion = (p: AccordionOptions) => (
  <div
    class={classes('govuk-accordion', p.classes)}
    data-module="govuk-accordion"
    id={p.id}
    {...translation('hide-all-sections', p.hideAllSectionsText)}
    {...translation('hide-section', p.hideSectionText)}
    {...translation('hide-section-aria-label', p.hideSectionAriaLabelText)}
    {...translation('show-all-sections', p.showAllSectionsText)}
    {...translation('show-section', p.showSectionText)}
    {...translation('show-section-aria-label', p.showSectionAriaLabelText)}
    data-remember-expanded={p.rememberExpanded}
    {...spread(p.attributes)}
  >
    {p.items.map(
      (item, at) =>
        isPresent(item) && (
          <Section id={p.id} item={item} index={at + 1} headingLevel={p.headingLevel || 2} />
        ),
    )}
  </div>
)
