import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cell } from '@open-info/contract/blocks';
import { linesOf } from './lines.ts';

const cell = (text: string, more: Partial<Cell> = {}): Cell => ({ text: [{ text }], ...more });
const heading = (text: string, more: Partial<Cell> = {}) => cell(text, { header: true, ...more });

test('a table is told row by row, each cell by the heading of its column', () => {
  const rows = [
    [heading('家庭'), heading('轻度失能'), heading('重度失能')],
    [heading('低保家庭'), cell('300元'), cell('1000元')],
    [heading('其他家庭'), cell('不补', { columns: 2 })],
  ];
  assert.deepEqual(linesOf([{ kind: 'table', text: [{ text: '每人每月' }], rows }]), [
    '每人每月：',
    '低保家庭：轻度失能 300元，重度失能 1000元',
    '其他家庭：轻度失能 不补，重度失能 不补',
  ]);
});

test('what spans rows is said in each of them', () => {
  const rows = [
    [heading('类别'), heading('对象'), heading('标准')],
    [heading('补贴', { rows: 2 }), cell('甲'), cell('1', { rows: 2 })],
    [cell('乙')],
  ];
  assert.deepEqual(linesOf([{ kind: 'table', rows }]), [
    '补贴：对象 甲，标准 1',
    '补贴：对象 乙，标准 1',
  ]);
});

test('a table without headings is told cell by cell, other blocks line by line', () => {
  assert.deepEqual(
    linesOf([
      { kind: 'table', rows: [[cell('轻度'), cell('300元')]] },
      { kind: 'list', items: [[{ text: '甲' }], [{ text: ' 乙 ' }]] },
      { kind: 'paragraph', text: [{ text: '丙' }] },
    ]),
    ['轻度，300元', '甲', '乙', '丙'],
  );
});
