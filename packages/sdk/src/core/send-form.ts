import { ConnectionError } from '../errors.ts';

type OnProgress = (sent: number, total: number) => void;

/** Headers of an answer over XHR; the lines that `Headers` refuses are none of ours. */
function headersOf(lines: string): Headers {
  const headers = new Headers();
  for (const line of lines.split('\r\n')) {
    const at = line.indexOf(':');
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim());
  }
  return headers;
}

/**
 * Sends a form over `XMLHttpRequest`: Chromium breaks off a `fetch` that reports its progress over
 * HTTP/1.1. Only who listens to the progress costs a preflight from another origin.
 *
 * @throws ConnectionError
 */
function sendByXhr(request: Request, form: FormData, onProgress?: OnProgress): Promise<Response> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const stop = () => xhr.abort();
    xhr.open(request.method, request.url);
    request.headers.forEach((value, name) => xhr.setRequestHeader(name, value));
    if (onProgress) {
      xhr.upload.onprogress = ({ loaded, total }) => onProgress(loaded, total);
    }
    const fail = () => reject(new ConnectionError('No answer from the service.'));
    xhr.onerror = fail;
    xhr.onabort = fail;
    xhr.onload = () => {
      const { status, statusText } = xhr;
      const headers = headersOf(xhr.getAllResponseHeaders());
      resolve(new Response(xhr.responseText || null, { status, statusText, headers }));
    };
    xhr.onloadend = () => request.signal.removeEventListener('abort', stop);
    request.signal.addEventListener('abort', stop);
    if (request.signal.aborted) fail();
    else xhr.send(form);
  });
}

/** Sends a form as the runtime can: with progress in browsers, without elsewhere. */
export function sendForm(
  request: Request,
  form: FormData,
  own: ((request: Request) => Promise<Response>) | undefined,
  onProgress?: OnProgress,
): Promise<Response> {
  if (own) return own(new Request(request, { body: form }));
  if (typeof XMLHttpRequest === 'function') return sendByXhr(request, form, onProgress);
  return fetch(new Request(request, { body: form }));
}
