import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair } from 'jose';
import { startVitest } from 'vitest/node';
import { wireContract } from '../../scripts/wire-contract.ts';
import { readArguments, usage } from './foreign/arguments.ts';
import { reportTo, sum, type Verdict } from './foreign/report.ts';

// Tries the suite on anybody's server: npm run conformance -- --url <base> --key <file>. docs/backend.md says more.

/** A key that signs customers in: its private half in the file, its public half for the server. */
const makeKey = async (file: string): Promise<void> => {
  if (existsSync(file)) throw new Error(`${file} is there already. Name a file that is not.`);
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const more = { kid: crypto.randomUUID(), alg: 'EdDSA', use: 'sig' };
  writeFileSync(file, `${JSON.stringify({ ...(await exportJWK(privateKey)), ...more })}\n`, { mode: 0o600 });
  console.log(JSON.stringify({ ...(await exportJWK(publicKey)), ...more }));
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const run = async (): Promise<number> => {
  const { server, only, json } = await readArguments(process.argv.slice(2));
  const verdicts: Verdict[] = [];
  const print = json ? () => undefined : console.log;
  print(`${server.base}/v1/${server.brand}`);
  const vitest = await startVitest(
    [],
    {
      config: false,
      root: fileURLToPath(new URL('../..', import.meta.url)),
      include: ['tests/conformance/foreign/anybody-suite.ts'],
      ...(only !== null && { testNamePattern: escaped(only) }),
      environment: 'node',
      testTimeout: 60_000,
      watch: false,
      reporters: [reportTo(verdicts, print)],
      provide: { server },
    },
    { plugins: [wireContract] },
  );
  const broken = vitest.state.getUnhandledErrors();
  await vitest.close();
  for (const error of broken) console.error(error);
  console.log(json ? JSON.stringify({ ...server, key: undefined, cases: verdicts }) : `\n${sum(verdicts)}`);
  if (verdicts.length === 0)
    throw new Error(`No case was tried. ${only === null ? '' : `None has "${only}" in its name.`}`);
  return broken.length > 0 || verdicts.some((one) => one.verdict === 'failed') ? 1 : 0;
};

const [first, file] = process.argv.slice(2);
try {
  if (first === '--help') console.log(usage);
  else if (first === '--new-key' && file !== undefined) await makeKey(file);
  else process.exitCode = await run();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
