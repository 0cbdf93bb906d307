import type { FieldProblem } from '@open-info/contract/problem';
import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;

/** What would be right, in the words of the schema that was broken. */
function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.join(' | ');
    case 'too_big':
      return `at most ${issue.maximum}`;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'unrecognized_keys':
      return 'no such name';
    default:
      return issue.code;
  }
}

/** Findings of a schema as problems of fields, one for each unknown name. */
export function fieldProblems(issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const expected = expectation(issue);
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return names.map((name) => {
      const field = [...issue.path, ...(name === undefined ? [] : [name])].join('.');
      return { field, message: `expected ${expected}`, expected };
    });
  });
}

/** Problems of fields in one line, the first three of them. */
export function inWords(problems: readonly FieldProblem[]): string {
  return problems
    .slice(0, 3)
    .map(({ field, message }) => `${field || 'value'}: ${message}`)
    .join('; ');
}
