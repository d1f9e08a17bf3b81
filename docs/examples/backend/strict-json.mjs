/** Reads JSON that means one thing. Throws where a key comes twice or is dangerous, or a text is half a character. */
export const strictJson = (text) => {
  const value = JSON.parse(text);
  const open = [];
  for (const [token, string, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    if (open.length > 8) throw new SyntaxError('It is too deep.');
    const said = string === undefined ? '' : JSON.parse(string);
    if (!said.isWellFormed()) throw new SyntaxError('It has half a character.');
    if (colon === undefined) continue;
    if (said === '__proto__' || open.at(-1).has(said))
      throw new SyntaxError(`"${said}" may not be there, or not twice.`);
    open.at(-1).add(said);
  }
  return value;
};

const isObject = (value, ...fields) =>
  typeof value === 'object' && value !== null && Object.keys(value).every((field) => fields.includes(field));
const isText = (value, length) => value === undefined || (typeof value === 'string' && value.length <= length);
const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
const isInstant = (value) => value === undefined || (isText(value, 30) && !Number.isNaN(Date.parse(value)));

const isItem = (item, uses) =>
  isObject(item, 'choice', 'value', 'seen', 'until', 'gpcAck', 'confirmed') &&
  uses.some(({ id }) => id === item.choice) &&
  ['on', 'off'].includes(item.value) &&
  (item.seen === undefined ||
    (isObject(item.seen, 'seq', 'notice') && isCount(item.seen.seq) && Number.isSafeInteger(item.seen.notice))) &&
  isInstant(item.until) &&
  [undefined, true].includes(item.gpcAck) &&
  [undefined, true].includes(item.confirmed);

/** Is it a command that can be judged: one to 200 of these uses, each once, and nothing that is not understood? */
export const isCommand = (body, uses) =>
  isObject(body, 'items', 'surface', 'customer', 'clientTime') &&
  Array.isArray(body.items) &&
  body.items.length > 0 &&
  body.items.length <= 200 &&
  body.items.every((item) => isItem(item, uses)) &&
  new Set(body.items.map((item) => item.choice)).size === body.items.length &&
  isText(body.surface, 80) &&
  isText(body.customer, 64) &&
  isInstant(body.clientTime);
