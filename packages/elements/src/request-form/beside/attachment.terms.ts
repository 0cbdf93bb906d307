import type { Language } from '../../controllers/terms.ts';

/** Words of files and their upload; in both languages, for they are fetched after the form. */
export interface AttachmentTerms {
  attachmentRules: (kinds: string, each: string, count: number, total: string) => string;
  chooseFiles: string;
  uploading: (name: string, percent: number) => string;
  uploaded: string;
  cancelUpload: (name: string) => string;
  removeFile: (name: string) => string;
  remove: string;
  cancel: string;
  fileFaults: {
    kind: (kinds: string) => string;
    size: (most: string) => string;
    total: (most: string) => string;
    count: (most: number) => string;
    empty: string;
    failed: string;
  };
  stillUploading: string;
  brokenFile: string;
  rulesFailed: string;
}

export const attachmentTerms: Readonly<Record<Language, AttachmentTerms>> = {
  'zh-CN': {
    attachmentRules: (kinds, each, count, total) =>
      `可以上传：${kinds}。每个不超过 ${each}，最多 ${count} 个，合计不超过 ${total}。`,
    chooseFiles: '选择文件',
    uploading: (name, percent) => `正在上传${name}，${percent}%`,
    uploaded: '已上传',
    cancelUpload: (name) => `取消上传${name}`,
    removeFile: (name) => `删除${name}`,
    remove: '删除',
    cancel: '取消',
    fileFaults: {
      kind: (kinds) => `不能上传这种文件。可以上传：${kinds}`,
      size: (most) => `文件太大，每个不超过 ${most}`,
      total: (most) => `所有文件合计不超过 ${most}`,
      count: (most) => `最多上传 ${most} 个文件`,
      empty: '这是一个空文件，请另选一个',
      failed: '没有上传成功，请删除后重新选择',
    },
    stillUploading: '文件还在上传，请等它传完，或者取消上传',
    brokenFile: '有文件没有传上，请删除它或者重新选择',
    rulesFailed: '暂时读取不到附件要求，现在不能上传文件。',
  },
  en: {
    attachmentRules: (kinds, each, count, total) =>
      `You may upload ${kinds}: each at most ${each}, at most ${count} files, ${total} altogether.`,
    chooseFiles: 'Choose files',
    uploading: (name, percent) => `Uploading ${name}, ${percent}%`,
    uploaded: 'Uploaded',
    cancelUpload: (name) => `Stop uploading ${name}`,
    removeFile: (name) => `Remove ${name}`,
    remove: 'Remove',
    cancel: 'Stop',
    fileFaults: {
      kind: (kinds) => `This kind of file is not taken. Taken are: ${kinds}`,
      size: (most) => `The file is too large; at most ${most}`,
      total: (most) => `All files together may have at most ${most}`,
      count: (most) => `At most ${most} files`,
      empty: 'This file is empty; choose another one',
      failed: 'It was not uploaded; remove it and choose it again',
    },
    stillUploading: 'A file is still being uploaded: wait for it, or stop it',
    brokenFile: 'A file was not uploaded: remove it, or choose it again',
    rulesFailed: 'What may be attached cannot be read at the moment, so no file can be uploaded.',
  },
};
