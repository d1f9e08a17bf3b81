// The pages behind the first one: from the first page, loaded and quiet, a press on the way to another until that is
// operable. Each on a visit of its own, so that nothing is there yet but what the first page brings.
export async function screensOf(page, { open, settle, clickOn }) {
  if (!page.screens) {
    const { context, frame } = await open();
    const ms = await frame.evaluate(() => window.consentBench.toggleAt);
    await context.close();
    return [{ page: page.name, screen: null, ms }];
  }
  const runs = [];
  for (const screen of page.screens) {
    const session = await open();
    await settle(session);
    await session.frame.evaluate(() => window.consentBench.armScreen());
    await clickOn(session, `nav a[href="${screen}"]`);
    const ms = await session.frame.evaluate(() => window.consentBench.screen);
    await session.context.close();
    console.error(page.name, screen, `${ms.toFixed(0)} ms`);
    runs.push({ page: page.name, screen, ms });
  }
  return runs;
}

/** Medians, as ratios to the first toggle of the baseline, which is loaded cold on the same profile. */
export function screensTable(runs, baseline, median) {
  const of = (name, screen) => median(runs.filter((r) => r.page === name && r.screen === screen).map((r) => r.ms));
  const base = of(baseline, null);
  const screens = [...new Map(runs.filter((r) => r.screen).map((r) => [`${r.page} ${r.screen}`, r])).values()];
  return [
    '| page | screen | ms | ÷ first toggle of ' + baseline + ' |',
    '|---|---|--:|--:|',
    `| ${baseline} | first toggle | ${base.toFixed(0)} | 1.00 |`,
    ...screens.map(({ page, screen }) => {
      const ms = of(page, screen);
      return `| ${page} | ${screen} | ${ms.toFixed(0)} | ${(ms / base).toFixed(2)} |`;
    }),
  ].join('\n');
}
