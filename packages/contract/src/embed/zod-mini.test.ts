import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import fc from 'fast-check';
import * as z from 'zod/mini';
import type { AnyEndpoint } from '../endpoint.ts';
import { endpoints } from '../endpoints.ts';
import { ProblemSchema } from '../problem.ts';
import type * as light from './zod-mini.ts';

type Part = 'params' | 'query' | 'body' | 'response';
type LightSchema = ReturnType<typeof light.string>;

/** The contract with the light schemas in the place of zod's, as rollup makes it. */
async function lightContract() {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './endpoints.ts'; export * from './problem.ts';`,
      resolveDir: at('..'),
    },
    alias: { 'zod/mini': at('./zod-mini.ts') },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0]!.contents).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)) as {
    endpoints: Record<Part, LightSchema | undefined>[];
    ProblemSchema: LightSchema;
  };
}

const { endpoints: lightEndpoints, ProblemSchema: LightProblem } = await lightContract();

/** Texts just within and just beyond the longest one that is taken. */
function lengthsAbout({ maxLength = 0 }: z.core.JSONSchema.BaseSchema): fc.Arbitrary<string>[] {
  if (maxLength === 0 || maxLength > 500) return [];
  return [fc.constantFrom('文'.repeat(maxLength), '文'.repeat(maxLength + 1))];
}

/** Values that fit a JSON Schema, or nearly: now and then a part is something else. */
function near(
  schema: z.core.JSONSchema.BaseSchema,
  wrong: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const right = (): fc.Arbitrary<unknown> => {
    if (schema.$ref !== undefined) return fc.constant([]);
    if (schema.const !== undefined) return fc.constant(schema.const);
    const ways = schema.oneOf ?? schema.anyOf;
    if (ways) return fc.oneof(...ways.map((way) => near(way, wrong)));
    if (schema.enum) return fc.constantFrom(...(schema.enum as string[]));
    switch (schema.type) {
      case 'object':
        return fc.record(
          {
            ...Object.fromEntries(
              Object.entries(schema.properties ?? {}).map(([name, one]) => [
                name,
                near(one as z.core.JSONSchema.BaseSchema, wrong),
              ]),
            ),
            ...(typeof schema.additionalProperties === 'object' && {
              anything: near(schema.additionalProperties, wrong),
            }),
            stranger: fc.anything({ maxDepth: 1 }),
          },
          { requiredKeys: (schema.required ?? []) as never[] },
        );
      case 'array':
        return schema.prefixItems
          ? fc.tuple(
              ...schema.prefixItems.map((one) => near(one as z.core.JSONSchema.BaseSchema, wrong)),
            )
          : fc.array(near((schema.items ?? {}) as z.core.JSONSchema.BaseSchema, wrong), {
              maxLength: 3,
            });
      case 'integer':
        return fc.oneof(fc.integer({ min: -2, max: 120 }), fc.double());
      case 'number':
        return fc.double({ noNaN: true, noDefaultInfinity: true });
      case 'boolean':
        return fc.boolean();
      default:
        return fc.oneof(
          fc.string(),
          fc.constantFrom(
            '2026-02-28',
            '2026-02-30',
            '420103',
            '420103001',
            '',
            'k7M3-_q9'.repeat(4),
          ),
          ...lengthsAbout(schema),
        );
    }
  };
  return fc.oneof({ weight: 60, arbitrary: right() }, { weight: 1, arbitrary: wrong });
}

const wrong = fc.anything({ maxDepth: 1, withNullPrototype: false });

interface Verdict {
  data?: unknown;
  issues?: unknown[];
}

/** The verdict; of several findings about one place the first, since zod may add others. */
function said(result: z.core.util.SafeParseResult<unknown> | light.Result): Verdict {
  if (result.success) return { data: result.data };
  const places = new Map<string, unknown>();
  for (const issue of result.error.issues as light.Issue[]) {
    const { code, path, expected, values, keys, minimum, maximum, format, pattern } = issue;
    const place = JSON.stringify(path);
    if (places.has(place)) continue;
    places.set(place, { code, path, expected, values, keys, minimum, maximum, format, pattern });
  }
  return { issues: [...places.values()] };
}

/** Names every object has; they count only where they stand. */
const inherited = ['valueOf', 'constructor', 'toString', '__proto__'];

function agree(zod: z.ZodMiniType, own: LightSchema): void {
  const json = z.toJSONSchema(zod, { unrepresentable: 'any' });
  fc.assert(
    fc.property(near(json, wrong), (value) => {
      assert.deepEqual(said(own.safeParse(value)), said(zod.safeParse(value)));
    }),
    { numRuns: 1000, examples: inherited.map((name) => [JSON.parse(`{"${name}":""}`) as unknown]) },
  );
}

describe('the light schemas say what zod says', () => {
  endpoints.forEach((endpoint: AnyEndpoint, index) => {
    for (const part of ['params', 'query', 'body', 'response'] as const) {
      const zod = endpoint[part];
      const own = lightEndpoints[index]![part];
      if (!zod || !own) continue;
      test(`${endpoint.id} ${part}`, () => agree(zod, own));
    }
  });
  test('problems', () => agree(ProblemSchema, LightProblem));
});
