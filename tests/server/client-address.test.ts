import { describe, expect, test } from 'vitest';
import { addressPrefix, isLoopback } from '#server/client-address.ts';

describe('the prefix of an address', () => {
  test.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:12:3400::9', '2001:0db8:0012::/48'],
    ['2001:DB8::1', '2001:0db8:0000::/48'],
    ['::1', '0000:0000:0000::/48'],
    ['fe80::1%eth0', 'fe80:0000:0000::/48'],
  ])('of %s names a network and no household: %s', (address, prefix) => {
    expect(addressPrefix(address)).toBe(prefix);
  });

  test.each(['', 'unknown', '192.0.2', '<script>'])('of %j is nothing', (address) => {
    expect(addressPrefix(address)).toBeNull();
  });
});

describe('loopback', () => {
  test.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1', 'localhost'])('%s is this machine', (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  test.each(['0.0.0.0', '::', '10.0.0.1', '127.example.com', 'localhost.example.com', '1127.0.0.1'])(
    '%s is not',
    (address) => {
      expect(isLoopback(address)).toBe(false);
    },
  );
});
