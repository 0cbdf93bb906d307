import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '@open-info/contract/endpoints';
import { auditCommand } from '../../packages/service/src/commands/audit.ts';
import { backupCommand } from '../../packages/service/src/commands/backup.ts';
import { exportCommand } from '../../packages/service/src/commands/export.ts';
import { importCommand } from '../../packages/service/src/commands/import.ts';
import { restoreCommand } from '../../packages/service/src/commands/restore.ts';
import { retentionCommand } from '../../packages/service/src/commands/retention.ts';
import { serveCommand } from '../../packages/service/src/commands/serve.ts';
import { tokenCommand } from '../../packages/service/src/commands/token.ts';
import { root } from '../../scripts/lib/root.mjs';

type Command = ReturnType<typeof serveCommand>;

const commands: Command[] = [
  serveCommand(),
  importCommand(),
  exportCommand(),
  backupCommand(),
  restoreCommand(),
  auditCommand(),
  retentionCommand(),
  tokenCommand(),
];

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** What any Unix has; what it is given here is its own affair. */
const usual = ['cp', 'echo'];

/** Words of a line as a shell cuts it, quoted ones whole. */
export function wordsOf(line: string): string[] {
  const words = line.matchAll(/(?:[^\s'"]|'[^']*'|"(?:[^"\\]|\\[^])*")+/g);
  return [...words].map(([word]) => word.replaceAll(/'([^']*)'|"((?:[^"\\]|\\[^])*)"/g, '$1$2'));
}

/** Commands of a block: continued lines joined, comments and settings before a command left out. */
export function commandsOf(code: string): string[][] {
  const joined = code.replaceAll(/\\\n\s*/g, ' ');
  // A quoted text may go on for several lines.
  const lines = joined.match(/(?:[^\n'"]|'[^']*'|"(?:[^"\\]|\\[^])*")+/g) ?? [];
  return lines
    .map((line) => line.replace(/(^|\s)#(?=\s).*$/, ''))
    .flatMap((line) => line.split(/;\s+|\s>\s/).slice(0, line.includes(' > ') ? 1 : undefined))
    .map((line) => wordsOf(line))
    .map((words) => words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word))))
    .filter((words) => words.length > 0 && !/^[A-Z_]+=/.test(words[0] ?? ''));
}

function openInfo([name, ...rest]: string[]): string[] {
  let command: Command | undefined = commands.find((one) => one.name() === name);
  let given = rest;
  while (command && command.commands.length > 0) {
    const [next, ...others] = given;
    command = command.commands.find((one) => one.name() === next);
    given = others;
  }
  if (!command) return [`open-info ${[name, ...rest].join(' ')}: there is no such command`];
  const { operands, unknown } = command.parseOptions(given);
  const { registeredArguments } = command;
  const needed = registeredArguments.filter(({ required }) => required).length;
  return [
    ...unknown.map((flag) => `open-info ${command.name()} does not know ${flag}`),
    ...(operands.length < needed ? [`open-info ${command.name()} wants more arguments`] : []),
    ...(operands.length > registeredArguments.length
      ? [`open-info ${command.name()} wants fewer arguments`]
      : []),
  ];
}

function npm([verb = '', ...rest]: string[]): string[] {
  const name = verb === 'run' ? (rest[0] ?? '') : verb;
  if (scripts[name] === undefined) return [`package.json has no script "${name}"`];
  const flags = rest.slice(rest.indexOf('--') + 1 || rest.length);
  // `npm start` passes its flags on to the service.
  return name === 'start' ? openInfo(['serve', ...flags.filter((flag) => flag !== '--help')]) : [];
}

/** A script of ours declares its options for `parseArgs`. */
function node([file = '', ...rest]: string[]): string[] {
  if (!existsSync(join(root, file))) return [`there is no ${file}`];
  const source = readFileSync(join(root, file), 'utf8');
  return rest
    .filter((word) => word.startsWith('--'))
    .map((flag) => flag.slice(2))
    .filter((flag) => !new RegExp(`^ +'?${flag}'?: \\{ type:`, 'm').test(source))
    .map((flag) => `${file} does not know --${flag}`);
}

/** A path of the interface with its parameters made up: `/desk/requests/2026-…/moves`. */
const shapeOf = (path: string) =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** The addresses, methods and bodies of calls by hand are those of the contract. */
function curl(words: string[]): string[] {
  const target = words.find((word) => word.startsWith('$API/'))?.slice('$API'.length);
  if (target === undefined) return ['a call by curl has no address below $API'];
  const { pathname, searchParams } = new URL(target, 'http://service');
  const data = words[words.indexOf('-d') + 1 || words.length];
  const method = data === undefined && !words.includes('-F') ? 'GET' : 'POST';
  const found = endpoints.find(
    (one) => one.method === method && shapeOf(one.path).test(decodeURI(pathname)),
  );
  if (!found) return [`${method} ${pathname} is in no contract`];
  const query: Record<string, unknown> = {};
  for (const name of searchParams.keys()) {
    const values = searchParams.getAll(name);
    const [first = ''] = values;
    query[name] = values.length > 1 ? values : /^\d+$/.test(first) ? Number(first) : first;
  }
  const asked = found.query?.safeParse(query);
  const sent = data === undefined ? undefined : found.body?.safeParse(JSON.parse(data));
  return [asked, sent].flatMap((read) =>
    (read?.error?.issues ?? []).map(
      ({ path, message }) => `${method} ${pathname}: ${path.join('.')} ${message}`,
    ),
  );
}

const programs: Readonly<Record<string, (words: string[]) => string[]>> = {
  npm,
  node,
  curl,
  npx: ([name, ...rest]) =>
    name === 'open-info' ? openInfo(rest) : [`npx ${String(name)} is not of this project`],
  'open-info': openInfo,
};

/** What of a block of shell commands is not so. */
export function shellFaults(code: string): string[] {
  const all = commandsOf(code);
  if (all.length === 0) return ['there is no command in it'];
  return all.flatMap(([program = '', ...words]) => {
    if (usual.includes(program)) return [];
    return programs[program]?.(words) ?? [`"${program}" is known to nobody`];
  });
}
