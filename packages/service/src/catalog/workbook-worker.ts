import { parentPort } from 'node:worker_threads';
import { Workbook, type Frame } from './workbook.ts';

/** What the thread is told, in this order: one frame, rows any number of times, the end. */
export type WorkbookOrder = { frame: Frame } | { rows: string[][] } | { end: true };

let workbook: Workbook | undefined;

parentPort?.on('message', (order: WorkbookOrder) => {
  if ('frame' in order) workbook = new Workbook(order.frame);
  else if ('rows' in order) workbook?.add(order.rows);
  else {
    const bytes = workbook?.bytes() ?? new Uint8Array();
    parentPort?.postMessage(bytes, [bytes.buffer]);
  }
});
