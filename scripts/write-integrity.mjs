import { writeIntegrity } from './lib/integrity.mjs';

const { target, snippets } = await writeIntegrity();
console.log(`${target}\n\n${Object.values(snippets).join('\n')}`);
