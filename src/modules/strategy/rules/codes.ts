/** `fair-pay-in-every-job`, for addresses, files and command lines; of two the same, the later gets a number. */
export const freeCode = (title: string, taken: ReadonlySet<string>): string => {
  const plain =
    title
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/['’]/g, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 70)
      .replace(/-$/, '') || 'untitled'
  let code = plain
  for (let number = 2; taken.has(code); number++) code = `${plain}-${number}`
  return code
}
