// Microsoft's botframework-directlinejs against a running server, polling and WebSocket: what it needs and how it
// behaves is what "speaks Direct Line" means.
//
//   npm ci --ignore-scripts && VARSEL_URL=http://127.0.0.1:8080 node --test directlinejs.mjs
//
// VARSEL_SECRET: the secret for tokens/generate, where the server gives none to strangers.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { test } from 'node:test';

const require = createRequire(import.meta.url);
globalThis.XMLHttpRequest = require('xmlhttprequest').XMLHttpRequest;
globalThis.WebSocket = require('ws');
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

const base = new URL(process.env.VARSEL_URL ?? 'http://127.0.0.1:8080');
const domain = new URL('/v3/directline', base).href;
const secret = process.env.VARSEL_SECRET;
const WORDS = 'Jeg har sendt en mail til en forkert modtager';

async function generate(user) {
  const response = await fetch(`${domain}/tokens/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(secret && { authorization: `Bearer ${secret}` }) },
    body: JSON.stringify({ user: { id: user } }),
  });
  assert.equal(response.status, 200);
  const token = await response.json();
  assert.ok(token.conversationId && token.token);
  assert.ok(token.expires_in >= 1800, 'clients refresh after 15 minutes');
  return token;
}

// A client that keeps everything it gets. Always ended with end(), for it polls for ever.
class Client {
  constructor(options) {
    this.got = [];
    this.statuses = [];
    this.waiters = [];
    this.line = new DirectLine({ domain, pollingInterval: 200, timeout: 5000, ...options });
    this.line.connectionStatus$.subscribe((status) => this.statuses.push(ConnectionStatus[status]));
    this.line.activity$.subscribe(
      (activity) => {
        this.got.push(activity);
        this.waiters = this.waiters.filter((check) => !check());
      },
      (error) => this.statuses.push(`error ${error.message}`),
    );
  }

  // The first activity that matches; fails with what came instead.
  until(matches, what) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`no ${what}; ${this.statuses.join(' > ')}; ${JSON.stringify(this.got)}`)),
        15_000,
      );
      const check = () => {
        const found = this.got.find(matches);
        if (found) {
          clearTimeout(late);
          resolve(found);
        }
        return found !== undefined;
      };
      if (!check()) this.waiters.push(check);
    });
  }

  post(activity) {
    return new Promise((resolve, reject) =>
      this.line.postActivity({ type: 'message', from: { id: 'ignored' }, ...activity }).subscribe(resolve, reject),
    );
  }

  say(text, clientActivityID = randomUUID()) {
    return this.post({ text, locale: 'da-DK', channelData: { clientActivityID } });
  }

  assertNoDuplicates() {
    const ids = this.got.map((activity) => activity.id);
    assert.equal(new Set(ids).size, ids.length, `duplicates in ${ids.join(', ')}`);
  }

  end() {
    this.line.end();
  }
}

const fromBot = (activity) => activity.type === 'message' && activity.from.role === 'bot';

for (const webSocket of [false, true]) {
  const way = webSocket ? 'WebSocket' : 'polling';

  test(`a conversation over ${way}`, async (t) => {
    const user = `dl_${randomUUID()}`;
    const { token, conversationId } = await generate(user);
    const client = new Client({ token, webSocket, conversationStartProperties: { locale: 'da-DK' } });
    t.after(() => client.end());

    const greeting = await client.until(fromBot, 'greeting');
    assert.ok(greeting.text.length > 0);
    assert.equal(greeting.conversation.id, conversationId);
    assert.ok(!Number.isNaN(Date.parse(greeting.timestamp)));

    const clientActivityID = randomUUID();
    const id = await client.say(WORDS, clientActivityID);
    assert.ok(id.startsWith(`${conversationId}|`), id);
    const echoed = await client.until((a) => a.channelData?.clientActivityID === clientActivityID, 'echo');
    assert.equal(echoed.id, id);
    assert.equal(echoed.text, WORDS);
    assert.equal(echoed.from.id, user, 'the user of the token, whatever the activity says');
    const reply = await client.until((a) => fromBot(a) && a.replyToId === id, 'reply');
    assert.ok(reply.text.length > 0);
    for (const action of reply.suggestedActions?.actions ?? []) assert.ok(action.title && action.value);

    assert.equal(await client.say(WORDS, clientActivityID), id, 'sent again: the same activity');
    const second = await client.post({ value: { text: 'ja' }, channelData: { postBack: true } });
    await client.until((a) => fromBot(a) && a.replyToId === second, 'reply to a pressed button');
    client.assertNoDuplicates();
    assert.ok(client.statuses.includes('Online'));
    assert.ok(!client.statuses.some((status) => /Failed|Expired|error/.test(status)), client.statuses.join(' > '));
  });

  test(`a page that comes back over ${way} gets only what is new`, async (t) => {
    const { token, conversationId } = await generate(`dl_${randomUUID()}`);
    const before = new Client({ token, webSocket });
    t.after(() => before.end());
    await before.until(fromBot, 'greeting');
    const first = await before.say(WORDS);
    await before.until((a) => fromBot(a) && a.replyToId === first, 'reply');
    before.end();

    const read = await fetch(`${domain}/conversations/${conversationId}/activities`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { activities, watermark } = await read.json();
    assert.deepEqual(activities.map((a) => a.id).slice(0, before.got.length), before.got.map((a) => a.id));

    const again = await fetch(`${domain}/conversations/${conversationId}?watermark=${watermark}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.equal(again.status, 200);
    const { streamUrl } = await again.json();
    const after = new Client({ token, conversationId, streamUrl, watermark, webSocket });
    t.after(() => after.end());
    const second = await after.say('nej');
    await after.until((a) => fromBot(a) && a.replyToId === second, 'reply after coming back');
    assert.equal(after.got[0].id, second, 'nothing old');
    after.assertNoDuplicates();
  });
}

test('the activities of an open conversation are an array even when there are none', async () => {
  const { token, conversationId } = await generate(`dl_${randomUUID()}`);
  const headers = { authorization: `Bearer ${token}` };
  const started = await fetch(`${domain}/conversations`, { method: 'POST', headers });
  assert.equal(started.status, 201);
  const address = `${domain}/conversations/${conversationId}/activities`;
  const all = await (await fetch(`${address}?watermark=`, { headers })).json();
  assert.ok(all.activities.length > 0);
  const none = await (await fetch(`${address}?watermark=${all.watermark}`, { headers })).json();
  assert.deepEqual(none, { activities: [], watermark: all.watermark });
  assert.equal((await fetch(`${domain}/conversations`, { method: 'POST', headers })).status, 200);
});
