const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (found) => ESCAPES[found] ?? '')

/** An address alone, so that a full stop after it is not part of it. */
const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/

const withLinks = (text: string): string =>
  text
    .split(ADDRESS)
    .map((piece, at) => (at % 2 === 1 ? `<a href="${escape(piece)}">${escape(piece)}</a>` : escape(piece)))
    .join('')

/**
 * A letter as HTML: the same words in paragraphs, with addresses as links. Nothing is fetched and nothing counted:
 * no picture, no style from elsewhere, no address but those of the text.
 */
export const letterHtml = (subject: string, text: string): string => {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map((part) => `<p>${part.split('\n').map(withLinks).join('<br>\n')}</p>`)
  return `<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head>
<body style="margin: 24px; max-width: 38em; font-family: Arial, sans-serif; font-size: 16px; line-height: 1.5">
${paragraphs.join('\n')}
</body>
</html>
`
}
