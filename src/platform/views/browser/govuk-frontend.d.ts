// The package ships no types; this is all that we use of it.
declare module 'govuk-frontend' {
  export const initAll: () => void
}
