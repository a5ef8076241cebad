// directlinejs.mjs against a trial of its own.
import { after } from 'node:test';
import { Varsel } from '../support/varsel.mjs';

const server = await Varsel.start();
after(() => server.stop());
process.env.VARSEL_URL = server.url;
await import('./directlinejs.mjs');
