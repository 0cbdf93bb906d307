// The command line of the service from its sources, for tests and development.
import { run } from '../../packages/service/src/cli.ts';

await run(process.argv);
