import { openShop } from './shop.ts';

// A shop in a process of its own, for a page in a test: prints where its proxy is, and the cookie of one customer.
const shop = await openShop();
console.log(JSON.stringify({ origin: shop.proxy.origin, cookie: shop.proxy.signIn('maya') }));
