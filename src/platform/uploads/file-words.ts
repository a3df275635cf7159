import type { FileRefusal } from './file-kinds.ts'

/** Why a file is not taken, and what to do about it. */
export const FILE_REFUSALS: Readonly<Record<FileRefusal, string>> = {
  empty: 'The file is empty',
  'too-large': 'The file is too large. A file has at most 20 MB, unpacked 200 MB',
  'type-unknown': 'This is no JPEG, PNG, PDF, CSV, Word or Excel file by its content. Save it as one of them',
  'active-content':
    'The file holds something that would run: a script, macro, formula or embedded object. Save it without',
  'more-than-one-type':
    'The file is of two kinds at once, which is how harmful files hide. Save it again as one',
  'too-many-pixels':
    'The picture has too many points: at most 120 million, and 25 million where it is progressive or interlaced. Save it smaller',
  damaged: 'The file is damaged. Save it again',
  locked: 'The file is locked with a password. Save it without one',
  infected: 'The virus scanner refuses this file',
  'scanner-away': 'The virus scanner does not answer. Try again later',
}
