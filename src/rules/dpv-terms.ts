import type { By } from '#contract/choices.ts';
import type { RecordedItem } from '#contract/decisions.ts';
import type { Category, Recipient, Source, Use } from '#contract/notice.ts';
import { constant } from './chain.ts';

/** A value of JSON-LD. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
/** A node of JSON-LD. */
export type Node = { readonly [key: string]: Json };

/** Written out, so that a kept receipt can be read without fetching anything. */
export const CONTEXT: Node = constant({
  dpv: 'https://w3id.org/dpv#',
  loc: 'https://w3id.org/dpv/loc#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  dct: 'http://purl.org/dc/terms/',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
});

const PROCESSING: Readonly<Record<Source, string>> = {
  given: 'dpv:Collect',
  observed: 'dpv:Observe',
  concluded: 'dpv:Infer',
  bought: 'dpv:Acquire',
};

const DATA_SOURCE: Readonly<Record<Source, string>> = {
  given: 'dpv:DataSubjectDataSource',
  observed: 'dpv:DataSubjectDataSource',
  concluded: 'dpv:DataControllerDataSource',
  bought: 'dpv:ThirdPartyDataSource',
};

const SWITCH = 'Switch in the privacy preference center';

const INDICATED: Readonly<Record<By, { readonly by: string; readonly how: string }>> = {
  customer: { by: 'dpv:DataSubject', how: SWITCH },
  gpc: { by: 'dpv:DataSubject', how: 'Global Privacy Control signal of the browser' },
  agent: { by: 'dpv:Agent', how: 'On behalf of the data subject' },
  guardian: { by: 'dpv:GuardianOfDataSubject', how: SWITCH },
  device: { by: 'dpv:DataSubject', how: `${SWITCH}, in a browser before signing in` },
};

/** What saying yes or no to a use is in law: giving or withdrawing consent, objecting, or opting out. */
export type LegalAct = 'consent' | 'objection' | 'opt_out';

/** The legal act of deciding on an optional use. */
export function legalAct(use: Pick<Use, 'basis'>): LegalAct {
  if (use.basis === 'legitimate_interest') return 'objection';
  return use.basis === 'opt_out' ? 'opt_out' : 'consent';
}

/** The status that a recorded item gives its use. */
export function statusTerm(use: Pick<Use, 'basis'>, item: RecordedItem, by: By): string {
  const off = item.value === 'off';
  const act = legalAct(use);
  if (act === 'objection') return off ? 'dpv:LegitimateInterestObjected' : 'dpv:LegitimateInterestNotObjected';
  if (act === 'opt_out') return off ? 'dpv:OptingOutFromProcess' : 'dpv:OptingInToProcess';
  const had = item.before !== null && item.before !== 'off';
  if (!off) return had ? 'dpv:RenewedConsentGiven' : 'dpv:ConsentGiven';
  if (!had) return 'dpv:ConsentRefused';
  return by === 'agent' ? 'dpv:ConsentRevoked' : 'dpv:ConsentWithdrawn';
}

/** The status with who indicated it, when, how and until when, under the property that its legal act has. */
export function statusNode(use: Pick<Use, 'basis'>, item: RecordedItem, by: By, at: string): Node {
  const act = legalAct(use);
  const term = statusTerm(use, item, by);
  const form = use.basis === 'explicit_consent' ? 'dpv:ExplicitlyExpressedConsent' : 'dpv:ExpressedConsent';
  const node = {
    '@type': act === 'consent' && item.value !== 'off' ? [term, form] : [term],
    'dpv:isIndicatedBy': INDICATED[by].by,
    'dpv:isIndicatedAtTime': at,
    'dpv:hasIndicationMethod': INDICATED[by].how,
    ...(item.until !== null && { 'dpv:hasDuration': { '@type': 'dpv:UntilTimeDuration', 'rdf:value': item.until } }),
  };
  if (act === 'consent') return { 'dpv:hasConsentStatus': [node] };
  return act === 'objection' ? { 'dpv:hasStatus': [node] } : { 'dpv:hasEntityInvolvement': [node] };
}

/** The rights that go with a legal act, the one that undoes it first with where it is exercised. */
export function rightsNode(act: LegalAct, exercisedAt: string): Node {
  const own = act === 'consent' ? ['eu-gdpr:A7-3'] : act === 'objection' ? ['eu-gdpr:A21'] : [];
  const always = ['eu-gdpr:A15', 'eu-gdpr:A16', 'eu-gdpr:A17', 'eu-gdpr:A18', 'eu-gdpr:A77'];
  return {
    ...(act === 'consent' && {
      'dpv:hasConsentControl': [{ '@type': 'dpv:WithdrawConsent', 'dpv:isExercisedAt': exercisedAt }],
    }),
    'dpv:hasRight': [
      { '@type': ['dpv:DataSubjectRight', ...own], 'dpv:isExercisedAt': exercisedAt },
      ...always.map((right) => ({ '@id': right })),
    ],
  };
}

const recipients = new WeakMap<Recipient, Node>();

/** A recipient: who works for the brand is a processor, everybody else a third party. Made once, as a notice's parts are. */
export function recipientNode(recipient: Recipient): Node {
  const { id, name, role, country } = recipient;
  const made =
    recipients.get(recipient) ??
    constant({
      '@id': `_:${id}`,
      '@type': role === 'works_for_us' ? 'dpv:DataProcessor' : 'dpv:ThirdParty',
      'dpv:hasName': name,
      'dpv:hasCountry': { '@id': `loc:${country}` },
    });
  recipients.set(recipient, made);
  return made;
}

const processes = new WeakMap<Category, WeakMap<Use, Node>>();

/** A use as a process: purpose, data, recipients, legal basis, retention. Made once, as a notice's parts are. */
export function processNode(use: Use, category: Category): Node {
  const ofCategory = processes.get(category) ?? new WeakMap<Use, Node>();
  processes.set(category, ofCategory);
  const made = ofCategory.get(use) ?? constant(newProcessNode(use, category));
  ofCategory.set(use, made);
  return made;
}

function newProcessNode(use: Use, category: Category): Node {
  const basis: readonly string[] =
    use.basis === 'consent'
      ? ['eu-gdpr:A6-1-a']
      : use.basis === 'explicit_consent'
        ? ['eu-gdpr:A6-1-a-explicit-consent', ...(category.sensitive ? ['eu-gdpr:A9-2-a'] : [])]
        : use.basis === 'legitimate_interest'
          ? ['eu-gdpr:A6-1-f']
          : [];
  const processing = [PROCESSING[category.source], 'dpv:Use', ...(use.recipients.length > 0 ? ['dpv:Share'] : [])];
  return {
    '@type': 'dpv:Process',
    'dct:identifier': use.id,
    'dct:title': use.name,
    'dpv:hasPurpose': [{ '@type': 'dpv:Purpose', 'skos:broader': { '@id': `dpv:${use.purpose}` } }],
    'dpv:hasPersonalData': use.items.map((id) => ({
      '@type': category.sensitive ? 'dpv:SensitivePersonalData' : 'dpv:PersonalData',
      'dct:identifier': `${category.id}.${id}`,
      'dct:title': category.items.find((item) => item.id === id)?.name ?? id,
      'dpv:hasNecessity': { '@id': 'dpv:Optional' },
    })),
    'dpv:hasProcessing': processing.map((term) => ({ '@id': term })),
    'dpv:hasDataSource': { '@id': DATA_SOURCE[category.source] },
    'dpv:hasRecipient': use.recipients.map((id) => ({ '@id': `_:${id}` })),
    ...(basis.length > 0 && { 'dpv:hasLegalBasis': basis.map((term) => ({ '@id': term })) }),
    'dct:description': use.basisText,
    'dpv:hasStorageCondition': [
      { '@type': 'dpv:StorageDuration', 'dpv:hasDuration': use.retention },
      { '@type': 'dpv:StorageLocation', 'dct:description': category.storedIn },
    ],
  };
}
