type Props = { readonly reason: string; readonly wayOn: { readonly href: string; readonly text: string } }

/** What a link of a letter shows once it leads nowhere. */
export const DeadLinkView = ({ reason, wayOn }: Props) => (
  <>
    <h1>This link no longer works</h1>
    <p>{reason}</p>
    <p>
      <a href={wayOn.href}>{wayOn.text}</a>
    </p>
  </>
)
