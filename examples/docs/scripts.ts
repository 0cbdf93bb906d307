import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/lib/root.mjs';
import type { Block } from './blocks.ts';

/** A block with what stands before and after it in its notes. */
export const wholeOf = ({ code, notes }: Block): string =>
  [notes.before, code, notes.after].filter((part) => part !== undefined).join('\n');

/** It needs a page; anything else runs on Node. */
export const isForPages = (block: Block): boolean =>
  /\b(document|window|navigator|customElements)\b/.test(wholeOf(block));

/** What the compiler says of all blocks, by place: types for `ts`, the grammar for `js`. */
export function compilerFaults(blocks: readonly Block[]): Map<string, string[]> {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: () => undefined,
  });
  const options: ts.CompilerOptions = {
    ...config?.options,
    // A block shows what it gets without using it.
    noUnusedLocals: false,
    checkJs: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
  };
  const files = new Map(
    blocks.map((block, index) => [
      join(root, `examples/docs/block-${index}.${block.language}`),
      block,
    ]),
  );
  const host = ts.createCompilerHost(options);
  const real = ts.createCompilerHost(options);
  const textOf = (name: string) => {
    const block = files.get(name);
    return block && wholeOf(block);
  };
  host.fileExists = (name) => files.has(name) || real.fileExists(name);
  host.readFile = (name) => textOf(name) ?? real.readFile(name);
  host.getSourceFile = (name, version, ...rest) => {
    const text = textOf(name);
    return text === undefined
      ? real.getSourceFile(name, version, ...rest)
      : ts.createSourceFile(name, text, version);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return new Map(
    [...files].map(([name, block]) => {
      const source = program.getSourceFile(name);
      const said = [
        ...program.getSyntacticDiagnostics(source),
        ...(block.language === 'ts' ? program.getSemanticDiagnostics(source) : []),
      ];
      return [
        block.place,
        said.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')),
      ];
    }),
  );
}

/** `expression; // 'text'` or `// 15 …`: what a line promises of its value. */
const promise = /^([\w.[\]]+); \/\/ ('[^']*'(?: \| '[^']*')*|-?\d+).*$/gm;

/** Promises become assertions. */
const withPromises = (code: string): string =>
  code.replaceAll(
    promise,
    (_, expression: string, values: string) =>
      `assert.ok([${values.replaceAll(' | ', ', ')}].includes(${expression}), ${JSON.stringify(`${expression} is `)} + String(${expression}));`,
  );

/** Numbers and dates that the comments of `console.log(…)` promise. */
const printed = (code: string): string[] =>
  [...code.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].flatMap(
    ([, comment = '']) => comment.match(/\d{4}-\d\d-\d\d|\d+/g) ?? [],
  );

/**
 * Runs a block on Node, against a service.
 *
 * @param settings what the block's notes read from `process.env`
 * @returns what went wrong
 */
export async function nodeFaults(
  block: Block,
  serviceUrl: string,
  settings: Record<string, string> = {},
): Promise<string[]> {
  const code = withPromises(wholeOf(block)).replaceAll('https://open.example.gov.cn', serviceUrl);
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--input-type=module-typescript', '--no-warnings', '-'],
    { cwd: root, env: { ...process.env, ...settings } },
  );
  let out = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.end(`import assert from 'node:assert/strict';\n${code}`);
  const [exit] = (await once(child, 'close')) as [number];
  if (exit !== 0) return [`ended with ${exit}: ${said.trim()}`];
  return printed(block.code)
    .filter((value) => !out.includes(value))
    .map((value) => `does not print ${value}, but: ${out.trim()}`);
}
