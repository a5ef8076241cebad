// Zero violations of WCAG 2.2 A and AA as axe-core sees them, on every page, in every language, light and dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { Varsel, launch } from './varsel.mjs';
import { caseAddress, report } from './report.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

let varsel, browser;
before(async () => {
  varsel = await Varsel.start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await varsel?.stop();
});

// The policy of the page forbids foreign scripts, so axe comes in over the debugging protocol.
async function violations(page) {
  await page.evaluate(axe);
  const { violations: found, passes } = await page.evaluate(rules => globalThis.axe.run(document, { runOnly: rules }), RULES);
  assert.ok(passes.length > 10, 'axe has looked at the page');
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 120)).join(' | ')}`);
}

for (const [locale, first, second] of [
  ['da-DK', 'jeg har sendt en mail med helbredsoplysninger til en forkert borger', 'i går'],
  ['nb-NO', 'jeg har sendt en e-post med helseopplysninger til feil mottaker', 'i går'],
  ['nn-NO', 'eg har sendt ein e-post med helseopplysningar til feil mottakar', 'i går'],
  ['en-GB', 'I sent a mail with health information to the wrong person', 'yesterday'],
]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${locale}, ${colorScheme}: the chat at the start and in the middle of a report`, async t => {
      const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce' });
      t.after(() => context.close());
      const page = await context.newPage();
      await page.goto(varsel.url);
      await page.locator('#log[aria-live=polite]').waitFor();
      assert.equal(await page.locator('html').getAttribute('lang'), locale.slice(0, 2));
      assert.deepEqual(await violations(page), []);
      await report(page, [first, second]);
      assert.deepEqual(await violations(page), []);
      await page.setViewportSize({ width: 320, height: 640 });
      assert.deepEqual(await violations(page), []);
    });

    test(`${locale}, ${colorScheme}: the case, the mails, a failure and the page after leaving`, async t => {
      const context = await browser.newContext({ locale, colorScheme, reducedMotion: 'reduce' });
      t.after(() => context.close());
      const page = await context.newPage();
      await page.goto(varsel.url);
      await page.locator('#log[aria-live=polite]').waitFor();
      const address = await caseAddress(page, varsel, first);
      const paths = ['/trial/mails', '/left', '/nothing', address.mail, address.incident];
      for (const path of paths) {
        await page.goto(varsel.url + path);
        assert.deepEqual(await violations(page), [], path);
      }
    });
  }
}
