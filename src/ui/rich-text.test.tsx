import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RichText } from './rich-text.tsx';

test('marked words are bold, and nothing else becomes markup', () => {
  const { container } = render(
    <RichText text={'You got <b>£41.20</b> & <img src=x onerror="alert(1)"> <i>more</i>.'} />,
  );
  expect([...container.querySelectorAll('*')].map((element) => element.outerHTML)).toEqual(['<b>£41.20</b>']);
  expect(container.textContent).toBe('You got £41.20 & <img src=x onerror="alert(1)"> <i>more</i>.');
});

test('a mark that does not end is shown as it stands', () => {
  const { container } = render(<RichText text="<b>open" />);
  expect(container.textContent).toBe('<b>open');
});
