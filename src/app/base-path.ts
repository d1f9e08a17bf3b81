/**
 * The part of an address that names the brand: "/halden-row" in "/halden-row/data/purchases", nothing in
 * "/data/purchases". Both are the same page of the same brand; links keep the form in which the customer came.
 */
export function basePath(pathname: string, brand: string): string {
  return pathname === `/${brand}` || pathname.startsWith(`/${brand}/`) ? `/${brand}` : '/';
}

/** What is left of an address below the brand: "/data/purchases" in "/halden-row/data/purchases". */
export const belowBase = (pathname: string, brand: string): string =>
  pathname.slice(basePath(pathname, brand).replace(/^\/$/, '').length) || '/';
