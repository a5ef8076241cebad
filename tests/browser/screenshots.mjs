// The pictures of the documentation, made from the real thing: node screenshots.mjs
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { caseAddress, report } from './report.mjs';
import { Varsel, launch } from './varsel.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'docs/images');
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'varsel-screenshots-'));

// The group is summoned within working hours: for a picture on any day they never end.
function alwaysOpen(name) {
  const file = join(scratch, `${name}.toml`);
  const playbook = readFileSync(join(root, `playbooks/${name}.toml`), 'utf8');
  writeFileSync(file, playbook.replace(/^holidays = .*\n/m, '').replace(/^opens = .*/m, 'opens = 00:00:00')
    .replace(/^closes = .*/m, 'closes = 23:59:00').replace(/^weekdays = .*/m, 'weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]'));
  return file;
}

const DANISH = { locale: 'da-DK', timezoneId: 'Europe/Copenhagen' };
const ENGLISH = { locale: 'en-GB', timezoneId: 'Europe/Copenhagen' };
const NORWEGIAN = { locale: 'nb-NO', timezoneId: 'Europe/Oslo' };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const DESKTOP = { viewport: { width: 1200, height: 900 }, deviceScaleFactor: 1.5 };

const browser = await launch();
const servers = [];

async function visit(varsel, options) {
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(varsel.url);
  await page.locator('#log[aria-live=polite]').waitFor();
  return page;
}
async function serve(playbook) {
  const varsel = await Varsel.start(['--playbook', playbook]);
  servers.push(varsel);
  return varsel;
}
const picture = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) });

try {
  const municipality = await serve('muni');
  const phone = await visit(municipality, { ...DANISH, ...PHONE });
  await report(phone, ['Jeg kom til at sende en mail med helbredsoplysninger om 12 borgere til en forkert']);
  await picture(phone, 'phone-da');

  const desk = await visit(municipality, { ...ENGLISH, ...DESKTOP });
  await report(desk, ['I sent a mail with health information about 12 citizens to the wrong person yesterday at 2 pm']);
  await picture(desk, 'desktop-en');

  const providers = await serve(alwaysOpen('dsop'));
  const contact = await visit(providers, { ...NORWEGIAN, ...DESKTOP, viewport: { width: 1200, height: 1000 } });
  const { mail, incident } = await caseAddress(contact, providers, 'Filene våre er kryptert, og noen krever løsepenger', '.clock');
  await contact.goto(`${providers.url}/trial/mails`);
  await picture(contact, 'mails-nb');
  await contact.goto(providers.url + mail);
  await picture(contact, 'invitation-nb');
  await contact.goto(providers.url + incident);
  await contact.locator('#log[aria-live=polite]').waitFor();
  await picture(contact, 'case-nb');
  await contact.locator('.about section').last().scrollIntoViewIfNeeded();
  await picture(contact, 'group-nb');
} finally {
  await browser.close();
  for (const varsel of servers) await varsel.stop();
  rmSync(scratch, { recursive: true });
}
