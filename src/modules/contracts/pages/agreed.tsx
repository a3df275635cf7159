import { Checkboxes } from '../../../platform/views/views.ts'

/** Asked beside every picture: software cannot see who is in it. */
export const Agreed = () => (
  <Checkboxes
    name="agreed"
    idPrefix="agreed"
    fieldset={{ legend: { text: 'Who can be seen in it?', classes: 'govuk-visually-hidden' } }}
    items={[
      {
        value: 'yes',
        text: 'Nobody in the picture can be recognised, or everybody who can has agreed to be shown',
      },
    ]}
  />
)
