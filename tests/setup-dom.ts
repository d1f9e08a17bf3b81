import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What a person could read says more about a missing part than ten thousand lines of markup.
const readable = (): string =>
  document
    .querySelector('main')
    ?.innerText.replace(/\n{2,}/g, '\n')
    .slice(0, 4000) ?? '';
configure({
  asyncUtilTimeout: 8000,
  getElementError: (message) => new Error(`${message ?? 'Not found.'}\n\nThe page says:\n${readable()}`),
});

afterEach(cleanup);
