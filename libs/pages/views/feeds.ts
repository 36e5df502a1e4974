import { html, trusted } from '#libs/platform/index.js';
import { type PostingFacts, isPlace, schemaTypes } from './job-posting.js';
import { placesOf, salaryOf } from './posting-facts.js';

/** An open posting with its text as HTML. */
export type FeedPosting = PostingFacts & { readonly descriptionHtml: string };

interface FeedOrganization {
  readonly name: string;
  readonly about: string;
  /** Of its careers page. */
  readonly url: string;
}

/** What XML 1.0 has no place for (§2.2). */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const PROLOGUE = trusted('<?xml version="1.0" encoding="UTF-8"?>\n');

/** RSS 2.0, newest first, as readers and job boards take it. https://www.rssboard.org/rss-specification */
export function rssFeed(organization: FeedOrganization, postings: readonly FeedPosting[]): string {
  const items = postings.map(
    (posting) => html`<item>
<title>${posting.title}</title>
<link>${organization.url}/${posting.slug}</link>
<guid isPermaLink="false">${posting.id}</guid>
<pubDate>${posting.openedAt.toUTCString()}</pubDate>${posting.category ? html`\n<category>${posting.category}</category>` : null}
<description>${posting.descriptionHtml}</description>
</item>
`,
  );
  return xml(
    html`${PROLOGUE}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${`Careers at ${organization.name}`}</title>
<link>${organization.url}</link>
<atom:link href="${organization.url}/feed.xml" rel="self" type="application/rss+xml"/>
<description>${organization.about || `Open postings of ${organization.name}`}</description>
<language>en</language>
<ttl>60</ttl>
${items}</channel>
</rss>
`.markup,
  );
}

const JOB_TYPES: Readonly<Record<string, string>> = {
  FULL_TIME: 'fulltime',
  PART_TIME: 'parttime',
  CONTRACTOR: 'contract',
  TEMPORARY: 'temporary',
  INTERN: 'internship',
  VOLUNTEER: 'volunteer',
};

/** The feed that Indeed and those who took over its form read: one `job` a posting, an element left empty where the document says nothing. */
export function indeedFeed(organization: FeedOrganization, postings: readonly FeedPosting[], now: Date): string {
  const jobs = postings.map((posting) => {
    const isCode = (place: string) => /^[A-Z]{2}$/.test(place);
    const city = posting.locations.find((place) => !isCode(place) && isPlace(place)) ?? '';
    const country = posting.locations.find(isCode) ?? posting.residence.find(isCode) ?? '';
    return html`<job>
<title>${posting.title}</title>
<date>${posting.openedAt.toUTCString()}</date>
<referencenumber>${posting.id}</referencenumber>
<url>${organization.url}/${posting.slug}</url>
<company>${organization.name}</company>
<city>${city}</city>
<state></state>
<country>${country}</country>
<location>${placesOf(posting)}</location>
<description>${posting.descriptionHtml}</description>
<salary>${salaryOf(posting.salary) ?? ''}</salary>
<jobtype>${schemaTypes(posting.employmentTypes)
      .map((type) => JOB_TYPES[type])
      .join(', ')}</jobtype>
<category>${posting.category ?? ''}</category>
<remotetype>${posting.remote === true ? 'Fully remote' : ''}</remotetype>
</job>
`;
  });
  return xml(
    html`${PROLOGUE}<source>
<publisher>${organization.name}</publisher>
<publisherurl>${organization.url}</publisherurl>
<lastBuildDate>${now.toUTCString()}</lastBuildDate>
${jobs}</source>
`.markup,
  );
}

function xml(markup: string): string {
  return markup.replaceAll(NOT_XML, '').replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
