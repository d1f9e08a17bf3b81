import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BackendError, type Backend } from '#backend/port.ts';
import { choiceOf, newKey, refusal, refusalCode, seenNow } from '#tests/conformance/room.ts';
import { openShop, untilConfirmed, type Shop } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.stop());

const PICKS = 'purchases.recommendations';
const INSIGHT = 'purchases.insight';

const on = async (backend: Backend, choice: string) => [{ choice, value: 'on', seen: await seenNow(backend, choice) }];
const off = (choice: string) => [{ choice, value: 'off' }];
const decide = (backend: Backend, items: Parameters<Backend['decide']>[0]['items']) =>
  untilConfirmed(backend, { key: newKey(), items });

/** What a brand's own scripts are told: the newest record, as c15t has it. */
const scriptsSee = async (subject: string) => {
  const answer = await fetch(`${shop.c15t}/subjects/${subject}`);
  const { consents } = (await answer.json()) as { consents: { givenAt: string; preferences?: object }[] };
  return { consents, newest: consents.toSorted((a, b) => a.givenAt.localeCompare(b.givenAt)).at(-1)?.preferences };
};

test('it promises nothing that nobody knows of a c15t: neither what it can do nor how well it keeps', async () => {
  const { brand: _face, ...promised } = await shop.device('ann').backend.getCapabilities({});
  expect(promised).toEqual({
    durability: 'unknown',
    receipts: null,
    idempotency: false,
    versions: false,
    history: false,
    overview: false,
    browserSubject: false,
    noticeChanges: false,
  });
});

describe('a decision', () => {
  test('is sent first, and confirmed by a read when the same key comes again', async () => {
    const { backend } = shop.device('ann');
    const command = { key: newKey(), items: await on(backend, PICKS) };
    expect(await refusalCode(backend.decide(command))).toBe('sent');
    const { entry, receipt } = await backend.decide(command);
    expect(entry).toMatchObject({ seq: 1, by: 'customer', items: [{ choice: PICKS, outcome: 'applied', seq: 1 }] });
    expect(receipt).toBe('');
    expect(await choiceOf(backend, PICKS)).toMatchObject({ effective: 'on', why: 'customer', seq: 1 });
  });

  test('leaves every other choice as it was, though a record of c15t is the whole state', async () => {
    const { backend } = shop.device('ann');
    await decide(backend, await on(backend, PICKS));
    await decide(backend, off(INSIGHT));
    const { choices } = await backend.getChoices({});
    const held = Object.fromEntries(choices.map((one) => [one.choice, [one.effective, one.why, one.seq]]));
    expect(held).toMatchObject({ [PICKS]: ['on', 'customer', 1], [INSIGHT]: ['off', 'customer', 2] });
    expect(held['purchases.partners']).toEqual(['off', 'default', 0]);
  });

  test('that refuses, or objects to what runs unasked, is there for who reads it, on every device', async () => {
    await decide(shop.device('ann').backend, [...off(PICKS), ...off(INSIGHT), ...off('browsing.ads')]);
    const { choices } = await shop.device('ann').backend.getChoices({});
    const refused = choices.filter((one) => one.decided?.value === 'off' && one.effective === 'off');
    expect(refused.map((one) => one.choice)).toEqual([PICKS, INSIGHT, 'browsing.ads']);
    expect((await shop.device('bob').backend.getChoices({})).choices.every((one) => one.decided === null)).toBe(true);
  });

  test('is refused where the choice moved since it was on screen, and nothing is sent', async () => {
    const { backend } = shop.device('ann');
    const items = await on(backend, PICKS);
    await decide(shop.device('ann').backend, off(PICKS));
    const { code, current } = await refusal(backend.decide({ key: newKey(), items }));
    expect([code, current[0]?.effective]).toEqual(['stale', 'off']);
    expect((await backend.getChoices({})).seq).toBe(1);
  });
});

describe('two devices at once', () => {
  test('a withdrawal that another record ran over is put back by who ran over it', async () => {
    const [phone, desktop] = [shop.device('ann'), shop.device('ann')];
    desktop.ahead = 60_000;
    await decide(phone.backend, await on(phone.backend, PICKS));
    const command = { key: newKey(), items: await on(desktop.backend, 'purchases.partners') };
    // While the desktop's record, in which the picks are on, is on its way, the phone turns them off.
    desktop.between = async (send, { method }) => {
      if (method === 'POST') await decide(phone.backend, off(PICKS));
      return send();
    };
    await refusalCode(desktop.backend.decide(command));
    desktop.between = null;
    const { entry } = await untilConfirmed(desktop.backend, command);
    expect(entry.items).toMatchObject([{ choice: 'purchases.partners', outcome: 'applied' }]);
    for (const { backend } of [phone, desktop]) {
      expect((await choiceOf(backend, PICKS)).effective).toBe('off');
      expect((await choiceOf(backend, 'purchases.partners')).effective).toBe('on');
    }
  });

  test('a grant that another record ran over is asked again, and is off since then', async () => {
    const [phone, desktop] = [shop.device('ann'), shop.device('ann')];
    phone.ahead = 60_000;
    const command = { key: newKey(), items: await on(desktop.backend, PICKS) };
    desktop.between = async (send, { method }) => {
      if (method === 'POST') await decide(phone.backend, off(INSIGHT));
      return send();
    };
    expect(await refusalCode(desktop.backend.decide(command))).toBe('sent');
    desktop.between = null;
    const { code, current } = await refusal(untilConfirmed(desktop.backend, command));
    expect([code, current[0]?.effective, current[0]?.seq]).toEqual(['stale', 'off', 2]);
    expect(Date.parse(current[0]?.since ?? '')).toBeGreaterThan(Date.now());
    expect((await choiceOf(phone.backend, INSIGHT)).effective).toBe('off');
  });

  test.for([
    ['whoever is later by their clock: the phone', 60_000, 0],
    ['whoever is later by their clock: the desktop', 0, 60_000],
    ['also in the same moment', 0, 0],
  ] as const)('of a grant and a withdrawal of one choice the withdrawal wins, %s', async ([, phones, desktops]) => {
    const [phone, desktop] = [shop.device('ann'), shop.device('ann')];
    phone.ahead = phones;
    desktop.ahead = desktops;
    const command = { key: newKey(), items: await on(desktop.backend, PICKS) };
    desktop.between = async (send, { method }) => {
      if (method === 'POST') await decide(phone.backend, off(PICKS));
      return send();
    };
    expect(await refusalCode(desktop.backend.decide(command))).toBe('sent');
    desktop.between = null;
    const error = await refusal(untilConfirmed(desktop.backend, command));
    expect([error.code, error.current[0]?.effective]).toEqual(['stale', 'off']);
    expect((await choiceOf(phone.backend, PICKS)).effective).toBe('off');
  });

  test('a withdrawal that c15t took for one it had is sent anew, with a later time', async () => {
    const { backend } = shop.device('ann');
    const [phone, desktop] = [shop.device('ann'), shop.device('ann')];
    let phones = 0;
    phone.between = (send, { method, body }) => {
      if (method === 'POST') phones = body.givenAt;
      return send();
    };
    const command = { key: newKey(), items: off(INSIGHT) };
    let swapped = false;
    desktop.between = async (send, { method, body }) => {
      if (method !== 'POST' || swapped) return send();
      swapped = true;
      // The phone writes first, and in the very millisecond.
      await decide(phone.backend, await on(phone.backend, PICKS));
      return send({ ...body, givenAt: phones });
    };
    expect(await refusalCode(desktop.backend.decide(command))).toBe('sent');
    expect((await choiceOf(backend, INSIGHT)).effective).toBe('on');
    expect((await untilConfirmed(desktop.backend, command)).entry.items[0]?.outcome).toBe('applied');
    expect((await choiceOf(backend, INSIGHT)).effective).toBe('off');
    expect((await choiceOf(backend, PICKS)).effective).toBe('on');
  });
});

describe('the way there', () => {
  test('an answer that is lost is settled by the same key, and stored once', async () => {
    const device = shop.device('ann');
    const command = { key: newKey(), items: off(INSIGHT) };
    device.between = async (send, { method }) => {
      const answer = await send();
      if (method === 'POST') throw new TypeError('the connection was cut');
      return answer;
    };
    expect(await refusalCode(device.backend.decide(command))).toBe('offline');
    device.between = null;
    expect((await untilConfirmed(device.backend, command)).entry.seq).toBe(1);
    expect((await device.backend.getChoices({})).seq).toBe(1);
  });

  test('a request that is lost goes again as the very same record', async () => {
    const device = shop.device('ann');
    const command = { key: newKey(), items: off(INSIGHT) };
    const bodies: unknown[] = [];
    device.between = async (send, { method, body }) => {
      if (method !== 'POST') return send();
      bodies.push({ ...body, policySnapshotToken: '' });
      if (bodies.length === 1) throw new TypeError('the connection was cut');
      return send();
    };
    expect(await refusalCode(device.backend.decide(command))).toBe('offline');
    await untilConfirmed(device.backend, command);
    expect(bodies[1]).toEqual(bodies[0]);
  });

  test('a policy token that c15t no longer takes is fetched anew, and the same record goes again', async () => {
    const device = shop.device('ann');
    const posted: { givenAt: number; status: number }[] = [];
    device.between = async (send, { url, method, body }) => {
      const answer = await send();
      if (url.endsWith('/init') && posted.length === 0) {
        const { policySnapshotToken: _, ...rest } = (await answer.json()) as Record<string, unknown>;
        return Response.json({ ...rest, policySnapshotToken: 'ended.long.ago' });
      }
      if (method === 'POST') {
        posted.push({ givenAt: body.givenAt, status: answer.status });
      }
      return answer;
    };
    await decide(device.backend, off(INSIGHT));
    expect(posted.map((one) => one.status)).toEqual([409, 200]);
    expect(new Set(posted.map((one) => one.givenAt)).size).toBe(1);
  });

  test('a policy token that really ended is fetched anew', async () => {
    const short = await openShop(0);
    const device = short.device('ann');
    const statuses: number[] = [];
    device.between = async (send, { method }) => {
      const answer = await send();
      if (method === 'POST') statuses.push(answer.status);
      return answer;
    };
    const error = await refusal(device.backend.decide({ key: newKey(), items: off(INSIGHT) }));
    await short.stop();
    expect([statuses, error.code]).toEqual([[409, 409], 'bad_answer']);
  });

  test.for<[string, () => Response, string]>([
    ['a page of HTML', () => new Response('<p>Hello</p>', { headers: { 'Content-Type': 'text/html' } }), 'bad_answer'],
    ['half of it', () => new Response('{"consents":[{"giv'), 'bad_answer'],
    ['no list', () => Response.json({ consents: {} }), 'bad_answer'],
    ['a record without a time', () => Response.json({ consents: [{ preferences: {} }] }), 'bad_answer'],
    ['a 404 of somebody else', () => new Response('nothing', { status: 404 }), 'bad_answer'],
    ['a list that is nobody’s', () => Response.json({ consents: [] }), 'bad_answer'],
    ['503', () => new Response('', { status: 503 }), 'busy'],
    ['an error of c15t', () => Response.json({ code: 'INTERNAL_SERVER_ERROR' }, { status: 500 }), 'busy'],
    ['401', () => Response.json({}, { status: 401 }), 'signed_out'],
  ])('F5: never takes for what is stored: %s', async ([, answer, code]) => {
    const device = shop.device('ann');
    device.between = async () => answer();
    expect(await refusalCode(device.backend.getChoices({}))).toBe(code);
    expect(await refusalCode(device.backend.decide({ key: newKey(), items: off(INSIGHT) }))).toBe(code);
  });

  test('F5: a 200 that says nothing of a record is not taken for one', async () => {
    const device = shop.device('ann');
    device.between = async (send, { method }) => (method === 'POST' ? Response.json({ ok: true }) : send());
    expect(await refusalCode(device.backend.decide({ key: newKey(), items: off(INSIGHT) }))).toBe('bad_answer');
  });

  test('F5: a 200 for which nothing was stored never confirms a grant: the customer is asked', async () => {
    const device = shop.device('ann');
    const command = { key: newKey(), items: await on(device.backend, PICKS) };
    let posts = 0;
    device.between = async (send, { method }) => {
      if (method !== 'POST') return send();
      posts += 1;
      return Response.json({ consentId: 'cns_x', givenAt: new Date().toISOString() });
    };
    expect(await refusalCode(untilConfirmed(device.backend, command))).toBe('stale');
    expect(posts).toBe(1);
  });

  test('a server that is down is "offline" for who asks the proxy’s address, and "busy" behind it', async () => {
    const { backend } = shop.device('ann');
    await shop.stop();
    expect(await refusalCode(backend.getChoices({}))).toBe('offline');
    shop = await openShop();
    const device = shop.device('ann');
    device.between = async () => new Response('', { status: 502 });
    expect(await refusalCode(device.backend.getChoices({}))).toBe('busy');
  });
});

describe('the proxy', () => {
  test('lets nobody name a subject or see one', async () => {
    const [ann, bob] = [shop.device('ann'), shop.device('bob')];
    const seen: string[] = [];
    ann.between = async (send, { method, body }) => {
      const answer = await (method === 'POST' ? send({ ...body, subjectId: shop.proxy.subjectOf('bob') }) : send());
      seen.push(await answer.clone().text());
      return answer;
    };
    await decide(ann.backend, off(INSIGHT));
    expect(seen.join('')).not.toMatch(/sub_/);
    expect((await choiceOf(ann.backend, INSIGHT)).effective).toBe('off');
    expect((await choiceOf(bob.backend, INSIGHT)).effective).toBe('on');
    expect((await ann.backend.getChoices({})).customer).not.toBe((await bob.backend.getChoices({})).customer);
  });

  test('stores nothing that was pressed on the page of another customer, and ends a session', async () => {
    const device = shop.device('ann');
    const { customer } = await device.backend.getChoices({});
    device.cookie = shop.proxy.signIn('bob');
    const press = { key: newKey(), items: off(INSIGHT), customer: customer ?? '' };
    expect(await refusalCode(device.backend.decide(press))).toBe('signed_out');
    await device.backend.closeSession({});
    expect(await refusalCode(device.backend.getChoices({}))).toBe('signed_out');
  });

  test('lets no other site write', async () => {
    const { cookie } = shop.device('ann');
    const headers = { 'Content-Type': 'application/json', Cookie: cookie, Origin: 'https://evil.example' };
    const answer = await fetch(`${shop.proxy.origin}/api/c15t/subjects`, { method: 'POST', headers, body: '{}' });
    expect(answer.status).toBe(403);
  });
});

test('what a brand’s scripts ask c15t for is true there and nowhere else, and no: says why it is not', async () => {
  const device = shop.device('ann');
  await decide(device.backend, [...(await on(device.backend, PICKS)), ...off(INSIGHT)]);
  let subject = '';
  device.between = async (send, { url }) => {
    if (url.includes('/subjects/me')) subject = url;
    return send();
  };
  await device.backend.getChoices({});
  expect(subject).toBe('/api/c15t/subjects/me?type=cookie_banner');
  const { newest } = await scriptsSee(shop.proxy.subjectOf('ann'));
  expect(newest).toEqual({
    [PICKS]: true,
    [`no:${INSIGHT}`]: true,
    [`did:${PICKS}`]: true,
    [`did:${INSIGHT}`]: true,
    'notice:1': true,
  });
});

test('a signal of the browser is on record once, and outweighs a grant made without knowing of it', async () => {
  const device = shop.device('ann');
  await decide(device.backend, await on(device.backend, 'browsing.offers'));
  device.gpc = true;
  expect(await choiceOf(device.backend, 'browsing.offers')).toMatchObject({ effective: 'off', why: 'gpc' });
  await device.backend.getChoices({});
  expect((await device.backend.getChoices({})).seq).toBe(2);
  const quiet = shop.device('ann');
  expect(await choiceOf(quiet.backend, 'browsing.ads')).toMatchObject({ effective: 'off', why: 'gpc' });
  const items = (await on(device.backend, 'browsing.ads')).map((item) => ({ ...item, gpcAck: true as const }));
  await decide(device.backend, items);
  expect(await choiceOf(device.backend, 'browsing.ads')).toMatchObject({ effective: 'on', decided: { gpcAck: true } });
});

test('a wish when a grant shall end is refused, for c15t cannot keep it', async () => {
  const { backend } = shop.device('ann');
  const items = (await on(backend, PICKS)).map((item) => ({ ...item, until: '2031-01-01T00:00:00.000Z' }));
  const error = await refusal(backend.decide({ key: newKey(), items }));
  expect(error).toBeInstanceOf(BackendError);
  expect(error.code).toBe('malformed');
});
