/**
 * Reporter of `node --test`: one JSON line for each test case. Suites are left out, and so is a
 * parent that failed only because a case inside of it did.
 * @param {AsyncIterable<{ type: string, data: any }>} source
 */
export default async function* jsonLines(source) {
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const error = data.details?.error;
    if (error?.failureType === 'subtestsFailed') continue;
    const skipped = data.skip !== undefined || data.todo !== undefined;
    const outcome = skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    const cause = error?.cause ?? error;
    const message =
      cause?.stack ?? cause?.message ?? (cause === undefined ? undefined : String(cause));
    yield `${JSON.stringify({ name: data.name, file: data.file, outcome, ...(outcome === 'failed' && { message }) })}\n`;
  }
}
