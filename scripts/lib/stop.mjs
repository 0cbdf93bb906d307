/** A failure the person can act on: shown as its one sentence, without a stack. */
export class Stop extends Error {}

/**
 * Runs a script; a `Stop` ends it with its sentence and exit code 1.
 * @param {() => Promise<void>} script
 */
export async function main(script) {
  try {
    await script();
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}
