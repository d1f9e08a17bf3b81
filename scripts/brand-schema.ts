import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '#brand/json-schemas.ts';

// Writes brands/schema/ from the schemas in src/brand. Run it with `npx node scripts/brand-schema.ts`, then format.
const folder = 'brands/schema';
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas()))
  writeFileSync(`${folder}/${name}`, `${JSON.stringify(schema, null, 2)}\n`);
