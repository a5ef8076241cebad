// The breach log from the command line, beside a running server.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Reporter, receiptIn } from '../support/direct_line.mjs';
import { Varsel, temporaryFolder, until, varsel } from '../support/varsel.mjs';
import { lines, logList, logShow, sql } from './support.mjs';

// Fictitious: dates of birth that are none of theirs, control digits and all.
const NATIONAL_IDS = { da: '010190-1234', nb: '01019012345' };
const REPORT = 'I sent a mail with health data of 37 citizens to a wrong recipient yesterday at 10:15';

let server, reporter, receipt;
before(async () => {
  server = await Varsel.start();
  reporter = await Reporter.open(server.url);
  receipt = receiptIn((await reporter.say(REPORT)).text);
  await reporter.say('yes, it is still going on');
});
after(() => server?.stop());

describe('varsel log, while the server runs,', () => {
  test('lists each report with its state and what is missing', async () => {
    const other = await Reporter.open(server.url);
    await other.say('I lost a folder with papers');
    const listed = await logList(server.data);
    assert.equal(listed.length, 2);
    const mine = listed.find(incident => incident.receipt === receipt);
    assert.equal(mine.breach_kind, 'misdirected_message');
    assert.equal(mine.complete, false);
    assert.ok(mine.missing_log_fields.length > 0);
    const plain = await varsel(['log', 'list', '--data', server.data, '--locale', 'en']);
    assert.equal(plain.code, 0);
    assert.match(plain.out, new RegExp(`^${receipt}  draft|^${receipt}  reported`, 'm'));
  });

  test('shows every fact with its value, the words it came from, and its turn', async () => {
    const incident = await logShow(server.data, receipt);
    assert.deepEqual(incident.facts.affected.value, { min: 37, max: 37, approx: false });
    assert.deepEqual(incident.facts.data_categories.value.codes, ['health']);
    for (const [name, fact] of Object.entries(incident.facts)) {
      assert.ok(fact.source.at && fact.source.channel, name);
      if (fact.source.who === reporter.user) assert.ok(fact.source.words && fact.source.turn > 0 && fact.source.rule, name);
    }
    assert.match(incident.facts.affected.source.words, /37/);
    assert.ok(incident.deadlines.some(deadline => deadline.duty === 'notify_authority'));
  });

  test('shows a report by its id and by its receipt in any spelling', async () => {
    const { id } = await logShow(server.data, receipt);
    for (const name of [id, receipt.toLowerCase(), receipt.replaceAll('-', ' ')])
      assert.equal((await logShow(server.data, name)).receipt, receipt, name);
  });

  test('says who was told, and what became of the message', async () => {
    const incident = await until(async () => {
      const shown = await logShow(server.data, receipt);
      return shown.told.length > 0 && shown.told.every(each => each.delivery?.state === 'delivered') && shown;
    }, 'all mails are delivered');
    for (const each of incident.told) assert.ok(each.contact && each.rule && each.delivery.attempts === 1, JSON.stringify(each));
  });

  test('shows a report in words, in the language that is asked for', async () => {
    const [danish, english] = await Promise.all(['da', 'en'].map(locale => varsel(['log', 'show', receipt, '--data', server.data, '--locale', locale])));
    assert.match(danish.out, /helbred/i);
    assert.match(english.out, /health/i);
  });

  test('does not know a report that is not there', async () => {
    for (const id of ['V-2026-2222-2', 'nothing', '']) {
      const { code, err } = await varsel(['log', 'show', id, '--data', server.data]);
      assert.equal(code, 2, id);
      assert.match(err, /no such report|log list/, id);
    }
  });

  test('exports one JSON object a line', async () => {
    const { code, out } = await varsel(['log', 'export', '--data', server.data]);
    assert.equal(code, 0);
    assert.deepEqual(lines(out).map(incident => incident.receipt).sort(), (await logList(server.data)).map(incident => incident.receipt).sort());
  });

  test('exports the mandatory fields as CSV that a spreadsheet cannot be tricked with', async () => {
    const trickster = await Reporter.open(server.url);
    await trickster.say('I sent a mail to a wrong recipient');
    await trickster.say('=HYPERLINK("http://127.0.0.1/x";"look"), and a line\nbreak');
    const { code, out } = await varsel(['log', 'export', '--format', 'csv', '--data', server.data, '--locale', 'en']);
    assert.equal(code, 0);
    assert.ok(out.startsWith('\uFEFF'));
    const rows = parseCsv(out.slice(1));
    assert.equal(rows.length, 1 + (await logList(server.data)).length);
    assert.ok(rows.every(row => row.length === rows[0].length), 'as many cells in every row');
    assert.ok(rows[0].length >= 10);
    for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  });

  test('finds the chain of the audit log whole', async () => {
    const { code, out } = await varsel(['log', 'verify', '--data', server.data]);
    assert.equal(code, 0, out);
    assert.match(out, /^whole: [1-9]\d* rows, head [0-9a-f]{64}\n$/);
  });

  test('answers with a sentence where there is no log, or not its key', async () => {
    const nowhere = await varsel(['log', 'list', '--data', '/nowhere']);
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.err, /\/nowhere/);
    const folder = temporaryFolder();
    const key = join(folder, 'other.key');
    writeFileSync(key, `varsel-master-key 1 trial\n${'ef'.repeat(32)}\n`, { mode: 0o600 });
    const wrong = await varsel(['log', 'list', '--data', server.data, '--master-key', key]);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /key/);
    assert.equal(wrong.out, '');
    rmSync(folder, { recursive: true });
  });
});

describe('varsel log verify', () => {
  // A copy of the folder as it is after a clean stop.
  let copy;
  before(async () => {
    await server.end();
    copy = temporaryFolder();
    cpSync(server.data, copy, { recursive: true });
    await server.run();
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  const tampering = [
    ['a changed letter', "UPDATE audit SET detail = 'x' || substr(detail, 2) WHERE sequence = 3", 3],
    ['a changed time', 'UPDATE audit SET at = at + 1 WHERE sequence = 2', 2],
    ['a row that was taken out', 'DELETE FROM audit WHERE sequence = 4', 4],
    ['rows that were cut off at the end', 'DELETE FROM audit WHERE sequence > 5', null],
    ['two rows that changed places', 'UPDATE audit SET sequence = CASE sequence WHEN 2 THEN -3 ELSE -2 END WHERE sequence IN (2, 3)', null],
  ];
  for (const [what, statement, row] of tampering)
    test(`finds ${what}`, async () => {
      const data = temporaryFolder();
      cpSync(copy, data, { recursive: true });
      await sql(data, statement);
      const { code, out } = await varsel(['log', 'verify', '--data', data]);
      assert.equal(code, 1, out);
      assert.match(out, row === null ? /^broken at row \d+: \S/ : new RegExp(`^broken at row ${row}: \\S`));
      rmSync(data, { recursive: true });
    });

  test('finds a single flipped bit in the file', async () => {
    const data = temporaryFolder();
    cpSync(copy, data, { recursive: true });
    const path = join(data, 'varsel.db');
    const bytes = readFileSync(path);
    const at = bytes.indexOf('incident.opened');
    assert.ok(at > 0);
    bytes[at] ^= 0x01;
    writeFileSync(path, bytes);
    const { code, out, err } = await varsel(['log', 'verify', '--data', data]);
    assert.equal(code, 1, out + err);
    assert.match(out, /^broken at row \d+/);
    rmSync(data, { recursive: true });
  });

  test('needs no key', async () => {
    const data = temporaryFolder();
    cpSync(copy, data, { recursive: true });
    rmSync(join(data, 'master.key'));
    const { code, out } = await varsel(['log', 'verify', '--data', data]);
    assert.equal(code, 0, out);
    rmSync(data, { recursive: true });
  });
});

describe('what must not be kept', () => {
  test('a national identity number that somebody types is found nowhere', async () => {

    for (const [locale, id] of Object.entries(NATIONAL_IDS)) {
      const writer = await Reporter.open(server.url, { locale });
      const { text } = await writer.say(locale === 'da'
        ? `jeg sendte en mail til en forkert modtager, borgerens cpr-nummer er ${id}`
        : `jeg sendte en e-post til feil mottaker, fødselsnummeret er ${id}`);
      await writer.say(id);

      for (const activity of await writer.history()) assert.ok(!activity.text.includes(id), `${locale}: ${activity.text}`);
      const incident = await logShow(server.data, receiptIn(text));
      assert.ok(!JSON.stringify(incident).includes(id), locale);
    }
    for (const format of ['json', 'csv']) {
      const { out } = await varsel(['log', 'export', '--format', format, '--data', server.data]);
      for (const id of Object.values(NATIONAL_IDS)) assert.ok(!out.includes(id), format);
    }
    for (const id of Object.values(NATIONAL_IDS)) {
      assert.deepEqual(filesWith(server.data, id), []);
      assert.ok(!server.log.includes(id));
    }
  });

  test('what a reporter writes stands nowhere in clear on the disk', async () => {
    const writer = await Reporter.open(server.url);
    await writer.say('I sent a mail about the Tordenskjold case to a wrong recipient in Grenaa');
    await writer.say('it happened in the department Marselisborg');
    const form = new FormData();
    form.append('file', new Blob(['the screenshot of Rosenholm']), 'Rosenholm.txt');
    const upload = await fetch(`${writer.base}/conversations/${writer.id}/upload?userId=${writer.user}`,
      { method: 'POST', headers: { authorization: `Bearer ${writer.token}` }, body: form });
    assert.equal(upload.status, 200);
    await server.end();
    for (const words of ['Tordenskjold', 'Grenaa', 'Marselisborg', 'Rosenholm', 'wrong recipient', 'misdirected', 'health'])
      assert.deepEqual(filesWith(server.data, words), [], words);
    await server.run();
    assert.ok(!server.log.includes('Tordenskjold'));
  });

  test('the log of the operator holds only what is in its catalogue', () => {
    for (const line of server.log.split('\n').filter(Boolean))
      assert.match(line, /^\d{4}-\d\d-\d\dT[\d:.]+Z (note|ACT ) [a-z]+\.[a-z_]+(: [\x20-\x7e]*)?$/);
    assert.doesNotMatch(server.log, /ACT /);
  });
});

// The files below `folder` that hold these bytes.
function filesWith(folder, words) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath ?? entry.path, entry.name))
    .filter(path => readFileSync(path).includes(words));
}

// RFC 4180
function parseCsv(text) {
  const rows = [[]];
  let cell = '', quoted = false;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') cell += text[++i];
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') {
      quoted = true;
    } else if (c === ',') {
      rows.at(-1).push(cell);
      cell = '';
    } else if (c === '\r' && text[i + 1] === '\n') {
      rows.at(-1).push(cell);
      cell = '';
      rows.push([]);
      ++i;
    } else {
      cell += c;
    }
  }
  return rows.filter(row => row.length > 0);
}
