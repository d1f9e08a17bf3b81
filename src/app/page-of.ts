/** Which page an address shows: the overview keeps its place while its cards open, each other address is a page. */
export const pageOf = (pathname: string): string => (pathname.startsWith('/data/') ? '/' : pathname);
