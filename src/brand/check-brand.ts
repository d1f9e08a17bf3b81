import { languageFile } from './authoring.ts';
import type { AuthoredBrand } from './authored-brand.ts';
import { checkSignIn } from './check-sign-in.ts';
import { countryMend, isCountry } from './countries.ts';
import { nearest } from './did-you-mean.ts';
import type { Problem } from './problem.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** Does the platform know this name? Its own refusal is an exception. */
const known = (look: () => unknown): boolean => {
  try {
    look();
    return true;
  } catch {
    return false;
  }
};

const languageMend = (tag: string): string => {
  const [written] = known(() => Intl.getCanonicalLocales(tag)) ? Intl.getCanonicalLocales(tag) : [];
  return written ? `Write "${written}".` : 'Write a language tag, such as en-GB, fr or cy.';
};

/** What the schema of brand.yaml cannot say: that the languages have files, and that zones, currencies and places exist. */
export const checkBrand = (file: YamlFile, paths: readonly string[]): Problem[] => {
  // Parts whose shape is broken are not of the type they claim; each is looked at before it is used.
  const brand = file.value as Partial<AuthoredBrand> | undefined;
  const problems: Problem[] = [];
  const say = (path: Path, message: string): void => {
    problems.push({ file: file.name, line: file.lineOf(path), message });
  };

  const languages = Array.isArray(brand?.languages) ? brand.languages.map(String) : null;
  for (const [index, tag] of (languages ?? []).entries()) {
    const at = ['languages', index];
    if (!known(() => Intl.getCanonicalLocales(tag)) || Intl.getCanonicalLocales(tag)[0] !== tag)
      say(at, `"${tag}" is not how this language is written. ${languageMend(tag)}`);
    else if (languages?.indexOf(tag) !== index) say(at, `"${tag}" is listed twice. Keep one.`);
    else if (!paths.includes(languageFile(tag)))
      say(at, `There is no file for "${tag}". Add ${languageFile(tag)}, or take the language off the list.`);
  }
  if (languages) {
    for (const path of paths.filter((one) => one.startsWith('languages/'))) {
      const tag = path.slice('languages/'.length).replace(/\.ya?ml$/, '');
      if (!languages.includes(tag) || path !== languageFile(tag))
        problems.push({
          file: path,
          line: 1,
          message: path.endsWith('.yml')
            ? `The file ends in .yml. Name it ${languageFile(tag)}.`
            : `"${tag}" is not among the languages of brand.yaml. Add it there, or remove this file.`,
        });
    }
  }

  const zone = brand?.zone;
  if (typeof zone === 'string' && !known(() => new Intl.DateTimeFormat('en', { timeZone: zone }))) {
    const meant = nearest(zone, Intl.supportedValuesOf('timeZone'));
    say(
      ['zone'],
      `"${zone}" is not a time zone. ${meant ? `Did you mean "${meant}"?` : 'Write one such as Europe/London.'}`,
    );
  }
  const currency = brand?.currency;
  if (
    typeof currency === 'string' &&
    /^[A-Z]{3}$/.test(currency) &&
    !Intl.supportedValuesOf('currency').includes(currency)
  )
    say(['currency'], `"${currency}" is not a currency. Write three capital letters of ISO 4217, such as GBP or EUR.`);

  const places = Array.isArray(brand?.jurisdictions) ? brand.jurisdictions.map(String) : [];
  for (const [index, place] of places.entries()) {
    const [country = ''] = place.split('-');
    if (/^[A-Z]{2}$/.test(country) && !isCountry(country))
      say(['jurisdictions', index], `"${country}" is not a country. ${countryMend(country)}`);
  }
  checkSignIn(file, say);
  return problems;
};
