/**
 * Lets a program be ended through the one that started it, and lets it finish its own cleaning up.
 * @param {import('node:child_process').ChildProcess} child
 */
export function passSignals(child) {
  const end = () => child.kill('SIGTERM');
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);
  // A terminal sends Ctrl-C to both.
  process.on('SIGINT', () => process.stdin.isTTY || end());
}
