import { classes, spread } from './attributes.ts'
import { contentOf } from './content.ts'
import type { ButtonOptions } from './props.generated.ts'

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

/** Start buttons are flex boxes, which lose the spaces between elements: markup in them needs a box of its own. */
const Contents = (p: ButtonOptions) =>
  p.isStartButton ? (
    <>
      {p.html || typeof p.children === 'object' ? <span>{contentOf(p)}</span> : contentOf(p)}
      <StartIcon />
    </>
  ) : (
    contentOf(p)
  )

export const Button = (p: ButtonOptions) => {
  const shared = {
    class: classes('govuk-button', p.classes, p.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id: p.id || undefined,
    ...spread(p.attributes),
  }
  if (p.href) {
    return (
      <a href={p.href} role="button" draggable={false} {...shared}>
        <Contents {...p} />
      </a>
    )
  }
  return (
    <button
      type={(p.type || 'submit') as 'submit'}
      value={p.value || undefined}
      name={p.name || undefined}
      disabled={p.disabled || undefined}
      aria-disabled={p.disabled || undefined}
      data-prevent-double-click={p.preventDoubleClick}
      {...shared}
    >
      <Contents {...p} />
    </button>
  )
}
