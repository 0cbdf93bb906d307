import { join } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import {
  emulateMediaPlugin,
  sendKeysPlugin,
  sendMousePlugin,
  setViewportPlugin,
} from '@web/test-runner-commands/plugins';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromiumFlags, findChromium } from './scripts/lib/chromium.mjs';
import { root } from './scripts/lib/root.mjs';
import { servicePlugin } from './scripts/lib/wtr-service.mjs';
import { jsonReporter } from './scripts/lib/wtr-json-reporter.mjs';

const resultFile = process.env.OPEN_INFO_TEST_RESULT;
const service = servicePlugin();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: root,
  files: ['packages/elements/src/**/*.test.ts'],
  // Focus, viewport and frames belong to the tab in front: one file at a time.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: findChromium() ?? '',
        args: [...chromiumFlags, '--js-flags=--expose-gc'],
      },
    }),
  ],
  nodeResolve: {
    exportConditions: ['source', 'browser', 'development'],
    extensions: ['.ts', '.mjs', '.js'],
  },
  plugins: [
    service,
    esbuildPlugin({ ts: true, target: 'es2021', tsconfig: join(root, 'tsconfig.base.json') }),
    sendKeysPlugin(),
    sendMousePlugin(),
    setViewportPlugin(),
    emulateMediaPlugin(),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { ui: 'bdd', timeout: '5000' } },
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${service.meta()}
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  reporters: resultFile
    ? [defaultReporter({ reportTestProgress: false }), jsonReporter(resultFile)]
    : [defaultReporter()],
};
