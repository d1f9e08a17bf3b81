import type { Page } from '@playwright/test';

/** What the keyboard is on, and whether somebody who looks can tell. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { top, bottom, left, right, height } = element.getBoundingClientRect();
    const marks = [null, '::before', '::after'].map((part) => getComputedStyle(element, part));
    const middle = document.elementFromPoint(
      (left + right) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    );
    return {
      what: `${element.tagName.toLowerCase()} ${element.id || element.textContent?.slice(0, 40)}`,
      inView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      uncovered: middle !== null && (element.contains(middle) || middle.contains(element)),
      marked: marks.some((mark) => mark.outlineStyle !== 'none' && Number.parseFloat(mark.outlineWidth) >= 2),
      height,
    };
  });
