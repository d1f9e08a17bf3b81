// What was measured, as tables, and as ratios beside the targets.
export const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];

/** The median of a figure over the rounds; undefined where it was not measured. */
const figure = (rows, key, wanted) => {
  const found = rows.filter((row) => Object.entries(wanted).every(([name, value]) => row[name] === value));
  return found.length === 0 ? undefined : median(found.map((row) => row[key]));
};

const groups = (rows) => [
  ...new Map(
    rows.map(({ what, server, connections }) => [`${what} ${connections} ${server}`, { what, server, connections }]),
  ).values(),
];

const fixed = (value, digits) => (value === undefined ? '-' : value.toFixed(digits));

export function printTables(rows) {
  console.log(
    '| what | server | connections | a second | p50 ms | p99 ms | p99 ÷ p50 | server’s CPU µs each | errors |\n' +
      '|---|---|--:|--:|--:|--:|--:|--:|--:|',
  );
  for (const wanted of groups(rows)) {
    const [rate, p50, p99, cpu, errors] = ['rate', 'p50', 'p99', 'cpu', 'errors'].map((key) =>
      figure(rows, key, wanted),
    );
    const cells = [
      fixed(rate, 0),
      fixed(p50, 2),
      fixed(p99, 2),
      fixed(p99 / p50, 1),
      cpu ? fixed(cpu, 0) : '-',
      errors,
    ];
    console.log(`| ${[wanted.what, wanted.server, wanted.connections, ...cells].join(' | ')} |`);
  }
}

/** Every target of the backend: two figures of this run, their ratio, and what it must be. */
export function printTargets(rows, { most, filled }) {
  const decisions = (server) => figure(rows, 'rate', { what: 'decisions', server, connections: most });
  const own = ['evenhand-postgres', 'evenhand-sqlite'];
  const targets = [
    [
      `decisions on Postgres ÷ node-insert, ${most} connections`,
      decisions(own[0]),
      decisions('node-insert'),
      '≥ 0.30 (aim 0.50)',
      0.3,
    ],
    [
      `decisions on Postgres ÷ c15t-indexed, ${most} connections`,
      decisions(own[0]),
      decisions('c15t-indexed'),
      '≥ 5',
      5,
    ],
    [
      `decisions on SQLite ÷ node-insert-sqlite, ${most} connections`,
      decisions(own[1]),
      decisions('node-insert-sqlite'),
      '≥ 0.50',
      0.5,
    ],
    ...own.map((server) => [
      `reads ÷ decisions, ${server}, ${most} connections`,
      figure(rows, 'rate', { what: 'reads', server }),
      decisions(server),
      '≥ 5',
      5,
    ]),
    ...own.map((server) => [
      `p99 ÷ p50 at half load, ${server}`,
      figure(rows, 'p99', { what: 'half load', server }),
      figure(rows, 'p50', { what: 'half load', server }),
      '≤ 5',
      -5,
    ]),
    ...own.map((server) => [
      `decisions at ${filled || '10^6'} entries ÷ empty, ${server}`,
      figure(rows, 'rate', { what: 'filled', server: `${server} at ${filled}` }),
      figure(rows, 'rate', { what: 'filled', server }),
      '≥ 0.90',
      0.9,
    ]),
  ];
  console.log('\n| target | measured | ratio | wanted | met |\n|---|--:|--:|--:|---|');
  for (const [name, one, other, wanted, limit] of targets) {
    if (one === undefined || other === undefined) {
      console.log(`| ${name} | - | not measured | ${wanted} | - |`);
      continue;
    }
    const ratio = one / other;
    const met = limit < 0 ? ratio <= -limit : ratio >= limit;
    const digits = Math.max(one, other) < 1000 ? 2 : 0;
    console.log(
      `| ${name} | ${fixed(one, digits)} ÷ ${fixed(other, digits)} | ${fixed(ratio, 2)} | ${wanted} | ${met ? 'yes' : 'no'} |`,
    );
  }
}
