// A configuration as in production, with a real mail server: STARTTLS, a login, an authority of its own, behind a proxy
// that ends TLS.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Reporter, receiptIn } from '../support/direct_line.mjs';
import { MailServer } from '../support/smtp.mjs';
import { Varsel, root, temporaryFolder, until } from '../support/varsel.mjs';
import { logShow, productionKey, quickPlaybook, sql } from './support.mjs';

const PUBLIC = 'https://varsel.kommune.example';
const REPORT = 'I sent a mail with health data of 4711 citizens to Tordenskjold, a wrong recipient, yesterday at 10:15';
// Words that only somebody who had read the report could write, in the languages of the mails.
const SENSITIVE = /4711|tordenskjold|health|helbred|helse|citizens|borger(e|ar|ne)\b|innbygg|wrong recipient|forkert|feil mottaker|misdirected|10[.:]15|yesterday/i;

// Who is reached as what: the local part tells the mail server what to do.
const MUNI = {
  'egedal.leader': 'leader',              // answers, and works on the case
  'egedal.it_security': 'rcpt-550',       // gone
  'egedal.dpo': 'rcpt-drop',              // hung up before anything was sent
  'system_owner.dpo': 'rcpt-450',         // greylisted
  'system_owner.mailbox': 'data-drop',    // everything sent, the answer lost
  'system_owner.desk': 'rcpt-silent',     // slow: no answer for a minute
  'supplier.duty': 'supplier',
};

let mail, folder;
before(async () => {
  mail = await MailServer.start();
  folder = temporaryFolder();
});
after(async () => {
  await mail?.stop();
  rmSync(folder, { recursive: true, force: true });
});

// The demo list of a playbook, with other addresses: of `local` where it names the contact, else one of its own.
function contactList(playbook, name, local = {}) {
  const text = readFileSync(join(root, `playbooks/${playbook}.contacts.demo.toml`), 'utf8');
  let contact;
  const own = text.split('\n').map(line => {
    contact = line.match(/^id = "(.+)"$/)?.[1] ?? contact;
    if (!/^email = ".+"/.test(line)) return line;
    return `email = "${local[contact] ?? contact}@${contact.split('.')[0].replaceAll('_', '-')}.example"`;
  }).join('\n');
  const file = join(folder, `${name}.contacts.toml`);
  writeFileSync(file, own);
  return file;
}

async function production(name, { playbook = 'muni', local = {}, settings = mail.settings() } = {}) {
  const own = join(folder, name);
  mkdirSync(own);
  const config = join(own, 'varsel.toml');
  const key = productionKey(join(own, 'master.key'));
  writeFileSync(config, `trial = false\n[data]\nmaster_key = "${key}"\n` +
    `[server]\npublic_url = "${PUBLIC}"\ntrusted_proxies = ["127.0.0.1"]\n` +
    `[procedure]\nplaybook = "${quickPlaybook(own, { notice_minutes: '0', length_minutes: '5' }, playbook)}"\n` +
    `contacts = "${contactList(playbook, name, local)}"\n${settings}`);
  const server = await Varsel.start(['--config', config], { data: join(own, 'data') });
  server.show = receipt => logShow(server.data, receipt, ['--master-key', key, '--playbook', playbook]);
  return server;
}

async function report(server, text, ...more) {
  const reporter = await Reporter.open(server.url);
  const receipt = receiptIn((await reporter.say(text)).text);
  for (const each of more) await reporter.say(each);
  return { reporter, receipt };
}

const recipients = mails => mails.map(each => each.envelope.to[0]).sort();
const link = each => each.text.match(/https:\/\/\S+\/case\/[A-Za-z0-9_-]+/)?.[0];

// The protected page as the proxy asks for it.
const page = (server, url, options = {}) => fetch(url.replace(PUBLIC, server.url), {
  ...options, redirect: 'manual', headers: { accept: 'text/html', 'accept-language': 'en', 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7', ...options.headers },
});

async function command(server, url, text) {
  const html = await (await page(server, url)).text();
  const id = html.match(/name="id"[^>]*value="([^"]+)"/)[1];
  const sent = await page(server, url, {
    method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ id, text }),
  });
  assert.equal(sent.status, 303);
  return (await page(server, url)).text();
}

describe('a report in production', () => {
  let server, receipt, started;
  const deliveries = async () => Object.fromEntries((await server.show(receipt)).told.map(each => [each.contact, each.delivery]));
  before(async () => {
    server = await production('muni', { local: MUNI });
    started = Date.now();
    ({ receipt } = await report(server, REPORT, 'yes, it is still going on'));
  });
  after(() => server?.kill());  // an attempt at a silent server would take its minute

  test('reaches the right contacts, and a slow one delays nobody', async () => {
    const reached = ['leader@egedal.example', 'supplier@supplier.example'];
    await until(async () => {
      const to = recipients(await mail.mails());
      return reached.every(address => to.includes(address));
    }, 'the mails arrive', 10_000);
    assert.ok(Date.now() - started < 10_000);
    const told = (await server.show(receipt)).told.map(each => each.contact);
    assert.deepEqual([...new Set(told)].sort(), Object.keys(MUNI).sort());
    assert.equal((await deliveries())['system_owner.desk'].state, 'sending', 'the slow one is still being tried');
  });

  test('goes out over TLS, logged in, from the sender that is configured', async () => {
    for (const each of await mail.mails()) {
      assert.deepEqual({ secure: each.envelope.secure, user: each.envelope.user, from: each.envelope.from, ehlo: each.envelope.ehlo },
        { secure: true, user: 'varsel', from: 'varsel@kommune.example', ehlo: 'varsel.kommune.example' });
      assert.equal(each.envelope.to.length, 1, 'nobody sees who else was told');
    }
  });

  test('is written in mails that carry nothing of it but a link and the receipt', async () => {
    const mails = await mail.mails();
    assert.ok(mails.length >= 2);
    for (const each of mails) {
      assert.deepEqual(each.faults, []);
      const readable = [each.subject, each.text.replaceAll(link(each), ''), each.from.name, each.to.name].join('\n');
      assert.doesNotMatch(readable, SENSITIVE);
      assert.match(each.text, new RegExp(receipt));
      assert.ok(link(each).startsWith(`${PUBLIC}/case/`));
      assert.ok(each.auto_submitted);
      assert.equal(each.html, null);
    }
    assert.equal(new Set(mails.map(link)).size, mails.length, 'each link is for one person');
    assert.equal(new Set(mails.map(each => each.message_id)).size, mails.length);
  });

  test('ends, refused, in the state that says what happens next', async () => {
    const states = await until(async () => {
      const now = await deliveries();
      return Object.entries(now).every(([contact, each]) => contact === 'system_owner.desk' || each.attempts > 0 && each.state !== 'sending') && now;
    }, 'every attempt is over');
    const state = contact => [states[contact].state, states[contact].attempts];
    assert.deepEqual(state('egedal.leader'), ['delivered', 1]);
    assert.deepEqual(state('egedal.it_security'), ['failed', 1]);
    assert.match(states['egedal.it_security'].result, /550/);
    assert.deepEqual(state('system_owner.dpo'), ['pending', 1]);
    assert.match(states['system_owner.dpo'].result, /450/);
    assert.deepEqual(state('egedal.dpo'), ['pending', 1]);
    assert.deepEqual(state('system_owner.mailbox'), ['pending', 1]);
    assert.match(states['system_owner.mailbox'].result, /^uncertain/);
    for (const each of Object.values(states)) assert.doesNotMatch(each.result, /@|User unknown|Greylisted/, 'no address, nor the server\'s own words');
  });

  test('whose message was given up is told to the own organisation', async () => {
    const told = await until(async () => (await mail.mails()).filter(each => each.envelope.to[0] === 'leader@egedal.example')[1],
      'a second mail to the leader');
    assert.notEqual(told.subject, (await mail.mails()).find(each => each.envelope.to[0] === 'leader@egedal.example').subject);
    assert.doesNotMatch(told.subject + told.text.replaceAll(link(told), ''), SENSITIVE);
  });

  test('is worked on through the link of a mail, where the status says where it stands', async () => {
    const url = link((await mail.mails()).find(each => each.envelope.to[0] === 'leader@egedal.example'));
    const first = await page(server, url);
    assert.equal(first.status, 200);
    assert.match(first.headers.get('strict-transport-security') ?? '', /max-age/);
    assert.match(first.headers.get('cache-control'), /no-store/);
    const html = await command(server, url, 'status');
    assert.match(html, new RegExp(receipt));
    assert.match(html, /72|timer/);
    const plain = html.replaceAll(/<[^>]+>/g, ' ');
    assert.match(plain, /4711/, 'the adviser of the own organisation sees the whole case');
  });

  test('shows the adviser which message did not arrive', async () => {
    const url = link((await mail.mails()).find(each => each.envelope.to[0] === 'leader@egedal.example'));
    const html = (await command(server, url, 'status')).replaceAll(/<[^>]+>/g, ' ');
    assert.match(html, /Mailen kom ikke frem/, 'it_security');
    assert.match(html, /Mailen er ikke kommet frem endnu/, 'those that are tried again');
  });

  test('shows a contact of another organisation what its task needs, and no word of the reporter', async () => {
    const url = link((await mail.mails()).find(each => each.envelope.to[0] === 'supplier@supplier.example'));
    const html = await command(server, url, 'status');
    assert.doesNotMatch(html, /tordenskjold|dl_|Mailen/i);
  });

  test('keeps its states when the server is killed, and the interrupted attempt is made again', async () => {
    await server.kill();
    await server.run();
    await until(async () => (await deliveries())['system_owner.desk'].attempts === 2, 'the slow one is tried again');
    const states = await deliveries();
    assert.deepEqual([states['egedal.leader'].attempts, states['egedal.it_security'].attempts], [1, 1], 'what is settled stays settled');
    const taken = (await mail.mails()).map(each => each.message_id);
    assert.equal(new Set(taken).size, taken.length, 'nobody gets a mail again');
  });

  test('is tried again when its time has come, and given up when the answer is lost twice', async () => {
    await server.kill();
    await sql(server.data, 'UPDATE outbox SET due = 0 WHERE state = 1');  // as if the wait were over
    await server.run();
    const states = await until(async () => {
      const now = await deliveries();
      return now['system_owner.mailbox'].state === 'may_have_been_delivered' && now['system_owner.dpo'].attempts === 2 && now['system_owner.dpo'].state === 'pending' && now;
    }, 'the second attempts are over');
    assert.equal(states['system_owner.mailbox'].attempts, 2);
    const copies = (await mail.mails()).filter(each => each.envelope.to[0] === 'data-drop@system-owner.example');
    assert.equal(copies.length, 2);
    assert.equal(new Set(copies.map(each => each.message_id)).size, 1, 'a second copy is known by its Message-ID');
  });

  test('does not keep the server from stopping, although a mail server is silent', async () => {
    assert.equal((await deliveries())['system_owner.desk'].state, 'sending');
    const since = Date.now();
    assert.equal(await server.end(), 0);
    assert.ok(Date.now() - since < 8_000, `it took ${Date.now() - since} ms`);
    await server.run();
    assert.equal((await deliveries())['egedal.leader'].state, 'delivered');
  });

  test('leaves no address and no word in the operator\'s log', () => {
    assert.doesNotMatch(server.log, /@|4711|tordenskjold/i);
    assert.doesNotMatch(server.log, /turn\.broken|text\.missing|handler_failed/);
  });
});

describe('the emergency group', () => {
  let server, receipt, invitations;
  const told = [];
  before(async () => {
    server = await production('dsop', { playbook: 'dsop' });
    const already = (await mail.mails()).length;
    ({ receipt } = await report(server, REPORT, 'yes, it is still going on'));
    invitations = await until(async () => {
      const incident = await server.show(receipt);
      const mails = (await mail.mails()).slice(already);
      const found = mails.filter(each => each.calendar);
      told.splice(0, told.length, ...mails);
      return incident.group && found.length >= incident.group.attendees.length && found;
    }, 'the invitations arrive', 75_000);  // a minute more around midnight, when the working day of the test changes
  });
  after(() => server?.stop());

  test('is invited, each attendee by a mail of its own', async () => {
    const { group } = await server.show(receipt);
    assert.ok(group.attendees.length > 1);
    assert.deepEqual(recipients(invitations), group.attendees.map(id => `${id}@${id.split('.')[0].replaceAll('_', '-')}.example`).sort());
  });

  test('gets an invitation that an independent parser reads as one meeting', async () => {
    const { group } = await server.show(receipt);
    for (const each of invitations) {
      assert.deepEqual(each.faults, []);
      const { calendar } = each;
      assert.equal(calendar.method, 'REQUEST');
      assert.equal(calendar.version, '2.0');
      assert.equal(calendar.uid, group.uid);
      assert.equal(calendar.sequence, 0);
      assert.equal(calendar.organizer.toLowerCase(), 'mailto:varsel@kommune.example');
      assert.equal(Date.parse(calendar.start), Date.parse(group.start));
      assert.equal(Date.parse(calendar.end), Date.parse(group.end));
      assert.ok(calendar.attendees.some(attendee => attendee.address.toLowerCase() === `mailto:${each.envelope.to[0]}`));
      assert.equal(calendar.attendees.length, group.attendees.length);
      for (const attendee of calendar.attendees) assert.equal(attendee.rsvp?.toUpperCase(), 'TRUE');
      assert.doesNotMatch([calendar.summary, calendar.description, calendar.location, each.subject, each.text.replaceAll(link(each), '')].join('\n'), SENSITIVE);
    }
  });

  for (const [whose, party] of [['the own organisation', 'consumer_a'], ['another organisation', 'provider_a']])
    test(`of ${whose} answers by chat through the link, and the case shows it`, async () => {
      const { group } = await server.show(receipt);
      const attendee = group.attendees.find(id => id.startsWith(party));
      const invitation = invitations.find(each => each.envelope.to[0].startsWith(`${attendee}@`));
      await command(server, link(invitation), '/accept');
      assert.equal((await server.show(receipt)).group.answers[attendee], 'accepted');
    });
});

describe('a mail server that is not as it should be', () => {
  const states = async (server, receipt) => (await server.show(receipt)).told.map(each => each.delivery);

  test('that says nothing is given up after its time, and tried again later', async t => {
    const server = await production('silent', { settings: mail.settings({ port: mail.ports.silent }) });
    t.after(() => server.kill());
    const { receipt } = await report(server, REPORT, 'yes, it is still going on');
    const all = await until(async () => {
      const now = await states(server, receipt);
      return now.length > 0 && now.every(each => each.state === 'pending' && each.attempts === 1) && now;
    }, 'every attempt has timed out', 30_000);
    for (const each of all) assert.match(each.result, /time/i);
    assert.doesNotMatch(server.log, /ACT +mail\.misconfigured/);
  });

  test('that refuses the login is the operator\'s to mend, and the mails wait', async t => {
    const password = join(folder, 'wrong-password');
    writeFileSync(password, 'wrong\n', { mode: 0o600 });
    const server = await production('login', { settings: mail.settings({ password }) });
    t.after(() => server.stop());
    const { receipt } = await report(server, REPORT, 'yes, it is still going on');
    await until(async () => {
      const now = await states(server, receipt);
      return now.length > 0 && now.every(each => each.state === 'pending' && each.attempts === 1);
    }, 'every attempt was refused');
    assert.match(server.log, /ACT +mail\.misconfigured: /);
    assert.doesNotMatch(server.log, /wrong|@/);
  });

  test('that offers no TLS gets nothing', async t => {
    const before = (await mail.mails()).length;
    const server = await production('clear', { settings: mail.settings({ port: mail.ports.clear }) });
    t.after(() => server.stop());
    const { receipt } = await report(server, REPORT, 'yes, it is still going on');
    await until(async () => {
      const now = await states(server, receipt);
      return now.length > 0 && now.every(each => each.attempts === 1 && each.state === 'pending');
    }, 'every attempt was refused');
    assert.equal((await mail.mails()).slice(before).filter(each => !each.envelope.secure).length, 0);
    assert.match(server.log, /ACT +mail\.misconfigured: /);
  });

  test('that is not there is tried again later', async t => {
    const server = await production('gone', { settings: mail.settings({ port: 9 }) });
    t.after(() => server.stop());
    const { receipt } = await report(server, REPORT, 'yes, it is still going on');
    await until(async () => {
      const now = await states(server, receipt);
      return now.length > 0 && now.every(each => each.state === 'pending' && each.attempts === 1);
    }, 'every attempt was refused');
  });
});

describe('recipients that never answer', () => {
  const silent = ['consumer_a.privacy', 'consumer_b.privacy', 'consumer_b.security'];
  let server, receipt;
  before(async () => {
    const local = Object.fromEntries(silent.map(contact => [contact, 'rcpt-silent']));
    server = await production('unanswered', {
      playbook: 'dsop', local: { ...local, 'consumer_a.security': 'quick.security', 'coordinator.duty': 'quick.duty' },
    });
    ({ receipt } = await report(server, 'Somebody fetched names and account numbers of 120 customers yesterday', 'no', 'Both',
      'Somebody who fetches data', 'yes', 'Bank A and Bank B', 'hand it in', 'Hand it in'));
  });
  after(() => server?.kill());  // the attempts would take their minute

  test('delay nobody else, although each is sent more than one mail', async () => {
    const reached = ['quick.security@consumer-a.example', 'quick.duty@coordinator.example'];
    await until(async () => {
      const to = recipients(await mail.mails());
      return reached.every(address => to.includes(address));
    }, 'the mails of the others arrive', 10_000);
    const waiting = (await server.show(receipt)).told.filter(each => each.delivery.state === 'sending').map(each => each.contact);
    assert.deepEqual([...new Set(waiting)].sort(), silent, 'each of them is being tried');
  });
});
