// The server is killed with SIGKILL at random instants while people write, and started again at once. Whatever was
// acknowledged is there exactly once afterwards; whatever was not can be sent again without harm.
//
//   VARSEL_KILLS=300 VARSEL_SEED=7 node --test kill.test.mjs
import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Reporter, isFromBot, receiptIn, sequence } from '../support/direct_line.mjs';
import { Varsel, temporaryFolder, until, varsel } from '../support/varsel.mjs';
import { lines, logList, pause, quickPlaybook, seeded, sql } from './support.mjs';

const KILLS = Number(process.env.VARSEL_KILLS ?? 60);
const SEED = Number(process.env.VARSEL_SEED ?? Date.now() % 1_000_000);
const WRITERS = 12;   // write all the time
const SILENT = 4;     // report once and say no more: a timer asks them
// What timers say to the silent, and when.
const NUDGE = { text: 'Are you still there?', after: 60_000 };
const HAND_OVER = { text: 'to the adviser as it stands', after: 120_000 };
const RETRY_AFTER = 25;
const GIVE_UP_AFTER = 30_000;

// What one person says. The number in it is theirs alone and must be found in the log; some let contacts be told at
// once, some hand in.
const story = number => [
  `I sent a mail with health data of ${number} citizens to a wrong recipient yesterday at 10:15`,
  number % 3 === 0 ? 'yes, it is still going on' : 'no',
  'the recipient was external',
  'citizens and employees',
  'the mail was not encrypted',
  'I asked the recipient to delete it',
  'why do you ask?',
  'show me what you have',
  'it was a typing mistake',
  ...(number % 2 === 0 ? Array(14).fill('skip') : []),
  ...(number % 2 === 0 ? ['Hand it in'] : ['later']),
];

class Writer {
  constructor(number) {
    this.number = number;
    this.random = seeded(SEED + number);
    this.acknowledged = [];  // { clientActivityID, id, text }
    this.repeated = 0;       // attempts that were not acknowledged
  }

  // Opens a conversation and says everything, each message until it is acknowledged.
  async write(url, goOn) {
    this.reporter = await this.insist(() => Reporter.open(url));
    for (const text of story(this.number)) {
      if (!goOn()) return;
      const clientActivityID = randomUUID();
      const { id } = await this.insist(async () => {
        const { status, body } = await this.reporter.post(text, clientActivityID);
        // What a server that goes down may say; anything else is a fault.
        assert.ok(status === 200 || status === 502 || status === 503, `${status} ${JSON.stringify(body)}`);
        return status === 200 && body;
      });
      this.acknowledged.push({ clientActivityID, id, text });
      await pause(this.random.between(20, 250));
    }
  }

  async insist(attempt) {
    const deadline = Date.now() + GIVE_UP_AFTER;
    for (;;) {
      try {
        const answer = await attempt();
        if (answer) return answer;
      } catch (error) {
        if (error.code === 'ERR_ASSERTION' || Date.now() > deadline) throw error;
      }
      if (over || Date.now() > deadline) throw new Error(`writer ${this.number} was not answered`);
      ++this.repeated;
      await pause(RETRY_AFTER);
    }
  }

  // Everything acknowledged so far is there once, in an unbroken row, each message with its answer.
  async check() {
    if (!this.reporter) return [];
    const expected = [...this.acknowledged];
    const activities = await this.insist(() => this.reporter.history());
    assert.deepEqual(activities.map(sequence), activities.map((_, index) => index + 1), 'ids without gaps');
    const said = activities.filter(activity => !isFromBot(activity));
    const clientIds = said.map(activity => activity.channelData.clientActivityID);
    assert.equal(new Set(clientIds).size, clientIds.length, 'no message twice');
    for (const { clientActivityID, id, text } of expected) {
      const kept = said.find(activity => activity.channelData.clientActivityID === clientActivityID);
      assert.ok(kept, `acknowledged and lost: ${text}`);
      assert.equal(kept.id, id, 'the id that was acknowledged');
      assert.equal(kept.text, text);
    }
    for (const activity of said)
      assert.ok(activities.some(answer => isFromBot(answer) && answer.replyToId === activity.id), `no answer to ${activity.text}`);
    return activities;
  }
}

let folder, server, over = false;
before(async () => {
  folder = temporaryFolder();
  const playbook = quickPlaybook(folder, { nudge_after_minutes: '1', hand_over_after_minutes: '2' });
  server = await Varsel.start(['--playbook', playbook], { data: join(folder, 'data') });
});
after(async () => {
  over = true;
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test(`${KILLS} kills under ${WRITERS} conversations lose nothing and do nothing twice (VARSEL_SEED=${SEED})`, async t => {
  const random = seeded(SEED);
  const all = [];
  let going = true;
  t.after(() => { going = false; });
  const writing = Array.from({ length: WRITERS }, async () => {
    while (going) {
      const writer = new Writer(1000 + all.length);
      all.push(writer);
      await writer.write(server.url, () => going);
    }
  });
  // A fault of a writer ends the test at once, not after the last kill.
  let fault;
  Promise.all(writing).catch(error => { fault = error; });

  const silent = Array.from({ length: SILENT }, (_, index) => new Writer(900 + index));
  for (const writer of silent) {
    writer.reporter = await writer.insist(() => Reporter.open(server.url));
    const clientActivityID = randomUUID();
    const text = story(writer.number)[0];
    const { body } = await writer.reporter.post(text, clientActivityID);
    writer.acknowledged.push({ clientActivityID, id: body.id, text });
  }
  const silentSince = Date.now();

  const ready = [];
  for (let kill = 0; kill < KILLS; ++kill) {
    await pause(random.between(1, 4) === 1 ? random.between(0, 60) : random.between(100, 1200));
    await server.kill();
    if (random.between(1, 6) === 1) {  // and again, before it listens
      const starting = server.run().catch(() => {});
      await pause(random.between(0, 120));
      await server.kill();
      await starting;
    }
    await server.run();
    ready.push(server.readyAfter);
    if (fault) throw fault;
    await Promise.all([...all.slice(-WRITERS), ...silent].map(writer => writer.check()));
  }
  going = false;
  await Promise.all(writing);

  // Timers: each silent person is asked once, whatever happened meanwhile; in a long run the report is then handed over.
  for (const said of KILLS > 100 ? [NUDGE, HAND_OVER] : [NUDGE]) {
    const times = async writer => (await writer.check()).filter(activity => activity.text.includes(said.text)).length;
    await until(async () => (await Promise.all(silent.map(times))).every(count => count > 0),
      `the silent hear “${said.text}”`, Math.max(0, silentSince + said.after - Date.now()) + 15_000);
    for (const writer of silent) assert.equal(await times(writer), 1, said.text);
  }

  // Incidents: one for each conversation in which somebody reported, with what was said.
  const receipts = new Map();
  for (const writer of [...all, ...silent]) {
    const activities = await writer.check();
    if (!activities.some(activity => !isFromBot(activity))) continue;
    const receipt = receiptIn(activities.filter(isFromBot).map(activity => activity.text).join('\n'));
    assert.ok(receipt, 'a report has a receipt');
    assert.ok(!receipts.has(receipt), `${receipt} stands in two conversations`);
    receipts.set(receipt, writer);
  }
  const listed = await logList(server.data);
  assert.deepEqual(listed.map(incident => incident.receipt).sort(), [...receipts.keys()].sort());
  const exported = await varsel(['log', 'export', '--data', server.data]);
  assert.equal(exported.code, 0, exported.err);
  const incidents = lines(exported.out);
  assert.equal(incidents.length, receipts.size);
  for (const incident of incidents) {
    const writer = receipts.get(incident.receipt);
    assert.deepEqual(incident.facts.affected.value, { min: writer.number, max: writer.number, approx: false }, incident.receipt);
  }

  // Outgoing messages: each exactly once, and all of them gone out.
  await until(async () => (await sql(server.data, 'SELECT count(*) FROM outbox WHERE state <> 3'))[0][0] === 0,
    'the outbox is empty', 30_000);
  assert.equal(await server.end(), 0);
  const keys = (await sql(server.data, 'SELECT key FROM outbox')).map(([key]) => key);
  const mails = readdirSync(join(server.data, 'mail')).filter(name => name.endsWith('.eml'));
  const messageId = key => `${createHash('sha256').update(key).digest('hex').slice(0, 32)}@localhost`;
  const expected = new Set(keys.map(key => `${messageId(key)}.eml`));
  assert.deepEqual(mails.filter(mail => !expected.has(mail)), [], 'no mail that the outbox does not know');
  assert.equal(mails.length, keys.length, 'a mail for every message');
  for (const mail of mails)
    assert.match(readFileSync(join(server.data, 'mail', mail), 'latin1'), new RegExp(`^Message-ID: <${mail.slice(0, -4)}>\\r$`, 'mi'));
  const told = incidents.flatMap(incident => incident.told);
  assert.ok(told.length > 0);
  assert.ok(told.every(each => each.delivery), 'whoever is told has a message');

  const verified = await varsel(['log', 'verify', '--data', server.data]);
  assert.equal(verified.code, 0, verified.out + verified.err);
  assert.match(verified.out, /^whole: \d+ rows/);
  const turns = [...all, ...silent].reduce((sum, writer) => sum + writer.acknowledged.length, 0);
  const repeated = [...all, ...silent].reduce((sum, writer) => sum + writer.repeated, 0);
  t.diagnostic(`${KILLS} kills, ${turns} acknowledged turns, ${repeated} attempts that were not, ${incidents.length} incidents, ${mails.length} mails, ` +
    `ready again after ${Math.round(ready.reduce((a, b) => a + b, 0) / ready.length)} ms (at most ${Math.round(Math.max(...ready))})`);
  await server.run();  // what was killed so often starts once more
});
