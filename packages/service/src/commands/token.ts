import { Command } from 'commander';
import { openAccessKey } from '../access/key.ts';
import { roles } from '../access/officer.ts';
import { signToken } from '../access/token.ts';
import { openDatabase } from '../database/open.ts';
import { findOrgan } from '../organs/store.ts';
import { readSettings, type Flags, type Settings } from '../settings.ts';
import { StopError } from '../stop.ts';
import { withDatabase } from './settings-options.ts';

interface TokenFlags extends Flags {
  organ: string;
  role: string;
  name?: string | undefined;
  hours: string;
}

/** A month: whoever is given a token can use it until then, whatever happens. */
const mostHours = 744;

function checkOwnKey({ oidcIssuer, accessKey, data }: Settings): void {
  if (oidcIssuer !== undefined) {
    throw new StopError({
      zh: `工作人员令牌由 ${oidcIssuer} 签发；本命令只用于没有设置 --oidc-issuer 的服务。`,
      en: `Officers' tokens come from ${oidcIssuer}; this command is for a service without --oidc-issuer.`,
    });
  }
  if (data !== 'memory' || accessKey !== undefined) return;
  throw new StopError({
    zh: '只在内存中运行时，访问密钥每次启动都会更换；请用 --data 指定数据文件夹，或用环境变量 OPEN_INFO_ACCESS_KEY 给出密钥。',
    en: 'In memory the access key is a new one at every start; name a folder with --data, or give the key in OPEN_INFO_ACCESS_KEY.',
  });
}

function roleOf(given: string) {
  const role = roles.find((one) => one === given);
  if (role) return role;
  throw new StopError({
    zh: `没有“${given}”这种角色；可用 officer（承办人员）或 coordinator（统筹机关）。`,
    en: `There is no role "${given}"; use ${roles.join(' or ')}.`,
  });
}

function hoursOf(given: string): number {
  const hours = Number(given);
  if (hours > 0 && hours <= mostHours) return hours;
  throw new StopError({
    zh: `选项 --hours 的值“${given}”不正确：应为大于 0、不超过 ${mostHours} 的数。`,
    en: `The option --hours is "${given}", which is not right: give a number above 0, at most ${mostHours}.`,
  });
}

function nameOf(given: string): string {
  if (/^[^\p{Cc}\p{Zl}\p{Zp}]{1,100}$/u.test(given)) return given;
  throw new StopError({
    zh: '选项 --name 不正确：应为 1 到 100 个字符的账号名。',
    en: 'The option --name is not right: give the name of an account, 1 to 100 characters.',
  });
}

/** Asks the service that holds the data folder; undefined when none answers there. */
async function askService(organ: string, { host, port }: Settings): Promise<boolean | undefined> {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const base = `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  try {
    const address = `${base}/api/v1/organs/${encodeURIComponent(organ)}`;
    const { status } = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    return status === 200 || status === 404 ? status === 200 : undefined;
  } catch {
    return undefined;
  }
}

/** Whether there is such an organ, from the database or, while a service holds it, from that. */
async function isOrgan(organ: string, settings: Settings): Promise<boolean> {
  let database;
  try {
    database = await openDatabase(settings);
  } catch (error) {
    const answer = error instanceof StopError ? await askService(organ, settings) : undefined;
    if (answer !== undefined) return answer;
    if (!(error instanceof StopError)) throw error;
    throw new StopError(
      {
        zh: `${error.words.zh}（如果正在运行的就是这个服务，请用 --port 写明它的端口。）`,
        en: `${error.words.en} (If that is the service the token is for, give its --port.)`,
      },
      error,
    );
  }
  try {
    return (await findOrgan(database.db, organ)) !== undefined;
  } finally {
    await database.close();
  }
}

async function printToken({ organ, role, name, hours, ...flags }: TokenFlags): Promise<void> {
  const settings = readSettings(flags);
  checkOwnKey(settings);
  const officer = {
    id: nameOf(name ?? `${role}@${organ}`),
    organId: organ,
    role: roleOf(role),
  };
  const span = hoursOf(hours);
  if (!(await isOrgan(organ, settings))) {
    throw new StopError({
      zh: `没有编号为“${organ}”的机关；全部机关见 /api/v1/organs。`,
      en: `There is no organ "${organ}"; see /api/v1/organs for all of them.`,
    });
  }
  const token = await signToken(openAccessKey(settings), officer, span, new Date());
  process.stdout.write(`${token}\n`);
}

/** `open-info token`: prints a token for an officer of the embedded default. */
export function tokenCommand(): Command {
  return withDatabase(new Command('token'))
    .description(
      '签发工作人员令牌 · print a token for an officer, signed with access-key.json of the data folder or OPEN_INFO_ACCESS_KEY',
    )
    .requiredOption('--organ <id>', '机关编号 · id of the organ')
    .requiredOption('--role <role>', '角色 · officer or coordinator')
    .option('--name <id>', '账号名，记入办理记录 · name of the account, stands in the records')
    .option('--hours <number>', '有效小时数 · how long it holds', '8')
    .option('--port <number>', '正在运行的服务的端口 · port of the running service (PORT, 8787)')
    .option('--host <address>', '正在运行的服务的地址 · its address (HOST, 127.0.0.1)')
    .action(printToken);
}
