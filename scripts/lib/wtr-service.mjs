import { hasService, startService } from './service.mjs';

/**
 * Gives every test page a real service: started with the run, named in
 * `<meta name="open-info-service">`, stopped with the run.
 * @returns {import('@web/test-runner').TestRunnerPlugin & { meta: () => string }}
 */
export function servicePlugin() {
  /** @type {Awaited<ReturnType<typeof startService>> | undefined} */
  let service;
  return {
    name: 'open-info-service',
    async serverStart() {
      if (hasService()) service = await startService();
    },
    async serverStop() {
      await service?.close();
    },
    meta: () => (service ? `<meta name="open-info-service" content="${service.url}" />` : ''),
  };
}
