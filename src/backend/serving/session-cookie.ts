import type { Caller } from '#backend/port.ts';

/** The cookie that carries a session's secret. With `secure`, give it a name that begins with "__Host-". */
export interface CookieSettings {
  readonly name: string;
  readonly secure: boolean;
}

/** A caller's session as it arrives and leaves in cookies; `setCookie` is null while nothing was written. */
export interface CookieSession {
  readonly session: Caller['session'];
  readonly setCookie: () => string | null;
}

const valueOf = (header: string | null, name: string): string | null => {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
};

/** Lax, so that a customer who follows a link from the brand's site or an e-mail stays signed in. */
export const cookieSession = (request: Request, { name, secure }: CookieSettings): CookieSession => {
  let written: string | null = null;
  return {
    session: {
      read: () => valueOf(request.headers.get('cookie'), name),
      write(token, expiresAt) {
        const expires = new Date(token === null ? 0 : (expiresAt ?? 0)).toUTCString();
        const attributes = ['Path=/', 'HttpOnly', 'SameSite=Lax', `Expires=${expires}`, ...(secure ? ['Secure'] : [])];
        written = [`${name}=${token ?? ''}`, ...attributes].join('; ');
      },
    },
    setCookie: () => written,
  };
};
