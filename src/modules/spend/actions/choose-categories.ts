import { accept, type Decision, refuse } from '../../../kernel/decision.ts'
import type { Context } from '../../../platform/context.ts'
import { readSchemeBook, SHIPPED_SCHEMES, schemeBookName } from '../rule-books.ts'
import type { CategoryScheme } from '../rules/categorise.ts'
import { type BookRefusal, changeBook } from './change-rule-book.ts'

type Acting = Context & { readonly authorityId: string }

/** Changes a scheme; a shipped one becomes the organisation's own with its first change. */
export const changeScheme = (
  ctx: Acting,
  slug: string,
  edit: { readonly change: string; readonly make: (scheme: CategoryScheme) => CategoryScheme },
  seen?: number,
): Promise<Decision<number, BookRefusal>> =>
  changeBook(ctx, { name: schemeBookName(slug), change: edit.change, seen }, (content) => {
    const shipped = Object.hasOwn(SHIPPED_SCHEMES, slug) ? SHIPPED_SCHEMES[slug] : undefined
    const scheme = content === undefined ? shipped : readSchemeBook(content)
    return scheme ? accept(edit.make(scheme)) : refuse('no-such-version')
  })

/** Maps categories of the files by hand; an empty code gives one back to the rules. */
export const chooseCategories = (
  ctx: Acting,
  slug: string,
  choices: ReadonlyMap<string, string>,
  seen?: number,
): Promise<Decision<number, BookRefusal>> =>
  changeScheme(
    ctx,
    slug,
    {
      change: 'Categories mapped by hand',
      make: (scheme) => {
        const kept = Object.entries(scheme.choices).filter(([category]) => !choices.has(category))
        const made = [...choices].filter(([, code]) => code !== '')
        return { ...scheme, choices: Object.fromEntries([...kept, ...made]) }
      },
    },
    seen,
  )
