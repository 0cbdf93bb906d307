import { officerTokens } from './officer-token.mjs';
import { hasService, startService } from './service.mjs';

/**
 * Gives every test page a real service: started with the run, named in
 * `<meta name="open-info-service">`, stopped with the run. `<meta name="test-officer">` has the token of
 * an officer of the civil affairs bureau.
 * @returns {import('@web/test-runner').TestRunnerPlugin & { meta: () => string }}
 */
export function servicePlugin() {
  /** @type {Awaited<ReturnType<typeof startService>> | undefined} */
  let service;
  let officer = '';
  return {
    name: 'open-info-service',
    async serverStart() {
      if (!hasService()) return;
      const { accessKey, tokenFor } = officerTokens();
      officer = await tokenFor('civil-affairs');
      service = await startService([], { OPEN_INFO_ACCESS_KEY: accessKey });
    },
    async serverStop() {
      await service?.close();
    },
    meta: () =>
      service
        ? `<meta name="open-info-service" content="${service.url}" />
           <meta name="test-officer" content="${officer}" />`
        : '',
  };
}
