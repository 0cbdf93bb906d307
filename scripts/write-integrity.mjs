import { writeIntegrity } from './lib/integrity.mjs';

const { target, snippets } = writeIntegrity();
console.log(`${target}\n\n${Object.values(snippets).join('\n')}`);
