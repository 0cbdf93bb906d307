import { compress, compressTightly, type Encoding } from './encoding.ts';

/** A body and the ways it has been compressed so far. */
export interface Answer {
  readonly etag: string;
  readonly plain: Buffer;
  readonly variants: Map<Encoding, Buffer | Promise<Buffer>>;
  /** It stays the same for long, so it is worth being compressed with more effort. */
  readonly lasting: boolean;
}

/** Bodies below this gain nothing from compression. */
const leastCompressed = 860;
const largestKept = 512 * 1024;
const mostKept = 64 * 1024 * 1024;

/** The body in the encoding asked for; compressed once, then kept with the answer. */
export function bodyOf(answer: Answer, encoding: Encoding): Buffer | Promise<Buffer> {
  const ready = answer.variants.get(encoding);
  if (ready) return ready;
  const compressing = compress(answer.plain, encoding).then((body) => {
    answer.variants.set(encoding, body);
    if (answer.lasting) void tighten(answer, encoding);
    return body;
  });
  answer.variants.set(encoding, compressing);
  return compressing;
}

/** The first to ask is not kept waiting for it; whoever asks later receives a tenth less. */
async function tighten({ plain, variants }: Answer, encoding: Encoding): Promise<void> {
  variants.set(encoding, await compressTightly(plain, encoding));
}

/** The encoding that is worth while for this answer. */
export function fitEncoding(answer: Answer, encoding: Encoding): Encoding {
  return answer.plain.length < leastCompressed ? 'identity' : encoding;
}

export function makeAnswer(etag: string, body: string | Buffer, lasting = false): Answer {
  const plain = typeof body === 'string' ? Buffer.from(body) : body;
  return { etag, plain, variants: new Map<Encoding, Buffer>([['identity', plain]]), lasting };
}

/**
 * Answers kept ready in memory, those used last longest, at most 64 MB. They hold for one state
 * of the published data; the first question after a change finds none. Several callers that ask
 * the same at once wait for one answer.
 */
export class Answers {
  private state = '';
  private kept = new Map<string, Answer>();
  private making = new Map<string, Promise<Answer>>();
  private bytes = 0;

  /** The answer kept under `key` for this state, if there is one. */
  find(state: string, key: string): Answer | undefined {
    if (state !== this.state) this.forget(state);
    const answer = this.kept.get(key);
    if (!answer) return undefined;
    this.kept.delete(key);
    this.kept.set(key, answer);
    return answer;
  }

  /** The answer kept under `key`, or the one `make` gives; a failure is not kept. */
  async get(state: string, key: string, make: () => Promise<Answer>): Promise<Answer> {
    const ready = this.find(state, key);
    if (ready) return ready;
    const underWay = this.making.get(key);
    if (underWay) return underWay;
    const { making } = this;
    const promise = make();
    making.set(key, promise);
    try {
      const answer = await promise;
      if (state === this.state) this.keep(key, answer);
      return answer;
    } finally {
      making.delete(key);
    }
  }

  private keep(key: string, answer: Answer): void {
    const size = sizeOf(key, answer);
    if (answer.plain.length > largestKept) return;
    this.kept.set(key, answer);
    this.bytes += size;
    for (const [oldKey, old] of this.kept) {
      if (this.bytes <= mostKept) return;
      this.kept.delete(oldKey);
      this.bytes -= sizeOf(oldKey, old);
    }
  }

  private forget(state: string): void {
    this.state = state;
    this.kept = new Map();
    this.making = new Map();
    this.bytes = 0;
  }
}

/** Compressed forms together are smaller than the plain one, so twice the plain one is enough. */
function sizeOf(key: string, answer: Answer): number {
  return key.length * 2 + answer.plain.length * 2 + 200;
}
