import { Checkboxes } from '../../../platform/views/views.ts'

/** Asked before every picture: software cannot see who is in it. What stands behind a file in a form is not read. */
export const Agreed = () => (
  <Checkboxes
    name="agreed"
    idPrefix="agreed"
    fieldset={{ legend: { text: 'If you send a photo' } }}
    items={[
      {
        value: 'yes',
        text: 'Nobody in it can be recognised, or everybody who can has agreed to be shown',
      },
    ]}
  />
)
