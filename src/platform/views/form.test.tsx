import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { CsrfToken } from './csrf-field.tsx'
import { errorOf, Form, FormErrorSummary } from './form.tsx'

describe('Form', () => {
  it('posts with the token of the session', () => {
    const html = render(
      <CsrfToken.Provider value={() => 'token-1'}>
        <Form hasFiles action="/x">
          text
        </Form>
      </CsrfToken.Provider>,
    )
    expect(html).toContain('<form method="post" action="/x" enctype="multipart/form-data" novalidate')
    expect(html).toContain('<input type="hidden" name="_csrf" value="token-1"')
  })
})

describe('FormErrorSummary', () => {
  it('links each message to its field', () => {
    const html = render(
      <FormErrorSummary
        errors={[
          { field: 'name', message: 'Enter a name' },
          { field: '', message: 'The deadline has passed' },
        ]}
      />,
    )
    expect(html).toContain('<a href="#name">Enter a name</a>')
    expect(html).toContain('<li>The deadline has passed</li>')
  })

  it('is nothing where there is no error', () => {
    expect(render(<FormErrorSummary errors={[]} />)).toBe('')
  })
})

describe('errorOf', () => {
  it('finds the message of a field', () => {
    const errors = [{ field: 'name', message: 'Enter a name' }]
    expect(errorOf(errors, 'name')).toBe('Enter a name')
    expect(errorOf(errors, 'other')).toBeUndefined()
  })
})
