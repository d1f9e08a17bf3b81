const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Every country code of ISO 3166-1 alpha-2. */
const countries = words(`
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
  CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
  GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
  KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
  MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
  SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
  UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`);

/** The United Kingdom and the European Economic Area: GDPR Art. 12 to 22 hold there. */
const lawArea = words(`
  GB AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK`);

/**
 * Countries that both the United Kingdom and the European Commission call adequate as a whole. The United States and
 * Canada are not here: what holds there holds for certain companies only, so the safeguard must be named.
 */
const adequate = words('AD AR CH FO GG IL IM JE JP KR NZ UY');

/** What people write for a country and what its code is. */
const mistaken: Readonly<Record<string, string>> = { UK: 'GB', EN: 'GB', EL: 'GR', SP: 'ES', JA: 'JP' };

export const isCountry = (code: string): boolean => countries.has(code);

export const isLawArea = (code: string): boolean => lawArea.has(code);

/** Does data that goes there leave the law's area, so that a safeguard must be told (GDPR Art. 13(1)(f))? */
export const needsSafeguard = (code: string): boolean => !lawArea.has(code) && !adequate.has(code);

/** The mend for a code that is no country. */
export const countryMend = (code: string): string => {
  const meant = mistaken[code];
  return meant ? `Did you mean "${meant}"?` : 'Write the two capital letters of ISO 3166, such as GB or IE.';
};
