// The pictures of the README, made from the real thing: node screenshots.mjs
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseAddress, report } from './report.mjs';
import { Varsel, launch } from './varsel.mjs';

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../../docs/images');
mkdirSync(folder, { recursive: true });
const picture = name => join(folder, `${name}.png`);

const danish = { locale: 'da-DK', timezoneId: 'Europe/Copenhagen', colorScheme: 'light', reducedMotion: 'reduce' };
const story = ['jeg kom til at sende en mail med helbredsoplysninger om 12 borgere til en forkert modtager i går kl. 14'];

const varsel = await Varsel.start();
const browser = await launch();
try {
  const desk = await browser.newContext({ ...danish, viewport: { width: 1200, height: 800 }, deviceScaleFactor: 2 });
  const page = await desk.newPage();
  await page.goto(varsel.url);
  await page.locator('#log[aria-live=polite]').waitFor();
  await report(page, story);
  await page.screenshot({ path: picture('chat-desktop') });

  const phone = await browser.newContext({ ...danish, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  const small = await phone.newPage();
  await small.goto(varsel.url);
  await small.locator('#log[aria-live=polite]').waitFor();
  const before = await small.locator('#log .turn:not(.mine)').count();
  await small.locator('#message').fill(story[0]);
  await small.locator('.send').click();
  await small.waitForFunction(n => document.querySelectorAll('#log .turn:not(.mine)').length > n, before);
  await small.screenshot({ path: picture('chat-phone') });

  const other = await desk.newPage();
  await other.goto(varsel.url);
  await other.locator('#log[aria-live=polite]').waitFor();
  const { mail, incident } = await caseAddress(other, varsel, story[0]);
  await other.setViewportSize({ width: 900, height: 800 });
  await other.goto(varsel.url + mail);
  await other.screenshot({ path: picture('mail') });
  await other.setViewportSize({ width: 1200, height: 800 });
  await other.goto(varsel.url + incident);
  await other.screenshot({ path: picture('case') });
} finally {
  await browser.close();
  await varsel.stop();
}
