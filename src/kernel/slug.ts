/** `northmere-city-council`: a text for addresses, files and command lines, of `most` characters at the most. */
export const slugOf = (text: string, most = 80): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, most)
    .replace(/-$/, '')
