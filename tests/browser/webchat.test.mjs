// Microsoft's own Web Chat against our Direct Line, from a page of another origin: what an organisation that has Web Chat on
// its intranet would do. No request is intercepted, so the browser's CORS checks are real.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { webChatBundle } from './peers.mjs';
import { Varsel, launch } from './varsel.mjs';

const PAGE = `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Web Chat</title>
<style>html,body,#chat{height:100%;margin:0}</style></head><body><main id="chat"></main><script src="/webchat.js"></script></body></html>`;

let varsel, browser, host, origin;
before(async () => {
  const bundle = webChatBundle();
  host = createServer((request, response) => {
    const script = request.url === '/webchat.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(script ? bundle : PAGE);
  });
  await new Promise(done => host.listen(0, '127.0.0.1', done));
  origin = `http://localhost:${host.address().port}`;
  varsel = await Varsel.start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await varsel?.stop();
  host?.close();
});

for (const webSocket of [false, true]) {
  test(`text and a suggested action, in Norwegian, over ${webSocket ? 'a WebSocket' : 'polling'}`, async t => {
    const context = await browser.newContext({ locale: 'nb-NO', viewport: { width: 900, height: 900 } });
    t.after(() => context.close());
    const page = await context.newPage();
    const wrong = [];
    page.on('pageerror', error => wrong.push(error.message));
    await page.goto(origin);
    await page.evaluate(async ({ domain, webSocket }) => {
      const answer = await fetch(`${domain}/tokens/generate`, { method: 'POST' });
      const { token } = await answer.json();
      const directLine = WebChat.createDirectLine({ domain, token, webSocket, pollingInterval: 300 });
      WebChat.renderWebChat({ directLine, locale: 'nb-NO' }, document.getElementById('chat'));
    }, { domain: `${varsel.url}/v3/directline`, webSocket });

    const box = page.locator('[data-id="webchat-sendbox-input"], .webchat__send-box-text-box__input').first();
    await box.waitFor();
    assert.match(await box.getAttribute('placeholder') ?? '', /melding/i);
    const bubbles = page.locator('.webchat__bubble:not(.webchat__bubble--from-user)');
    await bubbles.first().waitFor();
    const say = async act => {
      const had = await bubbles.count();
      await act();
      await page.waitForFunction(n => document.querySelectorAll('.webchat__bubble:not(.webchat__bubble--from-user)').length > n, had);
    };
    await say(async () => {
      await box.fill('jeg har sendt en e-post med helseopplysninger til feil mottaker');
      await box.press('Enter');
    });
    const action = page.locator('.webchat__suggested-action').first();
    await action.waitFor();
    await say(() => action.click());
    await page.getByText(/kan ikke sende|send failed/i).waitFor({ state: 'detached' });
    assert.equal(await page.locator('.webchat__bubble--from-user').count(), 2);
    assert.deepEqual(wrong, []);
  });
}
