// Evenhand's entry: signs the demo customer in, and puts the switches that are pressed back to "on" before every visit,
// so that each run starts from the same record.
const client = { 'content-type': 'application/json', 'evenhand-client': 'web' };
let presses = 0;

/** Switches of categories with a single optional use: a press decides in both directions. */
export const press = ['payment', 'location', 'reviews'].map((category) => `#switch-${category}`);

/** Put back to "on" before a visit: the uses behind `press`, and those of the first switch on the page. */
const reset = ['payment.save', 'location.nearby', 'reviews.train', 'purchases.recommendations', 'purchases.offers'];

export async function prepare(context, url) {
  const origin = new URL(url).origin;
  const headers = { ...client, origin };
  const api = `${origin}/v1/halden-row`;
  const session = await context.request.post(`${api}/session`, { headers, data: { demo: 'maya' } });
  if (!session.ok()) throw new Error(`evenhand: no session, ${session.status()} ${await session.text()}`);
  const { choices, notice } = await (await context.request.get(`${api}/me/choices`)).json();
  const items = choices
    .filter(({ choice, effective }) => reset.includes(choice) && effective === 'off')
    .map(({ choice, seq }) => ({ choice, value: 'on', seen: { seq, notice: notice.version } }));
  if (items.length === 0) return;
  const key = `bench-${process.pid}-${Date.now()}-${(presses += 1)}`;
  const put = await context.request.post(`${api}/me/decisions`, {
    headers: { ...headers, 'idempotency-key': key },
    data: { items },
  });
  if (!put.ok()) throw new Error(`evenhand: could not reset, ${put.status()} ${await put.text()}`);
}
