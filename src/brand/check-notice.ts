import type { AuthoredNotice, AuthoredRecipient } from './authored-notice.ts';
import { checkIncentive } from './check-incentive.ts';
import { checkUse } from './check-use.ts';
import { countryMend, isCountry, isLawArea, needsSafeguard } from './countries.ts';
import { didYouMean } from './did-you-mean.ts';
import { idsOf, sayRepeated, type CategoryPart, type NoticeParts, type Part, type Say } from './notice-parts.ts';
import type { Problem } from './problem.ts';
import type { Path, YamlFile } from './yaml-file.ts';
import { isOptional } from '#rules/options.ts';

const sayTwice = (what: string, parts: readonly Part<{ id: string }>[], say: Say): void => {
  for (const [index, { value, at }] of parts.entries())
    if (parts.findIndex((one) => one.value.id === value.id) !== index)
      say([...at, 'id'], `There is another ${what} "${value.id}" above. Give this one an id of its own.`);
};

const checkRecipient = ({ value, at, sound }: Part<AuthoredRecipient>, used: boolean, say: Say): void => {
  if (!used) say([...at, 'id'], `No use names recipient "${value.id}". Name it in a use, or remove it.`);
  if (!sound) return;
  if (!isCountry(value.country))
    say([...at, 'country'], `"${value.country}" is not a country. ${countryMend(value.country)}`);
  else if (needsSafeguard(value.country) && value.copyAt === undefined)
    say(
      [...at, 'country'],
      `Data that goes to recipient "${value.id}" in ${value.country} leaves the law’s area. Add copyAt here, and "safeguard" to its words.`,
    );
};

const checkItem = ({ value, at, sound }: CategoryPart['items'][number], category: CategoryPart, say: Say): void => {
  if (['count', 'oldest', 'newest', 'latest'].includes(value.id))
    say([...at, 'id'], `"${value.id}" is taken by a value of the held message. Give the item another id.`);
  if (!sound) return;
  const uses = idsOf(category.uses);
  sayRepeated(value.reads ?? [], [...at, 'reads'], say);
  sayRepeated(value.uses, [...at, 'uses'], say);
  for (const [index, id] of value.uses.entries())
    if (!uses.includes(id))
      say(
        [...at, 'uses', index],
        `item "${value.id}" names use "${id}", which category "${category.value.id}" has not. ${didYouMean(id, uses)}`,
      );
};

/** The rights that must be told (GDPR Art. 13(2)(b) to (d) and 22(3)), for this notice and these customers. */
const rightsOwed = (parts: NoticeParts, jurisdictions: readonly string[]): string[] => {
  if (!jurisdictions.some((place) => isLawArea(place.split('-')[0] ?? ''))) return [];
  const uses = parts.categories.flatMap((category) => category.uses.filter((use) => use.sound).map((use) => use.value));
  const asks = uses.some((use) => use.basis === 'consent' || use.basis === 'explicit_consent');
  const decides = uses.some((use) => use.automated);
  const always = ['access', 'correct', 'delete', 'restrict', 'object', 'export', 'complain'];
  return [...always, ...(asks ? ['withdraw'] : []), ...(decides ? ['human_review'] : [])];
};

/** Everything in notice.yaml that a schema cannot see: what names what, what the law asks for, what would be untrue. */
export const checkNotice = (
  file: YamlFile,
  parts: NoticeParts,
  broken: readonly Path[],
  jurisdictions: readonly string[],
): Problem[] => {
  const notice = file.value as Partial<AuthoredNotice> | undefined;
  const problems: Problem[] = [];
  const say: Say = (path, message) => problems.push({ file: file.name, line: file.lineOf(path), message });

  const uses = parts.categories.flatMap((category) => category.uses);
  const named = new Set(uses.flatMap((use) => (use.sound ? (use.value.recipients ?? []) : [])));
  const known = parts.recipients.map((recipient) => recipient.value.id);
  // While a use names somebody unknown, nobody can be called unused.
  const settled = uses.every((use) => use.sound) && [...named].every((id) => known.includes(id));
  sayTwice('recipient', parts.recipients, say);
  sayTwice('category', parts.categories, say);
  for (const recipient of parts.recipients) checkRecipient(recipient, named.has(recipient.value.id) || !settled, say);

  const counted = new Map<string, string>();
  for (const category of parts.categories) {
    sayTwice('item', category.items, say);
    sayTwice('use', category.uses, say);
    for (const item of category.items) checkItem(item, category, say);
    for (const use of category.uses) {
      checkUse(use, category, parts.recipients, say);
      if (use.sound) checkIncentive(use, idsOf(parts.categories), jurisdictions, say);
      const rule = use.sound ? use.value.counting : undefined;
      if (rule === undefined) continue;
      const name = `${category.value.id}.${use.value.id}`;
      const first = counted.get(rule);
      if (first === undefined) counted.set(rule, name);
      else
        say(
          [...use.at, 'counting'],
          `"${rule}" is counted by use "${first}" already, and a benefit is counted once. Remove it here or there.`,
        );
    }
  }

  const rights = Array.isArray(notice?.rights) ? notice.rights.map(String) : null;
  sayRepeated(rights ?? [], ['rights'], say);
  for (const id of rights ? rightsOwed(parts, jurisdictions) : [])
    if (!rights?.includes(id))
      say(['rights'], `The law gives the right "${id}", and the list leaves it out. Add ${id}.`);

  const optional = parts.categories.flatMap((category) =>
    category.uses
      .filter((use) => !use.sound || isOptional(use.value))
      .map((use) => `${category.value.id}.${use.value.id}`),
  );
  const material = broken.some(([first]) => first === 'material') ? [] : (notice?.material ?? []);
  sayRepeated(material, ['material'], say);
  for (const [index, id] of material.entries())
    if (!optional.includes(id))
      say(['material', index], `"${id}" is no use with a switch. ${didYouMean(id, optional)}`);
  return problems;
};
