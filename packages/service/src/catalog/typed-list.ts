/** Numbers in a typed array that grows: a quarter of the memory of an array, and no garbage. */
export class TypedList<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array> {
  length = 0;
  private values: T;
  private readonly make: (length: number) => T;

  constructor(make: (length: number) => T) {
    this.make = make;
    this.values = make(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) this.grow();
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  add(index: number, by: number): void {
    this.values[index] = this.at(index) + by;
  }

  /** The numbers in an array of exactly their length. */
  toArray(): T {
    return this.values.slice(0, this.length) as T;
  }

  private grow(): void {
    const wider = this.make(this.values.length * 2);
    wider.set(this.values);
    this.values = wider;
  }
}

export const uint8List = () => new TypedList((length) => new Uint8Array(length));
export const uint16List = () => new TypedList((length) => new Uint16Array(length));
export const uint32List = () => new TypedList((length) => new Uint32Array(length));
export const int32List = () => new TypedList((length) => new Int32Array(length));

/**
 * Several numbers for each key, one after the other: those of key `k` are
 * `values[starts[k]] … values[starts[k + 1] - 1]`.
 */
export interface Rows {
  starts: Uint32Array;
  values: Uint32Array;
}

/** Work that lets others run between its steps, so that no request waits for it. */
export class Slices {
  private began = performance.now();
  private readonly longest: number;

  /** @param longest milliseconds of one stretch of work */
  constructor(longest = 4) {
    this.longest = longest;
  }

  /** True when it is time to {@link rest}. */
  get due(): boolean {
    return performance.now() - this.began > this.longest;
  }

  async rest(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.began = performance.now();
  }
}

/** Sorts in slices, stable, without blocking: bottom-up merge sort. */
export async function sortInSlices(
  values: Uint32Array,
  compare: (a: number, b: number) => number,
  slices: Slices,
): Promise<Uint32Array> {
  let from: Uint32Array = values;
  let to: Uint32Array = new Uint32Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let left = 0; left < values.length; left += 2 * width) {
      const middle = Math.min(left + width, values.length);
      const right = Math.min(left + 2 * width, values.length);
      let [a, b] = [left, middle];
      for (let i = left; i < right; i++) {
        const takeA =
          a < middle && (b >= right || compare(from[a] as number, from[b] as number) <= 0);
        to[i] = from[takeA ? a++ : b++] as number;
        if ((i & 255) === 0 && slices.due) await slices.rest();
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
