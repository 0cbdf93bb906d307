import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSettings } from '../settings.ts';
import { StopError } from '../stop.ts';

const secret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const url = 'https://oa.example.gov.cn/hook';

test('webhooks come from a file or from the environment, mail from a server and a sender', () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-info-webhooks-'));
  const file = join(folder, 'webhooks.json');
  const webhooks = [{ url, secret, organs: ['education'] }];
  writeFileSync(file, JSON.stringify(webhooks));
  try {
    assert.deepEqual(readSettings({ webhooks: file }, {}).webhooks, webhooks);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const env = { OPEN_INFO_WEBHOOKS: JSON.stringify([{ url, secret }]) };
  assert.deepEqual(readSettings({}, env).webhooks, [{ url, secret }]);
  const mail = { OPEN_INFO_SMTP_URL: 'smtps://u:p@mail.example.gov.cn' };
  assert.deepEqual(readSettings({ mailFrom: 'noreply@example.gov.cn' }, mail).mail, {
    smtpUrl: 'smtps://u:p@mail.example.gov.cn',
    from: 'noreply@example.gov.cn',
    to: undefined,
  });
  assert.equal(readSettings({}, {}).mail, undefined);
});

test('what is wrong with them is said without showing a secret', () => {
  const refused = (
    flags: Parameters<typeof readSettings>[0],
    env: NodeJS.ProcessEnv,
    words: RegExp,
  ) =>
    assert.throws(
      () => readSettings(flags, env),
      (error) => {
        assert.ok(error instanceof StopError);
        assert.match(error.sentence, words);
        assert.ok(!error.sentence.includes('geheim'));
        return true;
      },
    );
  const hooks = (one: object) => ({ OPEN_INFO_WEBHOOKS: JSON.stringify([one]) });
  refused({}, hooks({ url, secret: 'geheim' }), /OPEN_INFO_WEBHOOKS.*whsec_/);
  refused({}, hooks({ url, secret: 'whsec_geheim' }), /OPEN_INFO_WEBHOOKS/);
  refused({}, hooks({ url: 'file:///etc/passwd', secret }), /OPEN_INFO_WEBHOOKS/);
  refused({}, hooks({ url, secret, organ: 'education' }), /OPEN_INFO_WEBHOOKS/);
  refused({ webhooks: '/nowhere/webhooks.json' }, {}, /--webhooks/);
  refused({}, { OPEN_INFO_SMTP_URL: 'smtp://u:geheim@mail' }, /--mail-from/);
  refused({ mailFrom: 'a@b.cn' }, { OPEN_INFO_SMTP_URL: 'http://u:geheim@mail' }, /SMTP_URL/);
  refused({ mailTo: 'a@b.cn\r\nBcc: c@d.cn' }, {}, /--mail-to/);
  refused({ deskUrl: 'https://oa.example.gov.cn/' }, {}, /--desk-url.*\{number\}/);
  refused({ editingUrl: 'https://oa.example.gov.cn/{kind}' }, {}, /--editing-url.*\{id\}/);
  refused({ editingUrl: '/{id}' }, {}, /--editing-url.*http/);
  refused({ webhookPrivate: 'yes' }, {}, /--webhook-private.*on, off/);
});
