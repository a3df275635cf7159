import { contractPath } from './paths.ts'

export const CONTRACT_PARTS = {
  home: ['', 'Promises and deliveries'],
  supplier: ['/supplier', 'Supplier'],
  indicators: ['/indicators', 'Indicators'],
  reviews: ['/reviews', 'Reviews and changes'],
  history: ['/history', 'History'],
} as const
export type ContractPart = keyof typeof CONTRACT_PARTS

/** The parts of a contract, each a page of its own. */
export const ContractNav = ({ id, here }: { readonly id: string; readonly here: ContractPart }) => (
  <nav aria-label="Parts of this contract" class="gt-parts">
    <ul class="govuk-list">
      {(Object.keys(CONTRACT_PARTS) as ContractPart[]).map((part) => {
        const [end, text] = CONTRACT_PARTS[part]
        return (
          <li>
            {part === here ? (
              <strong aria-current="page">{text}</strong>
            ) : (
              <a href={`${contractPath(id)}${end}`}>{text}</a>
            )}
          </li>
        )
      })}
    </ul>
  </nav>
)
