import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Gives the token of the visitor's session; asked only where a form stands on the page. */
export const CsrfToken = createContext<() => string>(() => '')

/** Goes into every form that posts. */
export const CsrfField = () => <input type="hidden" name="_csrf" value={useContext(CsrfToken)()} />
