/**
 * The purposes a use can have: terms of the W3C Data Privacy Vocabulary 2.3 (https://w3id.org/dpv#<term>), the part
 * that shops, banks, clinics and cities need. A term that is not here is not in a receipt either.
 */
export const purposes = ['RequestedServiceProvision'] as const;
