import { expect, test } from 'vitest';
import { readIntent } from './kept.ts';

test.each([null, '', 'nonsense', 'null', '[]', '{"version":2,"key":"k","items":[]}', '{"version":1,"items":[]}'])(
  'what is no kept click of this version is none: %s',
  (text) => {
    expect(readIntent(text)).toBeNull();
  },
);
