import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { lockFolder } from './folder-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'open-info-lock-'));
const file = join(folder, 'lock');
const held = /in use by another open-info process/;
after(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => rmSync(file, { force: true }));

test('a folder is held until it is given back', () => {
  const release = lockFolder(folder);
  assert.throws(() => lockFolder(folder), held);
  release();
  assert.ok(!existsSync(file));
  lockFolder(folder)();
});

test('the lock of a process that lives holds; that of one that died does not', async () => {
  const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  writeFileSync(file, JSON.stringify({ pid: child.pid, host: hostname() }));
  assert.throws(() => lockFolder(folder), held);
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockFolder(folder)();
});

test('a process that came to the same number is not the holder', () => {
  const release = lockFolder(folder);
  const holder = JSON.parse(readFileSync(file, 'utf8')) as { born?: string };
  release();
  // Process 1 lives on every machine; its birth is not the one written down.
  writeFileSync(file, JSON.stringify({ pid: 1, host: hostname(), born: `${holder.born}-before` }));
  lockFolder(folder)();
});

test('our own number from before a restart of the container does not hold', () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }));
  lockFolder(folder)();
});

test('the lock of another machine holds as long as it beats', () => {
  writeFileSync(file, JSON.stringify({ pid: 1, host: 'elsewhere' }));
  assert.throws(() => lockFolder(folder), held);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  lockFolder(folder)();
});

test('a lock that was only half written holds no longer than its beat', () => {
  writeFileSync(file, '{"pid"');
  assert.throws(() => lockFolder(folder), held);
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  lockFolder(folder)();
});
