// The same message more than once, two devices at once, messages out of order: one effect, the same answer.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import WebSocket from 'ws';
import { Reporter, isFromBot, receiptIn, sequence } from '../support/direct_line.mjs';
import { Varsel, until } from '../support/varsel.mjs';
import { logList, logShow } from './support.mjs';

const REPORT = 'I sent a mail with health data about 12 citizens to a wrong recipient';

let server;
before(async () => { server = await Varsel.start(); });
after(() => server?.stop());

const own = activities => activities.filter(activity => !isFromBot(activity));

async function incidentOf(reporter) {
  const receipt = receiptIn((await reporter.history()).filter(isFromBot).map(activity => activity.text).join('\n'));
  return logShow(server.data, receipt);
}

// A device that listens on the stream of a conversation.
class Device {
  static async connect(reporter, watermark = '') {
    const { body } = await reporter.call('GET', `/conversations/${reporter.id}?watermark=${watermark}`);
    const device = new Device();
    device.got = [];
    device.socket = new WebSocket(body.streamUrl);
    device.socket.on('message', data => device.got.push(...JSON.parse(data.toString() || '{"activities":[]}').activities));
    await new Promise((done, broken) => device.socket.once('open', done).once('error', broken));
    return device;
  }
  ids() { return this.got.map(activity => activity.id); }
  close() { this.socket.terminate(); }
}

test('a message sent twice is one message with one answer', async () => {
  const reporter = await Reporter.open(server.url);
  const clientActivityID = randomUUID();
  const first = await reporter.post(REPORT, clientActivityID);
  const before = await reporter.history();
  const second = await reporter.post(REPORT, clientActivityID);
  assert.equal(second.status, 200);
  assert.equal(second.body.id, first.body.id);
  assert.deepEqual(await reporter.history(), before);
});

test('a message sent twenty times at once is one message with one answer', async () => {
  const reporter = await Reporter.open(server.url);
  const incidents = (await logList(server.data)).length;
  const clientActivityID = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => reporter.post(REPORT, clientActivityID)));
  assert.deepEqual([...new Set(answers.map(answer => answer.status))], [200]);
  assert.equal(new Set(answers.map(answer => answer.body.id)).size, 1);
  const activities = await reporter.history();
  assert.equal(own(activities).length, 1);
  assert.deepEqual(activities.map(sequence), activities.map((_, index) => index + 1));
  assert.equal((await logList(server.data)).length, incidents + 1);
});

test('a redelivered message does not tell the contacts again', async () => {
  const reporter = await Reporter.open(server.url);
  await reporter.say(REPORT);
  const clientActivityID = randomUUID();
  const { body: { id } } = await reporter.post('yes, it is still going on', clientActivityID);
  const told = (await incidentOf(reporter)).told;
  assert.ok(told.length > 0);
  const again = await Promise.all(Array.from({ length: 5 }, () => reporter.post('yes, it is still going on', clientActivityID)));
  assert.ok(again.every(answer => answer.body.id === id));
  assert.deepEqual((await incidentOf(reporter)).told.map(each => each.contact), told.map(each => each.contact));
});

test('a message that was answered before a restart is recognised after it', async () => {
  const reporter = await Reporter.open(server.url);
  const clientActivityID = randomUUID();
  const first = await reporter.post(REPORT, clientActivityID);
  await reporter.say('no');
  const before = await reporter.history();
  for (const stop of ['kill', 'end']) {
    await server[stop]();
    await server.run();
    const again = await Promise.all(Array.from({ length: 4 }, () => reporter.post(REPORT, clientActivityID)));
    assert.ok(again.every(answer => answer.status === 200 && answer.body.id === first.body.id), stop);
    assert.deepEqual(await reporter.history(), before);
  }
});

test('the same words said twice on purpose are two messages', async () => {
  const reporter = await Reporter.open(server.url);
  await reporter.say(REPORT);
  const [one, two] = [await reporter.say('no'), await reporter.say('no')];
  assert.notEqual(one.id, two.id);
  assert.equal(own(await reporter.history()).length, 3);
});

test('the same id in another conversation is another message', async () => {
  const [one, two] = [await Reporter.open(server.url), await Reporter.open(server.url)];
  const clientActivityID = randomUUID();
  await one.post(REPORT, clientActivityID);
  await two.post(REPORT, clientActivityID);
  assert.equal(own(await one.history()).length, 1);
  assert.equal(own(await two.history()).length, 1);
  assert.notEqual((await incidentOf(one)).receipt, (await incidentOf(two)).receipt);
});

test('two devices write at once and both see one conversation', async t => {
  const reporter = await Reporter.open(server.url);
  const devices = [await Device.connect(reporter), await Device.connect(reporter)];
  t.after(() => devices.forEach(device => device.close()));
  await reporter.say(REPORT);
  const messages = [];
  for (let number = 0; number < 6; ++number)
    messages.push(reporter.post(`note ${number} from the phone`), reporter.post(`note ${number} from the desk`));
  const answers = await Promise.all(messages);
  assert.ok(answers.every(answer => answer.status === 200));
  assert.equal(new Set(answers.map(answer => answer.body.id)).size, answers.length);

  const activities = await reporter.history();
  assert.deepEqual(activities.map(sequence), activities.map((_, index) => index + 1));
  assert.equal(own(activities).length, 1 + messages.length);
  for (const activity of own(activities))
    assert.ok(activities.some(answer => answer.replyToId === activity.id), `no answer to ${activity.text}`);
  const expected = activities.map(activity => activity.id);
  await until(() => devices.every(device => device.got.length >= expected.length), 'both devices have everything');
  for (const device of devices) assert.deepEqual(device.ids(), expected, 'in order, nothing twice');
});

test('messages that overtake each other are all kept, and a late copy changes nothing', async () => {
  const reporter = await Reporter.open(server.url);
  const texts = [REPORT, 'it happened yesterday at 10:15', 'no, it has stopped', 'the recipient was external'];
  const ids = texts.map(() => randomUUID());
  // The last one arrives first.
  for (const index of [3, 1, 0, 2]) assert.equal((await reporter.post(texts[index], ids[index])).status, 200);
  const before = await reporter.history();
  for (const index of [0, 3, 2, 1]) assert.equal((await reporter.post(texts[index], ids[index])).status, 200);
  assert.deepEqual(await reporter.history(), before);
  assert.deepEqual(own(before).map(activity => activity.channelData.clientActivityID).sort(), [...ids].sort());
  const { facts } = await incidentOf(reporter);
  assert.equal(facts.affected.value.min, 12);
  assert.equal(facts.ongoing.value, 'no');
});

test('everybody who works on a case writes at once, and every word is kept', async () => {
  const reporter = await Reporter.open(server.url);
  await reporter.say(REPORT);
  await reporter.say('yes, it is still going on');
  const { receipt, told } = await incidentOf(reporter);
  const contacts = new Set(told.map(each => each.contact)).size;
  const folder = join(server.data, 'mail');
  const links = await until(() => {
    const mails = readdirSync(folder).filter(name => name.endsWith('.eml')).map(name => readFileSync(join(folder, name), 'utf8').replaceAll('=\r\n', ''));
    const found = mails.filter(mail => mail.includes(receipt)).map(mail => mail.match(/\/case\/[\w-]+/)[0]);
    return found.length >= contacts && found;
  }, 'a mail for each contact');
  const writing = links.map(async (link, index) => {
    const url = server.url + link;
    const html = await (await fetch(url, { headers: { 'accept-language': 'en' } })).text();
    const id = html.match(/name="id"[^>]*value="([^"]+)"/)[1];
    const text = `word number ${index} on the case`;
    // Whoever is told that it could not be kept just now sends the same form again.
    await until(async () => {
      const { status } = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ id, text }) });
      assert.ok(status === 303 || status === 503, `${status}`);
      return status === 303;
    }, text);
    assert.equal((await (await fetch(url)).text()).split(text).length - 1, 1, 'once');
  });
  const said = Array.from({ length: 5 }, async (_, index) => {
    const clientActivityID = randomUUID();
    await until(async () => {
      const { status } = await reporter.post(`word ${index} of the reporter`, clientActivityID);
      assert.ok(status === 200 || status === 502, `${status}`);
      return status === 200;
    }, `word ${index}`);
  });
  await Promise.all([...writing, ...said]);
  assert.equal(own(await reporter.history()).length, 2 + said.length);
});

test('a double click on the form without JavaScript is one message', async () => {
  const page = await fetch(server.url, { headers: { 'accept-language': 'en' } });
  const html = await page.text();
  const cookie = page.headers.getSetCookie().map(each => each.split(';')[0]).join('; ');
  const id = html.match(/name="id"[^>]*value="([^"]+)"/)[1];
  const post = () => fetch(server.url, {
    method: 'POST', redirect: 'manual', headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ id, text: REPORT }),
  });
  const answers = await Promise.all([post(), post()]);
  assert.deepEqual(answers.map(answer => answer.status), [303, 303]);
  const after = await (await fetch(server.url, { headers: { cookie, 'accept-language': 'en' } })).text();
  assert.equal(after.split('wrong recipient').length - 1, 1);
});
