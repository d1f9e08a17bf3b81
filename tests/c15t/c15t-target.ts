import type { Backend } from '#backend/port.ts';
import { Excused } from '#tests/conformance/excused.ts';
import type { Browser, Open } from '#tests/conformance/target.ts';
import { openShop, untilConfirmed } from './shop.ts';

/** A browser of the shop. Customers sign in at the proxy, and what was sent is confirmed as the app confirms it. */
export const openC15tTarget: Open = async () => {
  const shop = await openShop();
  const browser = (): Browser => {
    const device = shop.device();
    const backend: Backend = {
      ...device.backend,
      decide: (input) => untilConfirmed(device.backend, input),
      async openSession({ demo }) {
        if (demo === undefined || !demo.startsWith('fresh-')) throw new Excused('the shop has no such customer');
        device.cookie = shop.proxy.signIn(demo);
        // The first thing that a page does, and so the moment at which a browser's signal is heeded.
        await device.backend.getChoices({});
        return { customer: { name: '' }, expiresAt: new Date(Date.now() + 86_400_000).toISOString() };
      },
    };
    return {
      at(brand) {
        if (brand !== 'test-brand') throw new Excused('a page over c15t is of one brand');
        return backend;
      },
      get gpc() {
        return device.gpc;
      },
      set gpc(gpc) {
        device.gpc = gpc;
      },
    };
  };
  return {
    abilities: [],
    origin: null,
    browser,
    publish: () => Promise.reject(new Excused('its notices are files of the page')),
    close: shop.stop,
  };
};
