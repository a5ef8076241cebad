// Starting, refusing to start, and stopping.
import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Reporter } from '../support/direct_line.mjs';
import { Varsel, freePort, root, temporaryFolder, until, varsel } from '../support/varsel.mjs';
import { logList, productionKey } from './support.mjs';

const REPORT = 'I sent a mail to a wrong recipient';

let folder, number = 0;
before(() => { folder = temporaryFolder(); });
after(() => rmSync(folder, { recursive: true, force: true }));
const fresh = name => join(folder, `${name}-${++number}`);
const file = (name, text, mode = 0o600) => {
  const path = fresh(name);
  writeFileSync(path, text, { mode });
  return path;
};

// The addresses on which this machine listens at `port`, as the kernel writes them.
const listening = port => ['tcp', 'tcp6'].flatMap(table => readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1)
  .map(line => line.trim().split(/\s+/)).filter(row => row[3] === '0A')
  .map(row => row[1].split(':')).filter(([, hex]) => parseInt(hex, 16) === port).map(([address]) => address));

async function serve(options) {
  const { code, out, err } = await varsel(['serve', '--port', String(await freePort()), ...options]);
  return { code, out, err };
}

describe('a trial', () => {
  test('on a new folder says where it listens, and that it is for this machine only', async t => {
    const server = await Varsel.start([], { data: fresh('new') });
    t.after(() => server.stop());
    assert.equal(server.greeting, `Varsel listens: http://localhost:${server.port} ` +
      `(a trial: this machine only; its mails are at http://localhost:${server.port}/trial/mails)`);
    t.diagnostic(`ready after ${server.readyAfter.toFixed(0)} ms on a new folder`);
    assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
    assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
    const started = process.hrtime.bigint();
    await server.end();
    await server.run();
    t.diagnostic(`stopped and ready again after ${(Number(process.hrtime.bigint() - started) / 1e6).toFixed(0)} ms`);
  });

  test('listens on loopback and nowhere else', async t => {
    const server = await Varsel.start();
    t.after(() => server.stop());
    assert.deepEqual(listening(server.port), ['0100007F']);
  });

  test('keeps its folder and its key to its owner', async t => {
    const server = await Varsel.start([], { data: fresh('mode') });
    t.after(() => server.stop());
    assert.equal(statSync(server.data).mode & 0o777, 0o700);
    assert.equal(statSync(join(server.data, 'master.key')).mode & 0o777, 0o600);
  });

  test('on port 0 takes a free port, and the links in its mails lead there', async t => {
    const server = await Varsel.start([], { data: fresh('port'), port: 0 });
    t.after(() => server.stop());
    const url = server.greeting.match(/http:\/\/localhost:\d+/)[0];
    const reporter = await Reporter.open(url);
    await reporter.say(REPORT);
    await reporter.say('yes, it is still going on');
    const folderOfMails = join(server.data, 'mail');
    const mail = await until(() => readdirSync(folderOfMails).find(name => name.endsWith('.eml')), 'a mail');
    const text = readFileSync(join(folderOfMails, mail), 'utf8').replaceAll('=\r\n', '').replaceAll('=3D', '=');
    assert.match(text, new RegExp(`${url}/case/`));
  });

  test('refuses to listen anywhere else', async () => {
    const config = file('open.toml', `trial = true\n[data]\nfolder = "${fresh('open')}"\n[server]\nlisten = "0.0.0.0"\n`);
    const { code, err } = await serve(['--config', config]);
    assert.equal(code, 2);
    assert.match(err, /A trial listens on this machine only/);
  });
});

describe('a second server', () => {
  test('on the same new folder at the same moment: one serves, the other says why not', async () => {
    const data = fresh('race');
    const ports = [await freePort(), await freePort()];
    const starts = await Promise.allSettled(ports.map(port => Varsel.start([], { data, port })));
    const served = starts.filter(each => each.status === 'fulfilled').map(each => each.value);
    assert.equal(served.length, 1, starts.map(each => each.reason?.message).join('\n'));
    assert.equal(await served[0].end(), 0);
    assert.match(starts.find(each => each.status === 'rejected').reason.message, /ended \(2\).*: \S/);
    await served[0].run();  // whose key it is
    await served[0].stop();
  });

  test('on the same folder is refused with a sentence, and the first goes on', async t => {
    const first = await Varsel.start();
    t.after(() => first.stop());
    const { code, err } = await serve(['--data', first.data]);
    assert.equal(code, 2);
    assert.match(err, /another|already|in use/i);
    assert.ok(err.includes(first.data), err);
    assert.equal((await (await Reporter.open(first.url)).post(REPORT)).status, 200);
  });

  test('on the same port is refused with a sentence that names the port', async t => {
    const holder = net.createServer();
    const port = await freePort();
    await new Promise(done => holder.listen(port, '127.0.0.1', done));
    t.after(() => holder.close());
    const { code, err } = await varsel(['serve', '--data', fresh('port'), '--port', String(port)]);
    assert.equal(code, 2);
    assert.match(err, new RegExp(`${port}`));
    assert.match(err, /in use|taken/i);
  });
});

describe('stopping', () => {
  test('on SIGTERM and on SIGINT ends within seconds, and the next start finds everything', async t => {
    const server = await Varsel.start();
    t.after(() => server.stop());
    const reporter = await Reporter.open(server.url);
    await reporter.say(REPORT);
    const before = await reporter.history();
    for (const signal of ['SIGTERM', 'SIGINT']) {
      const started = Date.now();
      server.process.kill(signal);
      assert.equal(await server.ended, 0);
      assert.ok(Date.now() - started < 8_000, `${signal} took ${Date.now() - started} ms`);
      assert.match(server.log, /server\.stopped/);
      await server.run();
      assert.deepEqual(await reporter.history(), before);
    }
  });

  test('does not wait for clients that hold on to their connections', async t => {
    const server = await Varsel.start();
    t.after(() => server.stop());
    const sockets = await Promise.all(Array.from({ length: 20 }, () => new Promise(done => {
      const socket = net.connect(server.port, '127.0.0.1', () => done(socket));
      socket.on('error', () => {});
    })));
    t.after(() => sockets.forEach(socket => socket.destroy()));
    sockets.slice(0, 10).forEach(socket => socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf'));
    const started = Date.now();
    assert.equal(await server.end(), 0);
    assert.ok(Date.now() - started < 8_000, `it took ${Date.now() - started} ms`);
    await server.run();
  });

  test('answers the turns that were under way before, or none of them was kept', async t => {
    const server = await Varsel.start();
    t.after(() => server.stop());
    const reporters = await Promise.all(Array.from({ length: 10 }, () => Reporter.open(server.url)));
    const posts = reporters.map(reporter => reporter.post(REPORT).catch(() => ({ status: 0 })));
    await server.end();
    const answers = await Promise.all(posts);
    await server.run();
    for (const [index, reporter] of reporters.entries()) {
      const said = (await reporter.history()).filter(activity => activity.from.role === 'user');
      if (answers[index].status === 200) assert.equal(said.length, 1, 'acknowledged and kept');
      assert.ok(said.length <= 1);
    }
  });
});

describe('a production configuration', () => {
  const contacts = join(root, 'playbooks/muni.contacts.template.toml');
  // Whole, apart from `wrong`: [table, key, value], null takes the key away.
  function config(...wrong) {
    const tables = {
      '': { trial: 'false' },
      data: { folder: `"${fresh('production')}"`, master_key: `"${productionKey(fresh('key'))}"` },
      server: { public_url: '"https://varsel.kommune.example"', trusted_proxies: '["127.0.0.1"]' },
      procedure: { contacts: `"${contacts}"` },
      mail: { server: '"smtp://localhost:587"', from: '"varsel@kommune.example"' },
    };
    for (const [table, key, value] of wrong) {
      if (value === null) delete tables[table][key];
      else tables[table][key] = value;
    }
    return file('production.toml', Object.entries(tables).map(([table, rows]) =>
      (table ? `[${table}]\n` : '') + Object.entries(rows).map(([key, value]) => `${key} = ${value}\n`).join('')).join(''));
  }

  test('that is whole is served', async t => {
    const server = await Varsel.start(['--config', config()], { data: fresh('whole') });
    t.after(() => server.stop());
    assert.equal(server.greeting, 'Varsel listens: https://varsel.kommune.example');
    assert.equal((await fetch(`${server.url}/trial/mails`)).status, 404);
  });

  const refused = [
    ['a trial key', () => {
      const key = file('trial.key', `varsel-master-key 1 trial\n${'ab'.repeat(32)}\n`);
      return ['data', 'master_key', `"${key}"`];
    }, /trial key/],
    ['neither TLS nor a proxy', () => ['server', 'trusted_proxies', null], /cross the network in clear/],
    ['no https address', () => ['server', 'public_url', '"http://varsel.kommune.example"'], /server\.public_url must be the https/],
    ['no mail server', () => ['mail', 'server', null], /Nobody would be told: set mail\.server/],
    ['a sender of example.org', () => ['mail', 'from', '"varsel@example.org"'], /mail\.from must be a mailbox/],
    ['no sender', () => ['mail', 'from', null], /mail\.from must be a mailbox/],
    ['the demo contacts', () => ['procedure', 'contacts', null], /the demo list reaches nobody/],
    ['half of a certificate', () => ['server', 'tls_certificate', '"/nowhere/cert.pem"'], /belong together/],
  ];
  for (const [what, wrong, sentence] of refused)
    test(`with ${what} is refused`, async () => {
      const { code, err } = await serve(['--config', config(wrong())]);
      assert.equal(code, 2);
      assert.match(err, /cannot be put into service/);
      assert.match(err, sentence);
      assert.equal(err.trim().split('\n').length, 2, `one reason only: ${err}`);
    });

  test('with everything wrong lists every reason at once', async () => {
    const { code, err } = await serve(['--config', file('all.toml', 'trial = false\n' +
      `[data]\nfolder = "${fresh('all')}"\nmaster_key = "${file('trial.key', `varsel-master-key 1 trial\n${'ab'.repeat(32)}\n`)}"\n`)]);
    assert.equal(code, 2);
    assert.equal(err.match(/^- /gm).length, 6, err);
  });

  test('with a mail server that is no address is refused', async () => {
    for (const server of ['"mail.example.org"', '"smtp://host:port"', '"http://host"', '"smtp://host:99999"', '"smtp://:587"']) {
      const { code, err } = await serve(['--config', config(['mail', 'server', server])]);
      assert.equal(code, 2, server);
      assert.match(err, /mail/, server);
    }
  });

  test('without its key file names the file', async () => {
    const { code, err } = await serve(['--config', config(['data', 'master_key', '"/nowhere/master.key"'])]);
    assert.equal(code, 2);
    assert.match(err, /\/nowhere\/master\.key/);
  });

  test('with a key that others may read is refused', async () => {
    const key = productionKey(fresh('open-key'));
    chmodSync(key, 0o644);
    const { code, err } = await serve(['--config', config(['data', 'master_key', `"${key}"`])]);
    assert.equal(code, 2);
    assert.match(err, /others than its owner/);
  });
});

describe('a configuration file', () => {
  const wrong = [
    ['is no TOML', 'trial = \n', /:\d+:\d+: /],
    ['names an option that there is not', '[server]\nprot = 8080\n', /:2:1: there is no option server\.prot; there are: .*server\.port/],
    ['gives an option the wrong type', '[server]\nport = "8080"\n', /:2:\d+: server\.port has the wrong type; write it as 8080/],
    ['gives a port that is none', '[server]\nport = 70000\n', /:2:\d+: server\.port/],
    ['makes a table of an option', '[trial]\nx = 1\n', /:\d+:\d+: /],
  ];
  for (const [what, text, sentence] of wrong)
    test(`that ${what} is refused with file, line and column`, async () => {
      const path = file('bad.toml', text);
      const { code, err } = await serve(['--config', path]);
      assert.equal(code, 2);
      assert.ok(err.startsWith(path), err);
      assert.match(err, sentence);
    });

  test('that is not there is named', async () => {
    const { code, err } = await serve(['--config', '/nowhere/varsel.toml']);
    assert.equal(code, 2);
    assert.match(err, /\/nowhere\/varsel\.toml: cannot be read/);
  });
});

describe('a playbook', () => {
  test('that nobody knows is refused, and the shipped ones are named', async () => {
    const { code, err } = await serve(['--data', fresh('unknown'), '--playbook', 'minu']);
    assert.equal(code, 2);
    assert.match(err, /minu: neither a file nor a shipped playbook; the shipped ones are .*muni/);
  });

  test('that is broken is refused with file, line and column', async () => {
    const text = readFileSync(join(root, 'playbooks/muni.toml'), 'utf8');
    const path = file('broken.toml', text.replace('fact = "occurred"', 'fact = "ocurred"'));
    const { code, err } = await serve(['--data', fresh('broken'), '--playbook', path]);
    assert.equal(code, 2);
    const line = text.slice(0, text.indexOf('fact = "occurred"')).split('\n').length;
    assert.match(err, new RegExp(`broken\\.toml[^:]*:${line}:\\d+: .*occurred`));
  });

  test('dsop is served too', async t => {
    const server = await Varsel.start(['--playbook', 'dsop']);
    t.after(() => server.stop());
    const reporter = await Reporter.open(server.url, { locale: 'nb' });
    assert.match((await reporter.say('Jeg har sendt en e-post til feil mottaker')).text, /V-\d{4}-/);
  });
});

describe('a data folder', () => {
  test('that is a file is refused', async () => {
    const path = file('data', 'not a folder');
    const { code, err } = await serve(['--data', path]);
    assert.equal(code, 2);
    assert.ok(err.includes(path), err);
  });

  test('whose database is damaged is refused, and left as it is', async () => {
    const server = await Varsel.start();
    await server.end();
    const database = join(server.data, 'varsel.db');
    const damaged = readFileSync(database);
    damaged.fill(0x55, 0, 4096);
    writeFileSync(database, damaged);
    for (const sidecar of ['-wal', '-shm']) rmSync(database + sidecar, { force: true });
    const { code, err } = await serve(['--data', server.data]);
    assert.equal(code, 2);
    assert.match(err, /damaged|corrupt|not a database/i);
    assert.deepEqual(readFileSync(database), damaged);
    rmSync(server.data, { recursive: true });
  });

  test('that another key was made for is refused', async () => {
    const server = await Varsel.start();
    await server.end();
    writeFileSync(join(server.data, 'master.key'), `varsel-master-key 1 trial\n${'cd'.repeat(32)}\n`, { mode: 0o600 });
    const { code, err } = await serve(['--data', server.data]);
    assert.equal(code, 2);
    assert.match(err, /key/);
    rmSync(server.data, { recursive: true });
  });

  // root may write anywhere, so the disk itself must refuse
  test('on a disk that cannot be written is refused with the reason', async () => {
    const { code, err } = await serve(['--data', '/proc/varsel']);
    assert.equal(code, 2);
    assert.match(err, /\/proc\/varsel: cannot be created or written/);
  });

  test('that may not be read is refused with the reason', { skip: process.getuid() === 0 && 'root reads everything' }, async t => {
    const parent = fresh('closed');
    mkdirSync(parent, { mode: 0o000 });
    t.after(() => chmodSync(parent, 0o700));
    const { code, err } = await serve(['--data', join(parent, 'data')]);
    assert.equal(code, 2);
    assert.match(err, /cannot be created or written/);
  });

  test('is not made when the playbook is refused', async () => {
    const data = fresh('unmade');
    await serve(['--data', data, '--playbook', 'nobody']);
    assert.ok(!existsSync(join(data, 'varsel.db')));
  });

  test('survives a restart with another port, and the same page token goes on', async t => {
    const server = await Varsel.start();
    t.after(() => server.stop());
    const reporter = await Reporter.open(server.url);
    await reporter.say(REPORT);
    await server.end();
    server.port = await freePort();
    await server.run();
    reporter.base = `http://127.0.0.1:${server.port}/v3/directline`;
    assert.match((await reporter.say('no')).text, /\S/);
    assert.equal((await logList(server.data)).length, 1);
  });
});
