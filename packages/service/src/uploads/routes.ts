import { createUpload } from '@open-info/contract/uploads';
import { ProblemError } from '../http/problem.ts';
import { route, type Route } from '../http/route.ts';
import type { Service } from '../service.ts';
import { receiveFile } from './receive.ts';
import { addUpload, waitingBytes } from './store.ts';

/** Of one address: enough for a form filled in twice. */
const quota = { most: 30, perSeconds: 3_600 };

/** All files that wait together; beyond it somebody is filling the disk. */
const mostWaitingBytes = 2 * 1024 ** 3;

/** 附件上传. */
export function uploadsRoutes(service: Service): Route[] {
  return [
    route(createUpload, async (call) => {
      await service.limits.pass(call, 'uploads', call.address, quota);
      if ((await waitingBytes(service.db)) > mostWaitingBytes) {
        throw new ProblemError('unavailable', {
          detail: {
            zh: '暂时不能接收附件，请稍后再试；也可以先提交申请，之后补充。',
            en: 'No files can be taken for the moment; try again later, or file without them.',
          },
          headers: { 'Retry-After': '600' },
        });
      }
      const { name, type, ...written } = await receiveFile(call, service.files);
      return addUpload(service, written, name, type);
    }),
  ];
}
