import * as z from 'zod/mini';
import { BrandFace, Capabilities, ReceiptKey } from './capabilities.ts';
import { ChoiceState, Choices, Decided } from './choices.ts';
import type { Call } from './call.ts';
import { contract } from './contract.ts';
import { DecisionAnswer, DecisionItem, DecisionPage, Entry, Receipt, RecordedItem } from './decisions.ts';
import { CategoryChange, ChangeFact, NoticeChanges, UseChange } from './notice-changes.ts';
import { Category, Item, Notice, NoticeRef, PublishedNotice, Recipient, Use } from './notice.ts';
import { CategoryOverview, Held, Overview } from './overview.ts';
import { problemTitles } from './problem-titles.ts';
import { Problem } from './problem.ts';
import { problems, type ProblemCode } from './problems.ts';
import { OpenSession, Session } from './session.ts';

type Json = Record<string, unknown>;

const shared = z.registry<{ id: string }>();
const named = {
  BrandFace,
  Capabilities,
  Category,
  CategoryChange,
  CategoryOverview,
  ChangeFact,
  ChoiceState,
  Choices,
  Decided,
  DecisionAnswer,
  DecisionItem,
  DecisionPage,
  Entry,
  Held,
  Item,
  Notice,
  NoticeChanges,
  NoticeRef,
  OpenSession,
  Overview,
  Problem,
  PublishedNotice,
  Receipt,
  ReceiptKey,
  RecordedItem,
  Recipient,
  Session,
  Use,
  UseChange,
};
for (const [id, schema] of Object.entries(named)) shared.add(schema, { id });

/** JSON Schema of a zod schema, its shared parts moved into `schemas` and referred to there. */
const schemaOf = (schema: z.ZodMiniType, io: 'input' | 'output', schemas: Json): Json => {
  const text = JSON.stringify(z.toJSONSchema(schema, { io, metadata: shared, reused: 'inline' }));
  const { $schema: _, $defs = {}, ...own } = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
  for (const [id, { id: __, ...definition }] of Object.entries($defs as Record<string, Json>))
    schemas[id] ??= definition;
  if (typeof own['id'] !== 'string') return own;
  const { id, ...definition } = own;
  schemas[id] ??= definition;
  return { $ref: `#/components/schemas/${id}` };
};

/** What a call can answer besides what it lists: no call is above an unknown brand or a failure of ours. */
const problemsOf = (call: Call): readonly ProblemCode[] => {
  const everywhere: ProblemCode[] = ['malformed', 'not_found', 'internal'];
  const changing: ProblemCode[] = call.method === 'GET' ? [] : ['forbidden'];
  const reading: ProblemCode[] = call.method === 'POST' ? ['too_large'] : [];
  return [...new Set([...call.problems, ...everywhere, ...changing, ...reading])];
};

const problemAnswers = (call: Call): Json => {
  const byStatus = Map.groupBy(problemsOf(call), (code) => problems[code]);
  const answers = [...byStatus].map(([status, codes]): [string, Json] => {
    const examples = codes.map((code): [string, Json] => [
      code,
      { value: { type: `/problems/${code}`, code, title: problemTitles[code], status, detail: 'What to mend.' } },
    ]);
    const content = { schema: { $ref: '#/components/schemas/Problem' }, examples: Object.fromEntries(examples) };
    const headers =
      status === 429 || status === 503 ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } } : {};
    const description = codes.map((code) => `\`${code}\`: ${problemTitles[code]}.`).join(' ');
    return [String(status), { description, headers, content: { 'application/problem+json': content } }];
  });
  return Object.fromEntries(answers);
};

const successOf = (name: string, call: Call, schemas: Json): Json => {
  const schema = schemaOf(call.output, 'input', schemas);
  const headers: Json = {};
  for (const header of Object.values(call.outputHeaders ?? {})) {
    headers[header] = { description: 'Present where it is so.', schema: { const: 'true' } };
  }
  if (call.cache !== 'no-store') headers['ETag'] = { $ref: '#/components/headers/ETag' };
  if (name === 'openSession') headers['Set-Cookie'] = { $ref: '#/components/headers/SessionCookie' };
  return { description: call.summary, headers, content: { 'application/json': { schema } } };
};

const requestOf = (call: Call, schemas: Json): Json => {
  const { properties = {}, required = [], ...rest } = inputOf(call, schemas);
  const fields = Object.entries(properties as Record<string, Json>);
  const parameters: Json[] = [{ $ref: '#/components/parameters/brand' }];
  const left: Record<string, Json> = {};
  for (const [field, schema] of fields) {
    const header = call.inputHeaders?.[field];
    const needed = (required as string[]).includes(field);
    if (header) parameters.push({ name: header, in: 'header', required: needed, schema });
    else if (call.path.includes(`{${field}}`)) parameters.push({ name: field, in: 'path', required: true, schema });
    else if (call.method === 'POST') left[field] = schema;
    else parameters.push({ name: field, in: 'query', required: needed, schema });
  }
  if (call.method !== 'GET') parameters.push({ $ref: '#/components/parameters/client' });
  if (call.cache !== 'no-store') parameters.push({ $ref: '#/components/parameters/ifNoneMatch' });
  if (call.method !== 'POST') return { parameters };
  const body = { ...rest, properties: left, required: (required as string[]).filter((field) => field in left) };
  return { parameters, requestBody: { required: true, content: { 'application/json': { schema: body } } } };
};

/** The input's own schema, also where it is one of the shared. */
const inputOf = (call: Call, schemas: Json): Json => {
  const schema = schemaOf(call.input, 'output', schemas);
  const id = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  return id ? (schemas[id] as Json) : schema;
};

const components = (schemas: Json): Json => ({
  schemas,
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: '__Host-evenhand-{brand}',
      description:
        'Set by openSession, with the id of the brand in its name: a session of one brand is none of another.',
    },
  },
  parameters: {
    brand: { name: 'brand', in: 'path', required: true, schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{1,39}$' } },
    client: {
      name: 'Evenhand-Client',
      in: 'header',
      required: true,
      schema: { const: 'web' },
      description: 'With an Origin or Sec-Fetch-Site of this site: no other site can send it.',
    },
    ifNoneMatch: { name: 'If-None-Match', in: 'header', schema: { type: 'string' } },
  },
  headers: {
    ETag: { description: 'A strong tag of the exact bytes.', schema: { type: 'string' } },
    RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
    SessionCookie: { description: 'The session. HttpOnly.', schema: { type: 'string' } },
  },
  responses: { NotModified: { description: 'What you have is what there is.' } },
});

/** The contract as an OpenAPI 3.1 document, made from the table: it cannot say anything else than the code does. */
export const openapi = (): Json => {
  const schemas: Json = {};
  schemaOf(Problem, 'input', schemas);
  const paths: Record<string, Json> = {};
  for (const [name, entry] of Object.entries(contract)) {
    const call: Call = entry;
    const path = (paths[`/v1/{brand}${call.path}`] ??= {});
    const notModified = call.cache === 'no-store' ? {} : { 304: { $ref: '#/components/responses/NotModified' } };
    path[call.method.toLowerCase()] = {
      operationId: name,
      summary: call.summary,
      security: call.auth === 'session' ? [{ session: [] }] : [],
      ...requestOf(call, schemas),
      responses: { 200: successOf(name, call, schemas), ...notModified, ...problemAnswers(call) },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Evenhand',
      version: '1',
      description: 'What a customer allows a brand to use, read and decided. One command makes at most one log entry.',
    },
    paths,
    components: components(schemas),
  };
};
