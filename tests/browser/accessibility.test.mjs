// Zero violations of WCAG 2.2 A and AA as axe-core sees them, on every page, in every language, light and dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { Varsel, launch } from './varsel.mjs';
import { answer, caseAddress, report } from './report.mjs';

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

for (const [locale, first, second, unknown, readBack, handedIn] of [
  ['da-DK', 'jeg har sendt en mail med helbredsoplysninger til en forkert borger', 'i går', 'det ved jeg ikke', /Skal jeg sende det/, /er sendt/],
  ['nb-NO', 'jeg har sendt en e-post med helseopplysninger til feil mottaker', 'i går', 'det vet jeg ikke', /Skal jeg sende det/, /er sendt inn/],
  ['nn-NO', 'eg har sendt ein e-post med helseopplysningar til feil mottakar', 'i går', 'det veit eg ikkje', /Skal eg sende det/, /er send/],
  ['en-GB', 'I sent a mail with health information to the wrong person', 'yesterday', 'I do not know', /Shall I hand it in/, /is handed in/],
]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`${locale}, ${colorScheme}: the chat at the start, in the middle, at the read-back and after the hand-in`, async t => {
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
      await answer(page, unknown, readBack);
      assert.deepEqual(await violations(page), []);
      await answer(page, unknown, handedIn);
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
      // Still on the page of the case, where the deadline stands: on the clock of 24 hours in every language.
      const text = await page.locator('body').innerText();
      assert.match(text, /\d\d[:.]\d\d/);
      assert.doesNotMatch(text, /\d\s?[ap]\.?m\b/i);
      assert.ok(!await page.locator('progress').isVisible(), 'the progress of a report is not the progress of a case');
    });
  }
}
