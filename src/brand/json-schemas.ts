import * as z from 'zod/mini';
import { authored } from './authoring.ts';

/**
 * The JSON Schemas of a brand's files, by file name. Editors complete and check with them while somebody types.
 * Draft 7 is what YAML editors know best.
 */
export const jsonSchemas = (): Record<string, object> =>
  Object.fromEntries(
    Object.entries(authored).map(([name, schema]) => [
      `${name}.schema.json`,
      { title: `A brand's ${name} file`, ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) },
    ]),
  );
