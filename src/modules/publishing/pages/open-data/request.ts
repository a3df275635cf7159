import { findOrganisationBySlug, type IdentityTables, listOrganisations, type Organisation } from '#identity'
import type { Reader } from '../../../../platform/database.ts'
import { NotFound } from '../../../../platform/errors.ts'
import type { PageRequest } from '../../../../platform/http/route.ts'
import { inReading } from '../../../../platform/reading.ts'
import { listPublishers, type Publisher } from '../../store/publishers.ts'
import type { PublishingTables } from '../../tables.ts'
import type { PackageFacts } from '../../writing/packages.ts'

type Ctx = PageRequest['ctx']
type Asked = { readonly ctx: Ctx }

/** Reads what is public as nobody, whoever asks: everybody sees the same. */
export const readPublic = <Result>(
  { ctx }: Asked,
  work: (db: Reader<PublishingTables>) => Promise<Result>,
): Promise<Result> => inReading({ ...ctx, actor: { kind: 'nobody' }, authorityId: null }, work)

export type NamedPublisher = Publisher & { readonly organisation: Organisation }

/** Authorities that publish, by name. */
export const readPublishers = async (db: Reader<PublishingTables>): Promise<NamedPublisher[]> => {
  const publishers = new Map((await listPublishers(db)).map((each) => [each.authorityId, each]))
  const organisations = await listOrganisations(db as unknown as Reader<IdentityTables>)
  return organisations.flatMap((organisation) => {
    const publisher = publishers.get(organisation.id)
    return publisher ? [{ ...publisher, organisation }] : []
  })
}

/** The authority that publishes under an address. Throws NotFound. */
export const publisherAt = async (db: Reader<PublishingTables>, slug: string): Promise<NamedPublisher> => {
  const organisation = await findOrganisationBySlug(db as unknown as Reader<IdentityTables>, slug)
  const publisher = (await listPublishers(db)).find(({ authorityId }) => authorityId === organisation?.id)
  if (!organisation || !publisher) throw new NotFound('Nobody publishes at this address.')
  return { ...publisher, organisation }
}

/** Whose data `?publisher=northmere-city-council` asks for: one authority's, or everybody's. */
export const logAsked = async (
  db: Reader<PublishingTables>,
  query: { readonly publisher?: string },
): Promise<NamedPublisher | null> => (query.publisher ? publisherAt(db, query.publisher) : null)

export const EXTENSION_PATH = '/open-data/ocds/extension/extension.json'

/** The head of a package: who publishes it, where it was fetched, and which extensions it uses. */
export const packageFacts = (
  { siteUrl }: Pick<Ctx, 'siteUrl'>,
  publisher: NamedPublisher | null,
  path: string,
  publishedAt: Date,
): PackageFacts => ({
  uri: `${siteUrl}${path}`,
  publisher: publisher
    ? {
        name: publisher.organisation.name,
        uid: publisher.orgId,
        uri: `${siteUrl}/public/${publisher.organisation.slug}`,
      }
    : { name: 'Goldthread', uri: siteUrl },
  publishedAt: publishedAt.toISOString(),
  extensions: [`${siteUrl}${EXTENSION_PATH}`],
  publicationPolicy: `${siteUrl}/open-data`,
})
