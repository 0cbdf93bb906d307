import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { Stop, main } from './lib/stop.mjs';

/** @type {import('node:child_process').ChildProcess[]} */
const children = [];
const stop = () => {
  for (const child of children) child.kill('SIGTERM');
  process.exit(0);
};

/** The service from its sources, started again by Node when one of them changes. */
async function watchService() {
  const { freePort } = await import('./lib/free-port.mjs');
  const { fromSources } = await import('./lib/service.mjs');
  const port = await freePort();
  children.push(
    spawn(
      process.execPath,
      [
        ...['--watch', '--watch-preserve-output', ...fromSources],
        ...['--port', String(port), '--site', join(root, 'examples')],
        ...process.argv.slice(2),
      ],
      { cwd: root, stdio: 'inherit' },
    ),
  );
  return `http://127.0.0.1:${port}`;
}

/** The embed files, built again when a source of the elements, the SDK or the contract changes. */
async function watchEmbed(/** @type {() => void} */ changed) {
  const { watch: watchBuild } = await import('rollup');
  const { default: config } = await import('../rollup.config.mjs');
  const builds = watchBuild(config.map((one) => ({ ...one, watch: { clearScreen: false } })));
  builds.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error.message);
    if (event.code === 'END') {
      console.log('built embed');
      changed();
    }
    if ('result' in event) void event.result?.close();
  });
}

await main(async () => {
  if (!(await prepare(import.meta.url))) return;
  const { reloadProxy } = await import('./lib/reload-proxy.mjs');
  const { examplePages } = await import('./lib/example-pages.mjs');
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const { server, reload } = reloadProxy(await watchService());
  await watchEmbed(reload);
  watch(join(root, 'examples'), { recursive: true }, reload);

  const port = Number(process.env.DEV_PORT ?? 8000);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch(() => {
    for (const child of children) child.kill('SIGTERM');
    throw new Stop(`Port ${port} is taken; name another one in DEV_PORT.`);
  });
  const pages = examplePages().map(
    ({ path, title }) => `  http://127.0.0.1:${port}${path}  ${title}`,
  );
  console.log(['', 'Pages that reload as sources change:', ...pages, ''].join('\n'));
});
