import type { ComponentChildren } from 'preact'
import { classes, spread, translation } from './attributes.ts'
import { expand } from './content.ts'
import { describedBy, FieldMessages, FieldSlot, FormGroup } from './form-group.tsx'
import { Label } from './label.tsx'
import type { FileUploadOptions, LabelOptions } from './props.generated.ts'

const DropZone = ({
  p,
  children,
}: {
  readonly p: FileUploadOptions
  readonly children: ComponentChildren
}) =>
  p.javascript ? (
    <div
      class={classes('govuk-file-upload-wrapper', p.wrapperClasses)}
      data-module="govuk-file-upload"
      {...translation('choose-files-button', p.chooseFilesButtonText)}
      {...translation('no-file-chosen', p.noFileChosenText)}
      {...translation('multiple-files-chosen', p.multipleFilesChosenText)}
      {...translation('drop-instruction', p.dropInstructionText)}
      {...translation('entered-drop-zone', p.enteredDropZoneText)}
      {...translation('left-drop-zone', p.leftDropZoneText)}
      {...spread(p.wrapperAttributes)}
    >
      {children}
    </div>
  ) : (
    <>{children}</>
  )

export const FileUpload = (p: FileUploadOptions) => {
  const id = p.id || p.name
  return (
    <FormGroup formGroup={p.formGroup} errorMessage={p.errorMessage}>
      <Label {...expand<LabelOptions>(p.label)} for={id} />
      <FieldMessages id={id} hint={p.hint} errorMessage={p.errorMessage} />
      <FieldSlot slot={p.formGroup?.beforeInput} />
      <DropZone p={p}>
        <input
          class={classes('govuk-file-upload', p.classes, p.errorMessage && 'govuk-file-upload--error')}
          id={id}
          name={p.name}
          type="file"
          disabled={p.disabled || undefined}
          multiple={p.multiple || undefined}
          aria-describedby={describedBy(id, p.describedBy, p)}
          {...spread(p.attributes)}
        />
      </DropZone>
      <FieldSlot slot={p.formGroup?.afterInput} />
    </FormGroup>
  )
}
