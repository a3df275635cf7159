import { classes, spread, translation } from './attributes.ts'
import { Button } from './button.tsx'
import { contentOf } from './content.ts'
import type { ExitThisPageOptions } from './props.generated.ts'

const DefaultContent = () => (
  <>
    <span class="govuk-visually-hidden">Emergency</span> Exit this page
  </>
)

export const ExitThisPage = (p: ExitThisPageOptions) => (
  <div
    id={p.id || undefined}
    class={classes('govuk-exit-this-page', p.classes)}
    data-module="govuk-exit-this-page"
    {...translation('activated', p.activatedText)}
    {...translation('timed-out', p.timedOutText)}
    {...translation('press-two-more-times', p.pressTwoMoreTimesText)}
    {...translation('press-one-more-time', p.pressOneMoreTimeText)}
    {...spread(p.attributes)}
  >
    <Button
      classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
      href={p.redirectUrl || 'https://www.bbc.co.uk/weather'}
      attributes={{ rel: 'nofollow noreferrer' }}
    >
      {contentOf(p) || <DefaultContent />}
    </Button>
  </div>
)
