import { writeDescriptions } from './manifest/write.mjs';

writeDescriptions();
