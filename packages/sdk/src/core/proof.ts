import type { Client } from '../client.ts';
import { ConnectionError, isOpenInfoError } from '../errors.ts';

/** Told while the machine works: numbers tried, of at most `most`. */
export type OnProof = (tried: number, most: number) => void;

interface ProofOptions {
  signal?: AbortSignal | undefined;
  onChallenge?: OnProof | undefined;
}

const needsProof = (error: unknown): boolean =>
  isOpenInfoError(error, 'http') && error.problem?.code === 'challenge-required';

/** A proof of work. Most need none, so its code is fetched when it is asked for. */
async function prove(client: Client, { signal, onChallenge }: ProofOptions): Promise<string> {
  const { getChallenge, solveChallenge } = await import('../challenges.ts').catch(
    (cause: unknown) => {
      throw new ConnectionError('A part of this script could not be loaded.', cause);
    },
  );
  return solveChallenge(await getChallenge(client, { signal }), {
    signal,
    onProgress: onChallenge,
  });
}

/** Asks, and once more with a proof of work when the service wants one. */
export async function askWithProof<R>(
  client: Client,
  ask: (challenge?: string) => Promise<R>,
  options: ProofOptions,
): Promise<R> {
  try {
    return await ask();
  } catch (error) {
    if (!needsProof(error)) throw error;
    return ask(await prove(client, options));
  }
}
