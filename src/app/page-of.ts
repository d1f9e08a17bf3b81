/** Which page an address shows: the overview keeps its place while its cards open, each receipt is a page of its own. */
export function pageOf(pathname: string): string {
  return pathname === '/' || pathname.startsWith('/data/') ? 'overview' : pathname;
}
