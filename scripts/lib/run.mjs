import { spawn } from 'node:child_process';
import { root } from './root.mjs';
import { Stop } from './stop.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {boolean} [show] pass the output on instead of collecting it
 * @property {number} [timeout] milliseconds after which the program is ended
 */

/**
 * Runs a program in the repository and waits for its end. Never rejects for a failing program.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} code 127 when it cannot be started, 124 when it took too long
 */
export function run(program, args, { env = {}, show = false, timeout = 0 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let late = false;
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    const timer = timeout
      ? setTimeout(() => {
          late = true;
          child.kill('SIGKILL');
        }, timeout)
      : undefined;
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, output: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (late) resolve({ code: 124, output: `${output}\nEnded after ${timeout / 1000} s.` });
      else resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs a program that must succeed.
 * @param {string} program
 * @param {string[]} args
 * @param {string} sentence what to say when it fails, before its output
 * @param {RunOptions} [options]
 */
export async function mustRun(program, args, sentence, options) {
  const { code, output } = await run(program, args, options);
  if (code !== 0) throw new Stop(`${sentence}\n${output}`.trim());
  return output;
}
