import { SignInKey } from '#contract/sign-in.ts';
import type { AuthoredBrand } from './authored-brand.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** What each kind of key is made of. */
const made: Readonly<Record<string, string>> = {
  EdDSA: 'kty: OKP, crv: Ed25519 and x, of 43 characters',
  ES256: 'kty: EC, crv: P-256, x and y, of 43 characters each',
  RS256: 'kty: RSA, e, and n of 342 characters or more: 2048 bits are the least',
};

/** The parts of a JWK that must never leave the brand. */
const secrets = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'];

/** 342 characters hold 2048 bits only where the first bit is set. */
const isShort = (key: SignInKey): boolean => key.alg === 'RS256' && key.n.length === 342 && /^[A-Za-f]/.test(key.n);

/** What the schema of brand.yaml cannot say of the keys that tokens are signed with. */
export const checkSignIn = (file: YamlFile, say: (path: Path, message: string) => void): void => {
  const { signIn } = (file.value ?? {}) as Partial<AuthoredBrand>;
  const keys: readonly unknown[] = Array.isArray(signIn?.keys) ? signIn.keys : [];
  const named = new Set<unknown>();
  for (const [index, key] of keys.entries()) {
    if (typeof key !== 'object' || key === null) continue;
    const at: Path = ['signIn', 'keys', index];
    const { kid, alg } = key as Readonly<Record<string, unknown>>;
    const secret = secrets.find((part) => part in key);
    if (secret !== undefined) {
      const mend = 'Whoever has it can sign in as any customer: make a new key, and write its public half only.';
      say([...at, secret], `"${secret}" is of the private half of a key. ${mend}`);
      continue;
    }
    if (named.has(kid)) say([...at, 'kid'], `"${String(kid)}" is the name of two keys. Give each its own.`);
    named.add(kid);
    const parts = typeof alg === 'string' && Object.hasOwn(made, alg) ? made[alg] : undefined;
    const parsed = SignInKey.safeParse(key);
    if (parts !== undefined && (!parsed.success || isShort(parsed.data)))
      say([...at, 'alg'], `Entry ${index + 1} of "keys" is not a public ${String(alg)} key. It has ${parts}.`);
  }
};
