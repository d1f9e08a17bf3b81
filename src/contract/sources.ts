/** Who a kind of data can come from, in the order a page shows them. */
export const sources = ['given', 'observed', 'concluded', 'bought'] as const;
