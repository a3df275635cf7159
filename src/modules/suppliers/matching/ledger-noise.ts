/** Names longer than this are cut before any pattern runs over them: no register holds a longer one. */
const LONGEST = 300

/** "Quillby 'Friends of the Park' Group": quoted words are a project, and are read as if in brackets. */
const QUOTED_WORDS = /(?<=\s)['"\u2018\u201c]([^'"\u2019\u201d]{3,})['"\u2019\u201d](?=\s|$)/g

const NOISE: readonly RegExp[] = [
  /[-#(\s]*\bredacted\b.*$|[-#(\s]*\bpersonal data\b.*$/gi,
  /[*#]+\s*(?:closed|old|dead|dormant|duplicate|inactive|dnu)\s*[*#]+/gi,
  /\(\s*(?:closed|old|dead|dormant|duplicate|inactive|dnu|use [^)]*|no longer [^)]*)\)/gi,
  /\b(?:please\s+)?do(?:n'?t| not) use\b.*$/gi,
  /\bnot? (?:longer )?in use\b.*$/gi,
  /[-–(]\s*use (?:supplier|creditor|vendor|account|no\b|number|[a-z]{0,3}\d).*$/gi,
  /\(?\bin (?:administration|liquidation|receivership|compulsory liquidation)\b\)?/gi,
  /\(?\bp\.?\s?o\.? box \d+\)?/gi,
  /[_(\s-]*\*{2,}\d+\)?/g,
  /\(?\b(?:a\/c|ac|acc|acct|account|ref|reference|cust(?:omer)?|supplier|vendor|creditor|invs?)\b\.?\s?(?:no\.?|number|ref)?\s?[:#.]?\s*[a-z]{0,3}\d{3,}[a-z0-9 /-]*\)?/gi,
  /\((?!(?:19|20)\d\d\))\d{4,}\)|[-–_#]\s*\d+\s*$/g,
  /\b(?:client|fees?|office|current|rent|treasurers?|main|general|no\.?\s?\d|number \w+)\s+(?:a\/c|acc?t?|account)\b\)?\s*$/gi,
  /[\s(-]a\/c\)?\s*$/gi,
  /^\s*(?:supplier|creditor|vendor|payee)\s*[:-]\s*/gi,
  /^\s*[a-z]{0,3}\d{4,}\s*[-–:_]\s*/gi,
  /^\s*t\s?[/\\]\s?as?\b[\s:.-]*/gi,
  /^\s*(?:messrs\.?|the firm of)\s+/gi,
]

/** Takes out what ledger clerks add to a name: account numbers, "DO NOT USE", "in administration". */
export const withoutLedgerNoise = (name: string): string => {
  const quoted = name.slice(0, LONGEST).replace(/\s+/g, ' ')
  let text = quoted.replace(QUOTED_WORDS, '($1)')
  for (const pattern of NOISE) text = text.replace(pattern, ' ')
  text = text
    .replace(/\s+/g, ' ')
    .replace(/[\s(\-–_,;:#]+$/, '')
    .trim()
  return text === '' ? name.trim() : text
}
