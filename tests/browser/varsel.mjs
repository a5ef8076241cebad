// Chromium beside the server: started for a test and stopped after it.
import { chromium } from 'playwright-core';

export { Varsel } from '../support/varsel.mjs';

// Nothing but this machine can be reached, and Chromium asks nothing of its own accord.
export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
});
