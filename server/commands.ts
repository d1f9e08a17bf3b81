import { readConfig, type Config } from './config.ts';
import { describeError } from './log.ts';
import { StartError } from './start-error.ts';

/**
 * Runs a command that a person gives beside the server, with the server's own settings. What is wrong is said in a
 * sentence, and the command then ends with 1, as it does where `work` answers false.
 */
export async function runCommand(work: (words: readonly string[], config: Config) => Promise<boolean>): Promise<void> {
  try {
    if (!(await work(process.argv.slice(2), readConfig(process.env)))) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof StartError ? error.message : describeError(error));
    process.exitCode = 1;
  }
}
