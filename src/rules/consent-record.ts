import type { Entry, RecordedItem } from '#contract/decisions.ts';
import type { Category, Notice, PublishedNotice, Use } from '#contract/notice.ts';
import type { Digest } from '#contract/primitives.ts';
import { CONTEXT, legalAct, processNode, recipientNode, rightsNode, statusNode, statusTerm } from './dpv-terms.ts';
import type { Node } from './dpv-terms.ts';

/** What the record of a decision is made from. */
export interface RecordSource {
  /** The address that stands for this brand at this backend; decisions are withdrawn there. */
  readonly issuer: string;
  /** The random id of this customer at this brand. */
  readonly subject: string;
  readonly entry: Entry;
  /** The notice that the entry names. */
  readonly notice: PublishedNotice;
  /** Where the law of the record is, ISO 3166-1 alpha-2; left out where not known. */
  readonly jurisdictions?: readonly string[];
}

interface Decided {
  readonly item: RecordedItem;
  readonly use: Use;
  readonly category: Category;
}

const PROFILE = 'https://w3id.org/dpv/schema/dpv-27560#';

/**
 * The record of a decision as ISO/IEC TS 27560:2023 wants it, in the terms of the W3C Data Privacy Vocabulary 2.3
 * (JSON-LD): one record for the items that share a legal act, a status and an end. Consent makes a consent record; an
 * objection (GDPR Art. 21) and an opt-out (CCPA §1798.120) make records of processing. Only applied items that the
 * notice describes are in it. Longer texts are in the notice, which is named by the hash of its content.
 */
export function consentReceipt(source: RecordSource): Node {
  const { issuer, entry } = source;
  const groups = Map.groupBy(decidedIn(source), ({ use, item }) =>
    [legalAct(use), use.basis, statusTerm(use, item, entry.by), item.until].join(' '),
  );
  const records = [...groups.values()].map((group, index) => recordNode(source, group, index + 1));
  const consents = records.some((one) => one['@type'] === 'dpv:ConsentRecord');
  return {
    '@context': CONTEXT,
    '@id': idOf(entry.hash),
    '@type': consents ? 'dpv:ConsentReceipt' : 'dpv:DataProcessingRecord',
    ...identifiers(entry.hash),
    ...(consents && { 'dct:conformsTo': `${PROFILE}receipt-eu-gdpr` }),
    'dct:created': entry.at,
    'dct:publisher': issuer,
    'schema:recipient': { '@id': 'dpv:DataSubject' },
    'dpv:hasRecordOfActivity': records,
  };
}

function recordNode(source: RecordSource, group: readonly Decided[], number: number): Node {
  const { issuer, subject, entry, jurisdictions } = source;
  const { notice, hash } = source.notice;
  const { controller, language } = notice;
  const act = group[0] ? legalAct(group[0].use) : 'consent';
  const named = new Set(group.flatMap(({ use }) => use.recipients));
  return {
    '@id': `${idOf(entry.hash)}#${number}`,
    '@type': act === 'consent' ? 'dpv:ConsentRecord' : 'dpv:DataProcessingRecord',
    ...identifiers(`${entry.hash}#${number}`),
    ...(act === 'consent' && { 'dct:conformsTo': `${PROFILE}record-eu-gdpr` }),
    'dct:language': language,
    'dpv:hasDataSubject': { '@type': 'dpv:DataSubject', ...identifiers(subject) },
    'dpv:hasDataController': {
      '@id': issuer,
      '@type': 'dpv:DataController',
      'dpv:hasName': controller.legalName,
      'dpv:hasAddress': controller.address,
      'dpv:hasContact': controller.email,
    },
    'dpv:hasAuthority': { '@id': controller.authority.url, 'dpv:hasName': controller.authority.name },
    ...(jurisdictions && { 'dpv:hasJurisdiction': jurisdictions.map((code) => ({ '@id': `loc:${code}` })) }),
    'dpv:hasNotice': [
      {
        '@id': idOf(hash),
        '@type': act === 'consent' ? 'dpv:ConsentNotice' : 'dpv:PrivacyNotice',
        ...identifiers(`${notice.brand}/${notice.version}`),
        'dct:date': notice.effectiveFrom,
        'dct:language': language,
      },
    ],
    'dpv:hasRecipient': notice.recipients.filter(({ id }) => named.has(id)).map((one) => recipientNode(one)),
    'dpv:hasProcess': group.map(({ use, category }) => processNode(use, category)),
    ...rightsNode(act, issuer),
    ...(group[0] && statusNode(group[0].use, group[0].item, entry.by, entry.at)),
  };
}

function decidedIn({ entry, notice }: RecordSource): Decided[] {
  return entry.items.flatMap((item) => {
    const found = item.outcome === 'applied' ? describedIn(notice.notice, item.choice) : null;
    return found ? [{ item, ...found }] : [];
  });
}

function describedIn({ categories }: Notice, choice: string): Omit<Decided, 'item'> | null {
  for (const category of categories) {
    const use = category.uses.find(({ id }) => id === choice);
    if (use) return { use, category };
  }
  return null;
}

/** The guide to the profile uses both, so both are given. */
function identifiers(id: string): Node {
  return { 'dct:identifier': id, 'dpv:hasIdentifier': id };
}

/** A name for content by its hash (RFC 6920). */
function idOf(hash: Digest): string {
  let bytes = '';
  for (let at = 0; at < hash.length; at += 2) bytes += String.fromCharCode(Number.parseInt(hash.slice(at, at + 2), 16));
  return `ni:///sha-256;${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}
