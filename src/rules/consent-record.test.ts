import { describe, expect, test } from 'vitest';
import type { By } from '#contract/choices.ts';
import type { RecordedItem } from '#contract/decisions.ts';
import { consentReceipt } from './consent-record.ts';
import { exampleCategory, exampleNotice, exampleUse, publish } from './example-notice.ts';

/** The terms of DPV 2.3, and of its GDPR extension, that a receipt uses: each is in the vocabulary's own list. */
const VOCABULARY = new Set(
  (
    'dpv:Acquire dpv:Agent dpv:Collect dpv:ConsentGiven dpv:ConsentNotice dpv:ConsentReceipt dpv:ConsentRecord ' +
    'dpv:ConsentRefused dpv:ConsentRevoked dpv:ConsentWithdrawn dpv:DataController dpv:DataControllerDataSource ' +
    'dpv:DataProcessingRecord dpv:DataProcessor dpv:DataSubject dpv:DataSubjectDataSource dpv:DataSubjectRight ' +
    'dpv:ExplicitlyExpressedConsent dpv:ExpressedConsent dpv:GuardianOfDataSubject dpv:Infer ' +
    'dpv:LegitimateInterestNotObjected dpv:LegitimateInterestObjected dpv:Observe dpv:Optional ' +
    'dpv:OptingInToProcess dpv:OptingOutFromProcess dpv:PersonalData dpv:PrivacyNotice dpv:Process ' +
    'dpv:ProvideProductRecommendations dpv:Purpose dpv:RenewedConsentGiven dpv:SensitivePersonalData dpv:Share ' +
    'dpv:StorageDuration dpv:StorageLocation dpv:ThirdParty dpv:ThirdPartyDataSource dpv:UntilTimeDuration dpv:Use ' +
    'dpv:WithdrawConsent dpv:hasAddress dpv:hasAuthority dpv:hasConsentControl dpv:hasConsentStatus dpv:hasContact ' +
    'dpv:hasCountry dpv:hasDataController dpv:hasDataSource dpv:hasDataSubject dpv:hasDuration ' +
    'dpv:hasEntityInvolvement dpv:hasIdentifier dpv:hasIndicationMethod dpv:hasJurisdiction dpv:hasLegalBasis ' +
    'dpv:hasName dpv:hasNecessity dpv:hasNotice dpv:hasPersonalData dpv:hasProcess dpv:hasProcessing dpv:hasPurpose ' +
    'dpv:hasRecipient dpv:hasRecordOfActivity dpv:hasRight dpv:hasStatus dpv:hasStorageCondition dpv:isExercisedAt ' +
    'dpv:isIndicatedAtTime dpv:isIndicatedBy eu-gdpr:A15 eu-gdpr:A16 eu-gdpr:A17 eu-gdpr:A18 eu-gdpr:A21 ' +
    'eu-gdpr:A6-1-a eu-gdpr:A6-1-a-explicit-consent eu-gdpr:A6-1-f eu-gdpr:A7-3 eu-gdpr:A77 eu-gdpr:A9-2-a'
  ).split(' '),
);

const notice = publish(
  exampleNotice([
    exampleCategory('purchases', [
      exampleUse('purchases.picks', { recipients: ['parcelly'] }),
      exampleUse('purchases.offers'),
      exampleUse('purchases.fraud', { basis: 'legitimate_interest' }),
      exampleUse('purchases.sold', { basis: 'opt_out', recipients: ['adly'] }),
    ]),
    exampleCategory('body', [exampleUse('body.sizes', { basis: 'explicit_consent' })], {
      sensitive: true,
      source: 'bought',
    }),
  ]),
);

const recorded = (choice: string, value: string, more: Partial<RecordedItem> = {}): RecordedItem => ({
  choice,
  value,
  outcome: 'applied',
  before: null,
  seq: 1,
  until: null,
  gpcAck: false,
  ...more,
});

const receiptOf = (items: RecordedItem[], by: By = 'customer') =>
  consentReceipt({
    issuer: 'https://privacy.example.com',
    subject: 'subject-1',
    entry: {
      seq: 1,
      at: '2026-06-01T12:00:00.000Z',
      by,
      notice: { version: 1, hash: notice.hash },
      items,
      raced: false,
      hash: '00'.repeat(31) + 'ff',
    },
    notice,
    jurisdictions: ['GB', 'IE'],
  });

interface Loose {
  readonly [key: string]: readonly Loose[];
}
const records = (items: RecordedItem[], by?: By) =>
  receiptOf(items, by)['dpv:hasRecordOfActivity'] as unknown as readonly Loose[];

describe('the record inside a receipt', () => {
  test('says who, what, why, on which notice, with whom and for how long (TS 27560, GDPR profile)', () => {
    const receipt = receiptOf([recorded('purchases.picks', 'on', { until: '2027-01-01T00:00:00.000Z' })]);
    expect(receipt).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr',
      'dct:created': '2026-06-01T12:00:00.000Z',
      'dpv:hasRecordOfActivity': [
        {
          '@type': 'dpv:ConsentRecord',
          'dct:conformsTo': 'https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr',
          'dct:language': 'en-GB',
          'dpv:hasDataSubject': { 'dct:identifier': 'subject-1', 'dpv:hasIdentifier': 'subject-1' },
          'dpv:hasDataController': { 'dpv:hasName': 'Halden and Row Ltd', 'dpv:hasContact': 'privacy@example.com' },
          'dpv:hasJurisdiction': [{ '@id': 'loc:GB' }, { '@id': 'loc:IE' }],
          'dpv:hasNotice': [{ '@type': 'dpv:ConsentNotice', 'dct:identifier': 'halden-row/1' }],
          'dpv:hasRecipient': [{ '@id': '_:parcelly', '@type': 'dpv:DataProcessor', 'dpv:hasName': 'Parcelly' }],
          'dpv:hasProcess': [
            {
              'dct:identifier': 'purchases.picks',
              'dpv:hasPurpose': [{ 'skos:broader': { '@id': 'dpv:ProvideProductRecommendations' } }],
              'dpv:hasPersonalData': [{ 'dct:identifier': 'purchases.order_line' }],
              'dpv:hasRecipient': [{ '@id': '_:parcelly' }],
              'dpv:hasLegalBasis': [{ '@id': 'eu-gdpr:A6-1-a' }],
              'dpv:hasStorageCondition': [{ 'dpv:hasDuration': 'P2Y' }, { 'dct:description': 'Dublin, Ireland' }],
            },
          ],
          'dpv:hasConsentControl': [
            { '@type': 'dpv:WithdrawConsent', 'dpv:isExercisedAt': 'https://privacy.example.com' },
          ],
          'dpv:hasConsentStatus': [
            {
              '@type': ['dpv:ConsentGiven', 'dpv:ExpressedConsent'],
              'dpv:isIndicatedBy': 'dpv:DataSubject',
              'dpv:isIndicatedAtTime': '2026-06-01T12:00:00.000Z',
              'dpv:hasDuration': { '@type': 'dpv:UntilTimeDuration', 'rdf:value': '2027-01-01T00:00:00.000Z' },
            },
          ],
        },
      ],
    });
  });

  test('names an entry and a notice by the hash of their content (RFC 6920)', () => {
    const receipt = receiptOf([recorded('purchases.picks', 'on')]);
    expect(receipt['@id']).toBe(`ni:///sha-256;${Buffer.from('00'.repeat(31) + 'ff', 'hex').toString('base64url')}`);
    const noticeId = `ni:///sha-256;${Buffer.from(notice.hash, 'hex').toString('base64url')}`;
    expect(records([recorded('purchases.picks', 'on')])).toMatchObject([{ 'dpv:hasNotice': [{ '@id': noticeId }] }]);
  });

  test.each<[string, string, string | null, By, string]>([
    ['on', 'purchases.picks', null, 'customer', 'dpv:ConsentGiven'],
    ['on', 'purchases.picks', 'off', 'customer', 'dpv:ConsentGiven'],
    ['on', 'purchases.picks', 'on', 'customer', 'dpv:RenewedConsentGiven'],
    ['off', 'purchases.picks', null, 'customer', 'dpv:ConsentRefused'],
    ['off', 'purchases.picks', 'off', 'customer', 'dpv:ConsentRefused'],
    ['off', 'purchases.picks', 'on', 'customer', 'dpv:ConsentWithdrawn'],
    ['off', 'purchases.picks', 'on', 'guardian', 'dpv:ConsentWithdrawn'],
    ['off', 'purchases.picks', 'on', 'agent', 'dpv:ConsentRevoked'],
    ['off', 'purchases.picks', 'on', 'device', 'dpv:ConsentWithdrawn'],
    ['off', 'purchases.picks', null, 'device', 'dpv:ConsentRefused'],
    ['on', 'body.sizes', null, 'customer', 'dpv:ConsentGiven dpv:ExplicitlyExpressedConsent'],
    ['off', 'purchases.fraud', null, 'customer', 'dpv:LegitimateInterestObjected'],
    ['on', 'purchases.fraud', 'off', 'customer', 'dpv:LegitimateInterestNotObjected'],
    ['off', 'purchases.sold', null, 'gpc', 'dpv:OptingOutFromProcess'],
    ['on', 'purchases.sold', 'off', 'customer', 'dpv:OptingInToProcess'],
  ])('%s for %s, before %s, by %s is %s', (value, choice, before, by, term) => {
    expect(JSON.stringify(records([recorded(choice, value, { before })], by))).toContain(
      term
        .split(' ')
        .map((one) => `"${one}"`)
        .join(','),
    );
  });

  test('calls an objection and an opt-out what they are, and no consent', () => {
    const receipt = receiptOf([recorded('purchases.fraud', 'off'), recorded('purchases.sold', 'off')]);
    expect(receipt['@type']).toBe('dpv:DataProcessingRecord');
    expect(JSON.stringify(receipt)).not.toMatch(/Consent(Record|Receipt|Notice|Status|Control|Given|Refused)|27560#/);
    expect(JSON.stringify(receipt)).toContain('eu-gdpr:A21');
  });

  test('has one record for what shares an act, a status and an end, and another for what does not', () => {
    const items = [
      recorded('purchases.picks', 'off'),
      recorded('purchases.offers', 'off'),
      recorded('purchases.fraud', 'off'),
      recorded('body.sizes', 'off', { before: 'on' }),
    ];
    expect(records(items).map((one) => one['dpv:hasProcess']?.map((process) => process['dct:identifier']))).toEqual([
      ['purchases.picks', 'purchases.offers'],
      ['purchases.fraud'],
      ['body.sizes'],
    ]);
  });

  test('tells of nothing that was not applied or is not in the notice', () => {
    const stale = recorded('purchases.offers', 'on', { outcome: 'stale' });
    expect(records([recorded('purchases.picks', 'off'), stale, recorded('old.gone', 'off')])).toHaveLength(1);
  });

  test.each<By>(['customer', 'gpc', 'agent', 'guardian', 'device'])(
    'uses no term that the vocabulary does not have (%s)',
    (by) => {
      const all = ['purchases.picks', 'purchases.fraud', 'purchases.sold', 'body.sizes'];
      const some = ['off', 'on'].flatMap((value) =>
        [null, 'on'].map((before) =>
          receiptOf(
            all.map((choice) => recorded(choice, value, { before })),
            by,
          ),
        ),
      );
      const used = JSON.stringify(some).match(/"(dpv|eu-gdpr):[A-Za-z0-9-]+"/g) ?? [];
      expect(used.length).toBeGreaterThan(50);
      expect(used.map((term) => term.slice(1, -1)).filter((term) => !VOCABULARY.has(term))).toEqual([]);
    },
  );
});
