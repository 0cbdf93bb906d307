import { Agent, request } from 'node:http';

/**
 * @typedef {object} Load
 * @property {number} rate requests per second
 * @property {Float64Array} times milliseconds of each request
 * @property {number} failures answers other than 200
 */

/**
 * Asks `urls` in turn over `connections` kept-alive connections, each asking again as soon as it was
 * answered (a closed loop, so p99 hides queueing a real crowd would see).
 * @param {string[]} urls
 * @param {{ connections: number, seconds: number }} options
 * @returns {Promise<Load>}
 */
export async function load(urls, { connections, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  /** @type {number[]} */
  const times = [];
  let failures = 0;
  let next = 0;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  const worker = async () => {
    while (performance.now() < end) {
      const url = /** @type {string} */ (urls[next++ % urls.length]);
      const start = performance.now();
      const status = await get(url, agent);
      times.push(performance.now() - start);
      if (status !== 200) failures++;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - begin) / 1000;
  agent.destroy();
  return { rate: times.length / elapsed, times: Float64Array.from(times), failures };
}

/**
 * @param {string} url
 * @param {Agent} agent
 * @returns {Promise<number | undefined>} status
 */
function get(url, agent) {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: { accept: 'application/json' } }, (response) => {
      response.on('end', () => resolve(response.statusCode));
      response.resume();
    })
      .on('error', reject)
      .end();
  });
}
