import { apiPath, type App } from '../http/mount.ts';
import { traceOf } from '../http/trace.ts';
import type { Service } from '../service.ts';

/**
 * What a person sees who opens the address of `List-Unsubscribe`: the page that stops, with the token
 * moved into the fragment. Opening an address ends nothing: programs that look at mail do that too.
 */
export function mountStopPage(app: App, { settings }: Service): void {
  const path = `${apiPath}/subscriptions/stop/:token`;
  const { push } = settings;
  if (!push) return;
  app.get(path, (c) => {
    const trace = traceOf(c.env.incoming);
    trace.route = `${apiPath}/subscriptions/stop/{token}`;
    const token = encodeURIComponent(c.req.param('token'));
    return new Response(null, {
      status: 303,
      headers: {
        Location: `${push.page}#stop=${token}`,
        'Cache-Control': 'no-store',
        'Referrer-Policy': 'no-referrer',
        'X-Request-Id': trace.requestId,
      },
    });
  });
}
