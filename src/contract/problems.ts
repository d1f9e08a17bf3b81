/** Every way a call can fail, and its HTTP status. The code is the last part of the problem's `type`. */
export const problems = {
  malformed: 400,
  no_key: 400,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  notice_changed: 409,
  stale: 412,
  too_large: 413,
  key_reused: 422,
  unseen: 428,
  too_many: 429,
  internal: 500,
  busy: 503,
} as const;

export type ProblemCode = keyof typeof problems;
