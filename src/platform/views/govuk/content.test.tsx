import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { Button } from './button.tsx'
import { trustedHtml } from './content.ts'
import { Input } from './input.tsx'
import { Radios } from './radios.tsx'
import { SummaryList } from './summary-list.tsx'
import { Tag } from './tag.tsx'

const attack = '<script>alert("1")</script>'
const escaped = '&lt;script>alert(&quot;1&quot;)&lt;/script>'

describe('content', () => {
  it('is escaped as text', () => {
    expect(render(<Tag text={attack} />)).toBe(`<strong class="govuk-tag">${escaped}</strong>`)
  })

  it('is escaped as children', () => {
    expect(render(<Tag>{attack}</Tag>)).toBe(`<strong class="govuk-tag">${escaped}</strong>`)
  })

  it('is escaped in attributes, values, labels and choices', () => {
    const html = render(
      <>
        <Input
          name="a"
          label={attack}
          hint={attack}
          errorMessage={attack}
          value={attack}
          attributes={{ title: attack }}
        />
        <Radios name="b" items={[{ value: attack, text: attack, hint: attack }]} />
      </>,
    )
    expect(html).not.toContain('<script')
  })

  it('may be JSX as children', () => {
    expect(
      render(
        <Button>
          Save <b>all</b>
        </Button>,
      ),
    ).toContain('>Save <b>all</b></button>')
  })

  it('keeps the space between a label and an icon on a start button', () => {
    expect(
      render(
        <Button isStartButton>
          Save <b>all</b>
        </Button>,
      ),
    ).toContain('<span>Save <b>all</b></span><svg')
  })

  it('is raw only where somebody vouched for it', () => {
    expect(render(<Tag html={trustedHtml('<b>x</b>')} />)).toContain('<b>x</b>')
    // @ts-expect-error a plain string must not become markup
    void (<Tag html="<b>x</b>" />)
    // @ts-expect-error unknown options do not compile
    void (<Tag colour="green" />)
    // @ts-expect-error a field must have a label
    void (<Input name="x" />)
  })

  it('may be a string or JSX in place of options', () => {
    const html = render(
      <SummaryList rows={[{ key: 'Status', value: <Tag>Open</Tag> }, { key: 'Bids', value: 0 }, false]} />,
    )
    expect(html).toContain('<dt class="govuk-summary-list__key">Status</dt>')
    expect(html).toContain('<strong class="govuk-tag">Open</strong></dd>')
    expect(html).toContain('<dd class="govuk-summary-list__value">0</dd>')
  })

  it('leaves out a hint and an error that are not there', () => {
    const html = render(<Input name="a" label="Name" hint={undefined} errorMessage={undefined} />)
    expect(html).not.toMatch(/hint|error|describedby/)
  })
})
