import type { ComponentChildren } from 'preact'
import { unitWords } from '#measures'
import { formatDate, formatFileSize, formatInstantExact, formatPence } from '../../platform/views/views.ts'
import { CHECK_WORDS } from './messages.ts'
import { DECLARATIONS, type Profile } from './model.ts'
import type { ReadCopy } from './own-copy.ts'
import { stateOfReceipt } from './rules/receipts.ts'

type Props = { readonly copy: ReadCopy; readonly names: readonly string[]; readonly siteUrl: string }
type SealedAnswer = ReadCopy['header']['answers'][number]

const STYLE =
  'body{font-family:sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;line-height:1.5;overflow-wrap:anywhere}' +
  'dt{font-weight:bold}dd{margin:0 0 .75rem}.words{white-space:pre-wrap}' +
  'section{border-top:1px solid #999}'

const nameOf = ({ content }: ReadCopy, framework: string, measure: string): string => {
  const line = content.askLines.find((asked) => asked.framework === framework && asked.measure === measure)
  return line ? `${line.name} (${unitWords(line.unit)})` : `${framework} ${measure}`
}

const Given = ({ copy, answer }: { readonly copy: ReadCopy; readonly answer: SealedAnswer }) => {
  if (answer.words !== null) return <p class="words">{answer.words}</p>
  if (answer.number !== null) return <p>{answer.number}</p>
  if (answer.pence !== null) return <p>{formatPence(answer.pence)}</p>
  if (answer.yes !== null) return <p>{answer.yes ? 'Yes' : 'No'}</p>
  if (answer.offers === null) return null
  return (
    <ul>
      {answer.offers.map(({ framework, measure, quantity, inWords }) => (
        <li>
          {nameOf(copy, framework, measure)}: {quantity}
          {inWords !== '' && <p class="words">{inWords}</p>}
        </li>
      ))}
    </ul>
  )
}

const Answer = ({ copy, names, answer }: Omit<Props, 'siteUrl'> & { readonly answer: SealedAnswer }) => {
  const question = copy.content.questions.find(({ code }) => code === answer.question)
  const files = copy.header.files.flatMap((file, at) =>
    file.question === answer.question ? [{ ...file, href: names[at] ?? '' }] : [],
  )
  const isEmpty =
    files.length === 0 &&
    [answer.words, answer.number, answer.pence, answer.yes, answer.offers].every((part) => part === null)
  return (
    <section>
      <h3>
        {answer.question}. {question?.text ?? 'This question is not in the tender any more.'}
      </h3>
      <Given copy={copy} answer={answer} />
      {isEmpty && <p>Not answered.</p>}
      {files.length > 0 && (
        <ul>
          {files.map(({ name, size, sha256, href }) => (
            <li>
              <a href={href}>{name}</a> ({formatFileSize(size)}), SHA-256 <code>{sha256}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const LINES = [
  ['address', 'Address'],
  ['postcode', 'Postcode'],
  ['contactName', 'Whom to ask'],
  ['contactEmail', 'E-mail address'],
  ['contactPhone', 'Telephone number'],
  ['accounts', 'Accounts'],
  ['insurance', 'Insurance'],
  ['policies', 'Policies'],
] as const

const Organisation = ({ profile }: { readonly profile: Profile | null }) =>
  profile === null ? (
    <p>Nothing was said of the organisation.</p>
  ) : (
    <dl>
      {LINES.filter(([field]) => profile[field] !== '').map(([field, label]) => (
        <>
          <dt>{label}</dt>
          <dd class="words">{profile[field]}</dd>
        </>
      ))}
      <dt>Declared</dt>
      <dd>
        {profile.declared.length === 0
          ? 'Nothing'
          : `${profile.declared.map((name) => DECLARATIONS[name]).join('; ')}${profile.declaredOn ? ` (${formatDate(profile.declaredOn)})` : ''}`}
      </dd>
    </dl>
  )

const Row = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

const Check = ({ copy: { receipt, tender }, siteUrl }: Omit<Props, 'names'>) => (
  <>
    <h2>How to check this yourself</h2>
    <ol>
      <li>
        Take the SHA-256 of <a href="package.bin">package.bin</a>, for example with{' '}
        <code>sha256sum package.bin</code> or, on Windows, <code>certutil -hashfile package.bin SHA256</code>.
        It must be <code>{receipt.fingerprint}</code>.
      </li>
      <li>
        Look for that fingerprint at entry {receipt.logNumber} of the public log,{' '}
        <a href={`${siteUrl}/opportunities/${tender.reference}/log`}>
          {siteUrl}/opportunities/{tender.reference}/log
        </a>
        . That page says how to recompute the log. <a href="public-log.json">public-log.json</a> is the log as
        it stood when this copy was made.
      </li>
      <li>After the opening the log says of the entry whether what was opened has this fingerprint.</li>
      <li>
        <code>SHA256SUMS</code> has the SHA-256 of everything in this copy:{' '}
        <code>sha256sum -c SHA256SUMS</code>.
      </li>
    </ol>
    <p>
      The package is a line that names its form (<code>GOLDTHREAD-BID-1</code>), four bytes with the length of
      what follows (big-endian), a header in JSON, which <a href="answers.json">answers.json</a> shows, and
      the files one after another, as long as the header says. The number called <code>nonce</code> is chance:
      without it nobody can guess at a bid by its fingerprint. Keep this copy to yourself as long as the bid
      is a secret.
    </p>
  </>
)

/** The page that a supplier opens first in its own copy; it needs no network and no program but a browser. */
export const OwnCopyIndex = ({ copy, names, siteUrl }: Props) => {
  const { receipt, proof, tender, header } = copy
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`Your bid for ${tender.reference}, lot ${receipt.lot}`}</title>
        {/* oxlint-disable-next-line react/no-danger -- a constant of this file */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <main>
          <h1>
            {tender.title}: the bid of {header.supplierName} for lot {receipt.lot}
          </h1>
          <dl>
            <Row name="Tender">
              {tender.reference}, version {receipt.tenderVersion}
            </Row>
            <Row name="Received">
              {formatInstantExact(receipt.submittedAt)} ({receipt.submittedAt.toISOString()})
            </Row>
            <Row name="State when this copy was made">{stateOfReceipt(receipt, formatInstantExact)}</Row>
            <Row name="Fingerprint (SHA-256)">
              <code>{receipt.fingerprint}</code>
            </Row>
            <Row name="Entry of the public log">
              {receipt.logNumber}, with the hash <code>{proof.entry?.hash ?? 'missing'}</code>
            </Row>
            <Row name="Opening">{proof.opened ? CHECK_WORDS[proof.opened] : 'Not opened.'}</Row>
          </dl>
          <h2>Answers, as they were sealed</h2>
          {header.answers.map((answer) => (
            <Answer copy={copy} names={names} answer={answer} />
          ))}
          <h2>What you said of your organisation</h2>
          <Organisation profile={header.profile} />
          <Check copy={copy} siteUrl={siteUrl} />
        </main>
      </body>
    </html>
  )
}
