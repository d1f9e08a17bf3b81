import { addWords } from '#i18n/i18n.ts';
import { latePart } from '#ui/late-part.tsx';
import { PageFailure } from '#ui/page-failure.tsx';

const page = latePart(async () => {
  const [{ RightNowPage }] = await Promise.all([import('./right-now-page.tsx'), addWords('right_now')]);
  return RightNowPage;
}, PageFailure);

/** Brings what the page is made of, and waits for it. */
export const rightNowReady = page.ready;

/** What a page can read of the browser that shows it. It takes no backend to tell. */
export const RightNowRoute = () => <page.Part />;
