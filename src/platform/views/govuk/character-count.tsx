import { type Attributes, classes, translation } from './attributes.ts'
import { FieldSlot } from './form-group.tsx'
import { Hint } from './hint.tsx'
import type { CharacterCountOptions } from './props.generated.ts'
import { Textarea } from './textarea.tsx'

const countTypeOf = (p: CharacterCountOptions) => p.countType || (p.maxwords ? 'words' : undefined)

const optional = (value: string | number | undefined) => ({ value, optional: true })

/** Without a limit here, the script sets one later; only then does it need the wording to fill in. */
const laterDescription = (p: CharacterCountOptions) =>
  p.textareaDescriptionText && !p.maxwords && !p.maxlength
    ? translation('textarea-description', { other: p.textareaDescriptionText })
    : {}

const groupAttributes = (p: CharacterCountOptions): Attributes => ({
  'data-module': 'govuk-character-count',
  'data-maxlength': optional(p.maxlength),
  'data-maxwords': optional(p.maxwords),
  'data-threshold': optional(p.threshold),
  'data-count-type': optional(countTypeOf(p)),
  ...laterDescription(p),
  ...translation('characters-under-limit', p.charactersUnderLimitText),
  ...translation('characters-at-limit', p.charactersAtLimitText),
  ...translation('characters-over-limit', p.charactersOverLimitText),
  ...translation('words-under-limit', p.wordsUnderLimitText),
  ...translation('words-at-limit', p.wordsAtLimitText),
  ...translation('words-over-limit', p.wordsOverLimitText),
  ...p.formGroup?.attributes,
})

const limitText = (p: CharacterCountOptions): string | undefined => {
  const limit = p.maxwords || p.maxlength
  const unit = countTypeOf(p) === 'words' ? 'words' : 'characters'
  return limit
    ? (p.textareaDescriptionText || `You can enter up to %{count} ${unit}`).replaceAll(
        '%{count}',
        String(limit),
      )
    : undefined
}

export const CharacterCount = (p: CharacterCountOptions) => {
  const id = p.id || p.name
  const message = (
    <Hint
      id={`${id}-info`}
      classes={classes('govuk-character-count__message', p.countMessage?.classes)}
      text={limitText(p)}
    />
  )
  return (
    <Textarea
      {...p}
      id={id}
      describedBy={`${id}-info`}
      classes={classes('govuk-js-character-count', p.classes)}
      formGroup={{
        classes: classes('govuk-character-count', p.formGroup?.classes),
        attributes: groupAttributes(p),
        beforeInput: p.formGroup?.beforeInput,
        afterInput: {
          html: (
            <>
              {message}
              <FieldSlot slot={p.formGroup?.afterInput} />
            </>
          ),
        },
      }}
    />
  )
}
