/** The pages behind the overview, by their addresses: what holds for one page holds for each of these. */
export const pages = [
  '/held',
  '/held/purchases',
  '/activity',
  '/concluded',
  '/benefits',
  '/both-ways/purchases.recommendations',
  '/yourself',
  '/safety',
  '/right-now',
] as const;
