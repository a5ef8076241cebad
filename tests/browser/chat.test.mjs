// The reporter's page in a real browser, against the real server.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Varsel, launch } from './varsel.mjs';

const PHONE = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const DANISH = { locale: 'da-DK', timezoneId: 'Europe/Copenhagen' };
const REPORT = 'jeg har sendt en mail med helbredsoplysninger til en forkert borger';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

let varsel, browser;
before(async () => {
  varsel = await Varsel.start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await varsel?.stop();
});

// A page of its own; what it complains of and what it asks of other places fails the test.
async function open(t, options = {}, path = '/') {
  const context = await browser.newContext({ ...DANISH, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', error => wrong.push(error.message));
  page.on('console', message => {
    const text = message.text();
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) wrong.push(text);
  });
  page.on('request', request => {
    const { host, protocol } = new URL(request.url());
    if (host !== `127.0.0.1:${varsel.port}` && protocol !== 'data:' && protocol !== 'blob:') wrong.push(`external: ${request.url()}`);
  });
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective), true);
  });
  t.after(async () => {
    if (options.javaScriptEnabled !== false) wrong.push(...await page.evaluate(() => violations).catch(() => []));
    await context.close();
    assert.deepEqual(wrong, []);
  });
  await page.goto(varsel.url + path);
  if (options.javaScriptEnabled !== false) await page.locator('#log[aria-live=polite]').waitFor();
  return page;
}

const mine = page => page.locator('#log .turn.mine');
const theirs = page => page.locator('#log .turn:not(.mine)');
// Waits until Varsel has said more than `before`.
const answered = (page, before) => page.waitForFunction(n => document.querySelectorAll('#log .turn:not(.mine)').length > n, before);

const submitted = async page => /V-\S+ er sendt\./.test(await theirs(page).last().innerText());

async function say(page, text) {
  const before = await theirs(page).count();
  await page.locator('#message').fill(text);
  await page.locator('#message').press('Enter');
  await answered(page, before);
}

describe('with JavaScript', () => {
  test('a report is made by keyboard alone, from the first Tab to the hand-in', async t => {
    const page = await open(t);
    const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.className);
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await focused(), 'message');
    const greeted = await theirs(page).count();
    await page.keyboard.type(REPORT);
    await page.keyboard.press('Enter');
    await answered(page, greeted);
    assert.equal(await page.locator('#message').inputValue(), '');
    let answers = 0;
    for (let before; !await submitted(page); ++answers) {
      assert.ok(answers < 30, await theirs(page).last().innerText());
      assert.equal(await focused(), 'message', 'after an answer the next can be typed at once');
      before = await theirs(page).count();
      if (await page.locator('#buttons button').count()) {
        await page.keyboard.press('Shift+Tab');
        while (await page.evaluate(() => document.activeElement !== document.querySelector('#buttons button'))) {
          assert.ok(await page.evaluate(() => !!document.activeElement.closest('#buttons')), 'the buttons stand right before the message');
          await page.keyboard.press('Shift+Tab');
        }
        assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none', 'focus is seen');
        await page.keyboard.press('Enter');
      } else {
        await page.keyboard.type('det ved jeg ikke');
        await page.keyboard.press('Enter');
      }
      await answered(page, before);
      if (answers === 0) {
        assert.ok(await page.locator('#progress').isVisible());
        assert.ok(await page.locator('#progress-bar').evaluate(bar => bar.value) > 0);
      }
    }
    assert.ok(answers > 5);
  });

  test('buttons stand under the last message only and vanish when one is pressed', async t => {
    const page = await open(t);
    await say(page, REPORT);
    assert.equal(await page.locator('#log button').count(), 0);
    assert.ok(await page.locator('#buttons button').count() > 0, 'the first question has buttons');
    const label = await page.locator('#buttons button').first().innerText();
    const before = await theirs(page).count();
    await page.locator('#buttons button').first().dblclick();
    await answered(page, before);
    assert.equal(await mine(page).count(), 2, label);
  });

  test('a double click on Send is one message', async t => {
    const page = await open(t);
    const before = await theirs(page).count();
    await page.locator('#message').fill(REPORT);
    await page.locator('.send').dblclick();
    await answered(page, before);
    assert.equal(await mine(page).count(), 1);
    await page.reload();
    await page.locator('#log .turn.mine').first().waitFor();
    assert.equal(await mine(page).count(), 1);
  });

  test('a reload and a second tab go on with the same conversation', async t => {
    const page = await open(t);
    await say(page, REPORT);
    const said = await theirs(page).allInnerTexts();
    await page.locator('#message').fill('halvvejs i en sætn');
    await page.reload();
    await mine(page).first().waitFor();
    assert.deepEqual(await theirs(page).allInnerTexts(), said);
    assert.equal(await page.locator('#message').inputValue(), 'halvvejs i en sætn');
    const second = await page.context().newPage();
    await second.goto(varsel.url);
    await mine(second).first().waitFor();
    const before = await theirs(page).count();
    await say(second, 'i går');
    await answered(page, before);
    assert.equal(await mine(page).count(), 2);
  });

  test('a message written while the server is gone arrives once when it is back', async t => {
    const page = await open(t);
    await say(page, REPORT);
    await varsel.kill();
    await page.locator('#message').fill('det skete i går klokken 14');
    await page.locator('#message').press('Enter');
    await page.locator('.state', { hasText: 'Ikke sendt endnu' }).waitFor();
    await page.locator('#status', { hasText: 'Ingen forbindelse' }).waitFor();
    const before = await theirs(page).count();
    await varsel.run();
    await answered(page, before);
    assert.equal(await mine(page).count(), 2);
    assert.equal(await page.locator('.state').count(), 0);
    await page.reload();
    await mine(page).first().waitFor();
    assert.equal(await mine(page).count(), 2);
  });

  test('a message not sent yet survives a reload', async t => {
    const page = await open(t);
    await say(page, REPORT);
    await page.context().setOffline(true);
    await page.locator('#message').fill('i går');
    await page.locator('#message').press('Enter');
    await page.locator('.state', { hasText: 'Ikke sendt endnu' }).waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll('#log .turn.mine').length === 2 && !document.querySelector('.state'));
  });

  test('a screenshot is attached by choosing and by pasting, and other files are refused in words', async t => {
    const page = await open(t);
    const before = await theirs(page).count();
    await page.locator('#file').setInputFiles({ name: 'skærm.png', mimeType: 'image/png', buffer: PNG });
    await page.evaluate(bytes => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'indsat.png', { type: 'image/png' }));
      document.getElementById('message').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, [...PNG]);
    assert.deepEqual(await page.locator('#chosen bdi').allInnerTexts(), ['skærm.png', 'indsat.png']);
    await page.locator('#chosen button').last().click();
    await page.locator('#file').setInputFiles({ name: 'program.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
    await page.locator('#problem', { hasText: 'Denne type fil kan ikke modtages' }).waitFor();
    await page.locator('#message').fill(REPORT);
    await page.locator('.send').click();
    await answered(page, before);
    await page.waitForFunction(() => !document.querySelector('.state'));
    assert.deepEqual(await mine(page).locator('.files bdi').allInnerTexts(), ['skærm.png']);
  });

  test('a screenshot is dropped on the page', async t => {
    const page = await open(t);
    const files = await page.evaluateHandle(bytes => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'sluppet.png', { type: 'image/png' }));
      return data;
    }, [...PNG]);
    await page.locator('body').dispatchEvent('dragover', { dataTransfer: files });
    assert.ok(await page.locator('body.dropping').count(), 'the page shows that it takes the file');
    await page.locator('body').dispatchEvent('drop', { dataTransfer: files });
    assert.equal(await page.locator('body.dropping').count(), 0);
    assert.deepEqual(await page.locator('#chosen bdi').allInnerTexts(), ['sluppet.png']);
    await say(page, REPORT);
    await page.waitForFunction(() => !document.querySelector('.state'));
    assert.deepEqual(await mine(page).locator('.files bdi').allInnerTexts(), ['sluppet.png']);
  });

  test('in forced colours who speaks, what is pressed and what is focused can be told apart', async t => {
    const page = await open(t, { forcedColors: 'active' });
    await say(page, REPORT);
    const border = locator => locator.evaluate(e => { const s = getComputedStyle(e); return s.borderStyle !== 'none' && parseFloat(s.borderWidth) > 0; });
    assert.ok(await border(mine(page).first().locator('.said')), 'what I said has an edge');
    assert.ok(await border(page.locator('#buttons button').first()), 'a button has an edge');
    await page.locator('#buttons button').first().focus();
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
  });

  test('what was said can be printed without the tools to say it', async t => {
    const page = await open(t);
    await say(page, REPORT);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await mine(page).first().isVisible());
    assert.ok(await theirs(page).last().isVisible());
    for (const tool of ['#composer', '#buttons', '#leave']) assert.ok(!await page.locator(tool).isVisible(), tool);
  });

  test('a message that turns its writing direction cannot turn the page', async t => {
    const page = await open(t);
    await say(page, '\u202Eskævt\u202C <b>fed</b> https://example.com שלום');
    const turn = mine(page).first();
    assert.equal(await turn.locator('b').count(), 1, 'the name alone');
    assert.equal(await turn.locator('a').count(), 0);
    assert.ok(!/[\u202A-\u202E\u2066-\u2069]/.test(await turn.locator('.said').innerText()));
    assert.equal(await turn.locator('.said').evaluate(said => getComputedStyle(said).unicodeBidi), 'isolate');
  });

  test('leaving clears the browser and the report stays', async t => {
    const page = await open(t);
    await say(page, REPORT);
    await page.getByRole('button', { name: 'Forlad og ryd siden' }).click();
    await page.getByRole('heading', { name: 'Du har forladt samtalen' }).waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length), 0);
    await page.goto(varsel.url);
    await page.locator('#log[aria-live=polite]').waitFor();
    assert.equal(await mine(page).count(), 0);
  });

  test('nothing scrolls sideways on a phone of 320 pixels', async t => {
    const page = await open(t, PHONE);
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(await sideways() <= 0);
    await page.locator('#message').fill(`${REPORT} ${'langtordudenmellemrum'.repeat(8)}`);
    const before = await theirs(page).count();
    await page.locator('.send').click();
    await answered(page, before);
    assert.ok(await sideways() <= 0);
    assert.ok(await page.locator('.send').isVisible());
    const small = await page.locator('button:visible, a:visible').evaluateAll(all => all.map(e => e.getBoundingClientRect())
      .filter(box => box.width > 0 && (box.height < 24 || box.width < 24)).length);
    assert.equal(small, 0, 'targets under 24 pixels');
  });

  test('the page with everything it loads weighs less than 60 KB', async t => {
    const context = await browser.newContext(DANISH);
    t.after(() => context.close());
    const page = await context.newPage();
    const loaded = [];
    page.on('response', response => {
      if (!response.url().includes('/v3/')) loaded.push(response.body().then(body => body.length));
    });
    await page.goto(varsel.url, { waitUntil: 'load' });
    await page.locator('#log[aria-live=polite]').waitFor();
    const weight = (await Promise.all(loaded)).reduce((sum, size) => sum + size, 0);
    assert.ok(loaded.length >= 5);
    assert.ok(weight < 60_000, `${weight} bytes`);
  });
});

describe('without JavaScript', () => {
  const OFF = { javaScriptEnabled: false };

  test('a report is made and handed in with forms, buttons and a file', async t => {
    const page = await open(t, OFF);
    await page.locator('#message').fill(REPORT);
    await page.locator('#file').setInputFiles({ name: 'skærm.png', mimeType: 'image/png', buffer: PNG });
    await page.locator('.send').click();
    await page.waitForURL('**/#latest');
    assert.equal(await mine(page).count(), 1);
    assert.deepEqual(await mine(page).locator('.files bdi').allInnerTexts(), ['skærm.png']);
    assert.ok(await page.locator('#progress').isVisible());
    for (let turn = 2; !await submitted(page); ++turn) {
      assert.ok(turn < 30, await theirs(page).last().innerText());
      if (await page.locator('#buttons button').count()) {
        await page.locator('#buttons button').first().click();
      } else {
        await page.locator('#message').fill('det ved jeg ikke');
        await page.locator('.send').click();
      }
      await page.waitForLoadState();
      assert.equal(await mine(page).count(), turn);
    }
  });

  test('an empty message is answered in words and going back sends nothing twice', async t => {
    const page = await open(t, OFF);
    await page.locator('.send').click();
    await page.locator('#problem', { hasText: 'Skriv en besked først' }).waitFor();
    await page.locator('#message').fill(REPORT);
    await page.locator('.send').click();
    await page.waitForURL('**/#latest');
    await page.reload();
    assert.equal(await mine(page).count(), 1);
  });

  test('the language is changed by a button and stays', async t => {
    const page = await open(t, OFF);
    assert.equal(await page.locator('html').getAttribute('lang'), 'da');
    await page.getByRole('button', { name: 'Nynorsk' }).click();
    await page.getByRole('heading', { name: 'Meld frå om eit tryggleiksbrot' }).waitFor();
    await page.goto(`${varsel.url}/nothing`);
    await page.getByRole('heading', { name: 'Her er det ingenting' }).waitFor();
  });

  test('what the form began, the script goes on with', async t => {
    const page = await open(t, OFF);
    await page.locator('#message').fill(REPORT);
    await page.locator('.send').click();
    await page.waitForURL('**/#latest');
    const context = await browser.newContext({ ...DANISH, storageState: await page.context().storageState() });
    t.after(() => context.close());
    const scripted = await context.newPage();
    await scripted.goto(varsel.url);
    await mine(scripted).first().waitFor();
    await say(scripted, 'i går');
    await page.goto(varsel.url);
    assert.equal(await mine(page).count(), 2);
  });
});
