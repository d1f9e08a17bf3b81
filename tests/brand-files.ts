const words = `intro: See what we hold, and decide.
sources:
  given: { title: You gave it, text: What you typed. }
  observed: { title: We noticed it, text: What you did. }
  concluded: { title: We concluded it, text: What we made of it. }
  bought: { title: We bought it, text: What others sold us. }
bases:
  contract: Our contract with you.
  legal_obligation: The law asks for it.
  consent: Only if you say yes.
  legitimate_interest: On unless you object.
  opt_out: On until you opt out.
  explicit_consent: Only if you say yes in words.
rights:
  access: { title: See it, text: Ask for a copy. }
  correct: { title: Correct it, text: Tell us what is wrong. }
  delete: { title: Delete it, text: Ask us to delete it. }
  restrict: { title: Hold it back, text: Ask us to only keep it. }
  object: { title: Object, text: Tell us to stop. }
  export: { title: Take it along, text: Get a file. }
  complain: { title: Complain, text: Write to the authority. }
  withdraw: { title: Change your mind, text: Turn it off here. }
  human_review: { title: Ask for a person, text: A person looks again. }
recipients:
  parcelly: { name: Parcelly, does: delivers parcels }
  adreach: { name: Adreach, does: counts visits, safeguard: They are certified. }
  panelcorp: { name: Panelcorp, does: sells lists }
categories:
  orders:
    name: Orders
    what: Every order.
    retention: 6 years, then deleted.
    storedIn: In Ireland.
    held: "{count, plural, one {# order} other {# orders}} since {oldest}. Latest: {latest}. {order_count} {note}"
    heldNone: Nothing yet.
    items:
      order: Your orders
      note: Your notes
    uses:
      deliver:
        name: Deliver
        why: To bring it.
        benefit: It reaches you.
        whenOff: We cannot deliver.
      taxes:
        name: Keep accounts
        why: To pay taxes.
        law: The VAT Act asks for six years.
        benefit: None for you.
        whenOff: We would break the law.
      picks:
        name: Pick things
        why: To show what fits.
        benefit: A shortlist.
        whenOff: You see bestsellers.
        got: { message: "{amount, number, money} since {since, date, month}", none: Nothing yet., how: We add it up. }
        automated: { logic: We compare orders., effects: You see other things. }
      trends:
        name: Count visits
        why: To mend pages.
        interest: We want pages that work.
        benefit: Pages that work.
        whenOff: We count without you.
      sale:
        name: Sell lists
        why: To earn money.
        benefit: None for you.
        whenOff: We leave you out.
  sight:
    name: Eyesight
    what: Your prescription.
    retention: 2 years.
    storedIn: In Ireland.
    held: "{eyes}"
    heldNone: Nothing yet.
    items: { eyes: Your prescription }
    uses:
      lenses:
        name: Fit lenses
        why: To fit lenses.
        benefit: Lenses that fit.
        whenOff: You type it each time.
        statement: You may use my prescription to fit lenses.
about:
  events:
    orders.deliver: "Order {order} left on {day, date}."
    orders.taxes: "We booked {amount, number, money}."
    orders.picks: "We picked {things, plural, one {# thing} other {# things}}."
    orders.trends: We counted.
    orders.sale: We sold a list.
    sight.lenses: We fitted lenses.
  portrait:
    orders: "You ordered {order_count, plural, one {once} other {# times}}."
    sight: "You see by {eyes}."
  questions:
    rooms: { question: Which rooms?, why: To show them., changes: They come first., options: { bath: Bath, hall: Hall } }
    spend: { question: How much?, why: To show it., changes: It comes first., scale: { low: Little, high: Much } }
    strength: { question: Which strength?, why: To fit lenses., changes: Lenses that fit. }
  safety:
    all: { where: In Ireland., readers: Two of us., measures: [It is locked.] }
    sight: { where: In Ireland., readers: One of us., measures: [It is locked twice.] }
  incidents:
    open_door: { what: A door stood open., done: We shut it. }
`;

/** The smallest brand that has one of everything, for tests that make one mistake in it. */
export const brandFiles: Readonly<Record<string, string>> = {
  'brand.yaml': `# yaml-language-server: $schema=../schema/brand.schema.json
id: plain-shop
name: Plain Shop
controller:
  legalName: Plain Shop Ltd
  address: 1 High Street, Leeds LS1 1AA, United Kingdom
  email: privacy@plainshop.example
  dataProtectionOfficer: { name: Ana Field, email: dpo@plainshop.example }
  authority: { name: Information Commissioner, url: https://ico.org.uk/ }
languages: [en-GB, cy]
zone: Europe/London
currency: GBP
jurisdictions: [GB]
demo: { personas: [maya, noor] }
frameAncestors: [https://www.plainshop.example]
`,
  'notice.yaml': `version: 3
effectiveFrom: 2026-11-01
material: [orders.picks]
rights: [access, correct, delete, restrict, object, export, complain, withdraw, human_review]
recipients:
  - { id: parcelly, role: works_for_us, country: GB }
  - { id: adreach, role: for_itself, country: US, copyAt: https://www.plainshop.example/safeguards }
  - { id: panelcorp, role: pays_for_it, country: IE }
categories:
  - id: orders
    source: given
    retention: 6 years
    items:
      - { id: order, uses: [deliver, taxes, picks, trends], required: by_contract }
      - { id: note, uses: [picks, sale], required: optional }
    uses:
      - id: deliver
        purpose: DeliveryOfGoods
        basis: contract
        recipients: [parcelly]
        retention: 6 years
      - id: taxes
        purpose: LegalCompliance
        basis: legal_obligation
        retention: 6 years
      - id: picks
        purpose: ProvideProductRecommendations
        basis: consent
        retention: 24 months
        whenOff: { collection: continues, holding: kept, until: 1 year }
        lasts: 2 years
        counting: pick_ordered
        automated: true
      - id: trends
        purpose: ServiceUsageAnalytics
        basis: legitimate_interest
        recipients: [adreach]
        retention: 90 days
        whenOff: { collection: continues, holding: kept }
      - id: sale
        purpose: SellDataToThirdParties
        basis: opt_out
        recipients: [panelcorp]
        retention: 4 weeks
        whenOff: { collection: stops, holding: deleted, until: 30 days }
        signals: [sale]
  - id: sight
    source: given
    passive: true
    sensitive: true
    retention: 2 years
    items:
      - { id: eyes, uses: [lenses], required: optional }
    uses:
      - id: lenses
        purpose: ServicePersonalisation
        basis: explicit_consent
        retention: 2 years
        whenOff: { collection: stops, holding: deleted }
`,
  'about.yaml': `backups: 30 days
visits: orders.note
conclusions: { held: orders.note, forbidden: orders.order }
correctable:
  - { item: orders.note, kind: text }
  - { item: sight.eyes, kind: option, options: [weak, strong] }
events:
  orders.deliver: { order: text, day: date }
  orders.taxes: { amount: money }
  orders.picks: { things: number }
  orders.trends: {}
  orders.sale: {}
  sight.lenses: {}
questions:
  - { id: rooms, kind: multiple, item: orders.note, uses: [orders.picks], options: [bath, hall], lasts: 12 months }
  - { id: spend, kind: scale, item: orders.note, uses: [orders.picks], scale: { min: 1, max: 5 }, lasts: 1 year }
  - { id: strength, kind: size, item: sight.eyes, uses: [sight.lenses], options: ['1', '2'], lasts: 2 years }
safety:
  - { asOf: 2026-10-01 }
  - { category: sight, asOf: 2026-10-02 }
incidents:
  - { id: open_door, from: 2026-01-02, to: 2026-01-03, found: 2026-01-03, told: 2026-01-04, categories: [sight] }
`,
  'languages/en-GB.yaml': words,
  'languages/cy.yaml': words,
  'theme.yaml': `accent: "#005b82"
tint: "#f7f2ea"
font: Inter
radius: 8
density: comfortable
`,
  'logo.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z" fill="#123"/></svg>`,
};

/** The files with `from` replaced by `to` in one of them. `from` must stand there exactly once. */
export const withChange = (file: string, from: string, to: string): Record<string, string> => {
  const text = brandFiles[file] ?? '';
  if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand exactly once in ${file}.`);
  return { ...brandFiles, [file]: text.replace(from, () => to) };
};
