import type { PublishedNotice, Recipient, Use } from '#contract/notice.ts';
import type { Instant } from '#contract/primitives.ts';
import { startOfDay } from './days.ts';
import { isOptional, twoWay } from './options.ts';
import type { ChoiceTerms, NoticeTerms, Scope } from './terms.ts';

/** What decisions depend on in a published notice. Its day begins in the brand's time zone (IANA; UTC if left out). */
export function termsOf(published: PublishedNotice, zone = 'UTC'): NoticeTerms {
  const { notice, hash } = published;
  const recipients = new Map(notice.recipients.map((recipient) => [recipient.id, recipient]));
  const choices: Record<string, ChoiceTerms> = {};
  for (const category of notice.categories) {
    for (const use of category.uses) {
      if (isOptional(use)) choices[use.id] = choiceTerms(use, recipients);
    }
  }
  return {
    version: notice.version,
    hash,
    effectiveFrom: startOfDay(notice.effectiveFrom, zone),
    choices,
    material: notice.material,
  };
}

/** The notice with the highest version whose day has come; null while none has. */
export function noticeInForce(notices: readonly NoticeTerms[], now: Instant): NoticeTerms | null {
  const at = Date.parse(now);
  let found: NoticeTerms | null = null;
  for (const notice of notices) {
    if (Date.parse(notice.effectiveFrom) <= at && (!found || notice.version > found.version)) found = notice;
  }
  return found;
}

/** How far a use reaches, whether it is the customer's to decide or not. Throws for a recipient that is not described. */
export function scopeOf(use: Use, recipients: ReadonlyMap<string, Recipient>): Scope {
  const named = use.recipients.map((id) => {
    const recipient = recipients.get(id);
    if (!recipient) throw new Error(`Use "${use.id}" names recipient "${id}", which the notice does not describe.`);
    return recipient;
  });
  const forItself = named.filter((recipient) => recipient.role !== 'works_for_us').map((recipient) => recipient.id);
  return {
    purpose: use.purpose,
    basis: use.basis,
    items: use.items,
    recipients: use.recipients,
    forItself,
    countries: [...new Set(named.map((recipient) => recipient.country))],
    retention: use.retention,
    automated: use.automated !== null,
  };
}

function choiceTerms(use: Use, recipients: ReadonlyMap<string, Recipient>): ChoiceTerms {
  const scope = scopeOf(use, recipients);
  const runsUnasked = use.basis === 'legitimate_interest' || use.basis === 'opt_out';
  return {
    options: twoWay,
    initial: runsUnasked && scope.forItself.length === 0 ? 'on' : 'off',
    signals: use.signals,
    grant: use.grant,
    lasts: use.lasts,
    scope,
  };
}
