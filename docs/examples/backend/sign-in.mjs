import { createPublicKey, verify } from 'node:crypto';

const read = (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));

/**
 * Reads sign-in tokens that the brand signed with Ed25519; null where anything about one is wrong. The algorithm is
 * pinned here, and never taken from the token.
 */
export const tokenReader = (jwk, issuer, audience) => {
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return (token) => {
    try {
      const [head, body, signature, ...rest] = token.split('.');
      if (rest.length > 0 || read(head).alg !== 'EdDSA') return null;
      if (!verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))) return null;
      const { iss, aud, sub, jti, exp, iat } = read(body);
      const now = Date.now() / 1000;
      const young = exp > now && iat <= now + 5 && exp - iat <= 120;
      const named = typeof sub === 'string' && sub !== '' && typeof jti === 'string' && jti !== '';
      return iss === issuer && aud === audience && young && named ? { sub, jti } : null;
    } catch {
      return null;
    }
  };
};
