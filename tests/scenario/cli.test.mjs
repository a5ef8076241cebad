// The commands that need no server.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root, temporaryFolder, varsel } from '../support/varsel.mjs';
import { lines } from './support.mjs';

const shipped = name => readFileSync(join(root, 'playbooks', name), 'utf8');

let folder;
before(() => { folder = temporaryFolder(); });
after(() => rmSync(folder, { recursive: true, force: true }));

const file = (name, text) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('varsel', () => {
  test('without a command, or with an unknown one, says how it is used and fails', async () => {
    for (const args of [[], ['sing']]) {
      const { code, err, out } = await varsel(args);
      assert.equal(code, 2);
      assert.match(out + err, /--help|serve/);
    }
  });

  test('--help names every command', async () => {
    const { code, out } = await varsel(['--help']);
    assert.equal(code, 0);
    for (const command of ['serve', 'chat', 'understand', 'deadline', 'playbook', 'contacts', 'log']) assert.match(out, new RegExp(`^\\s+${command}`, 'm'));
  });
});

describe('varsel playbook', () => {
  for (const name of ['muni', 'dsop']) {
    test(`check proves ${name} sound, by name and as a file`, async () => {
      for (const which of [name, join(root, 'playbooks', `${name}.toml`)]) {
        const { code, out } = await varsel(['playbook', 'check', which]);
        assert.equal(code, 0, out);
        assert.match(out, /sound: \d+ questions, \d+ workflows, \d+ contact rules/);
      }
    });

    test(`check holds ${name} against its demo contacts`, async () => {
      const { out } = await varsel(['playbook', 'check', name, '--contacts', join(root, 'playbooks', `${name}.contacts.demo.toml`)]);
      assert.ok(out.length > 0);
    });

    for (const locale of ['da', 'nb', 'nn', 'en'])
      test(`graph draws ${name} in ${locale}, as Mermaid and as SVG`, async () => {
        const mermaid = await varsel(['playbook', 'graph', name, '--locale', locale]);
        assert.equal(mermaid.code, 0, mermaid.err);
        assert.match(mermaid.out, /^(---|flowchart|graph)/);
        const svg = await varsel(['playbook', 'graph', name, '--locale', locale, '--format', 'svg']);
        assert.equal(svg.code, 0);
        assert.match(svg.out, /^<(\?xml|svg)/);
        assert.match(svg.out, /<\/svg>\s*$/);
      });
  }

  const broken = [
    ['an unknown key', text => text.replace('[group]', '[group]\nteam = 1'), /team/],
    ['a fact that is misspelt', text => text.replace('fact = "occurred"', 'fact = "ocurred"'), /occurred/],
    ['a rule whose list of conditions is not one', text => text.replace('when = { discoverer = "own" }', 'when = 7'), /when/],
    ['text that is no TOML', text => text.replace('[hours]', '[hours'), /:\d+:\d+: /],
    ['a mandatory question that is gone', text => text.replace('[[question]]\nfact = "cause"\n', ''), /cause/],
    ['a fallback that nobody is', text => text.replaceAll('fallback = "supplier.duty"', 'fallback = "nobody.home"'), null],
  ];
  for (const [what, breaking, names] of broken.filter(([, , names]) => names))
    test(`check refuses ${what}, and says where`, async () => {
      const text = breaking(shipped('muni.toml'));
      assert.notEqual(text, shipped('muni.toml'));
      const path = file('broken.toml', text);
      const { code, out } = await varsel(['playbook', 'check', path]);
      assert.equal(code, 1);
      assert.match(out, names);
      assert.ok(out.startsWith(path), out);
    });

  test('check refuses a file that is not there, and names the shipped ones', async () => {
    const { code, err } = await varsel(['playbook', 'check', 'nowhere.toml']);
    assert.equal(code, 2);
    assert.match(err, /nowhere\.toml: neither a file nor a shipped playbook; the shipped ones are .*dsop.*muni/);
  });

  test('graph refuses a language that Varsel does not speak', async () => {
    const { code, err } = await varsel(['playbook', 'graph', 'muni', '--locale', 'fi']);
    assert.equal(code, 2);
    assert.match(err, /fi is none of da, nb, nn, en/);
  });
});

describe('varsel contacts', () => {
  test('check finds what is wrong on purpose in the demo list', async () => {
    const { code, out } = await varsel(['contacts', 'check', '--playbook', 'muni']);
    assert.equal(code, 1);
    assert.match(out, /never confirmed|not confirmed for too long|nobody/);
    assert.match(out, /^\d+ contacts, [1-9]\d* findings$/m);
  });

  test('export and import carry a list round without loss', async () => {
    const exported = await varsel(['contacts', 'export', '--playbook', 'muni']);
    assert.equal(exported.code, 0);
    const from = file('exported.toml', exported.out);
    const to = join(folder, 'contacts.toml');
    const imported = await varsel(['contacts', 'import', from, '--to', to, '--playbook', 'muni']);
    assert.equal(imported.code, 0, imported.err);
    assert.match(imported.out, /contacts written to/);
    assert.equal(readFileSync(to, 'utf8'), exported.out);
    assert.equal((await varsel(['contacts', 'export', to])).out, exported.out);
  });

  test('import refuses a broken list, says where, and leaves the old one alone', async () => {
    const to = file('kept.toml', shipped('muni.contacts.demo.toml'));
    const before = statSync(to).mtimeMs;
    const from = file('bad.toml', shipped('muni.contacts.demo.toml').replace('role = "leader"', 'roll = "leader"'));
    const { code, err } = await varsel(['contacts', 'import', from, '--to', to]);
    assert.equal(code, 2);
    assert.match(err, /bad\.toml:\d+:\d+: /);
    assert.equal(statSync(to).mtimeMs, before);
  });

  test('import into a folder that is not there says so', async () => {
    const from = file('good.toml', shipped('muni.contacts.demo.toml'));
    const { code, err } = await varsel(['contacts', 'import', from, '--to', join(folder, 'nowhere', 'contacts.toml')]);
    assert.equal(code, 2);
    assert.match(err, /cannot be written/);
  });
});

describe('varsel deadline', () => {
  test('seventy-two hours are counted in UTC, over the change of the clock too', async () => {
    const asked = [
      { id: 1, aware: '2026-03-28T12:00:00Z', tz: 'Europe/Copenhagen', regimes: ['gdpr'] },
      { id: 2, aware: '2026-12-24T23:30:00+01:00', tz: 'Europe/Oslo', regimes: ['gdpr'] },
    ];
    const { code, out } = await varsel(['deadline'], asked.map(each => JSON.stringify(each)).join('\n'));
    assert.equal(code, 0);
    const due = lines(out).map(answer => answer.deadlines.find(deadline => deadline.duty === 'notify_authority'));
    assert.equal(Date.parse(due[0].due), Date.parse('2026-03-31T12:00:00Z'));
    assert.match(due[0].due_local, /^2026-03-31T14:00/);
    assert.equal(Date.parse(due[1].due), Date.parse('2026-12-27T22:30:00Z'));
    assert.match(due[0].source, /^https:\/\/eur-lex\.europa\.eu\//);
    assert.ok(due[0].rule);
  });

  test('a covered organisation has the NIS2 deadlines beside them', async () => {
    const { out } = await varsel(['deadline'], '{"id":"x","aware":"2026-11-20T10:00:00Z","tz":"UTC","regimes":["gdpr","nis2"]}');
    const due = lines(out)[0].deadlines.map(deadline => Date.parse(deadline.due));
    assert.ok(due.includes(Date.parse('2026-11-21T10:00:00Z')));
    assert.ok(due.includes(Date.parse('2026-11-23T10:00:00Z')));
  });

  for (const [what, input] of [['no JSON', 'yesterday'], ['a time that is none', '{"aware":"yesterday","tz":"UTC"}'],
    ['a zone that is none', '{"aware":"2026-11-20T10:00:00Z","tz":"Moon/Base"}'],
    ['a number where text belongs', '{"aware":7,"tz":"UTC"}'], ['a regime list that is none', '{"aware":"2026-11-20T10:00:00Z","regimes":"gdpr"}']])
    test(`${what} is refused with a sentence`, async () => {
      const { code, err } = await varsel(['deadline'], input);
      assert.equal(code, 2);
      assert.match(err, /varsel deadline: \S/);
    });
});

describe('varsel understand', () => {
  const ask = (object, more = []) => varsel(['understand', ...more], JSON.stringify(object));

  test('says what it found, where, and by which rule', async () => {
    const text = 'jeg sendte en mail med helbredsoplysninger om 12 borgere til en forkert modtager i går kl. 14';
    const { code, out } = await ask({ id: 'a', text, locale: 'da', now: '2026-11-20T10:00:00+01:00', tz: 'Europe/Copenhagen' });
    assert.equal(code, 0);
    const [answer] = lines(out);
    assert.equal(answer.id, 'a');
    assert.equal(answer.locale, 'da');
    assert.equal(answer.kind, 'misdirected_message');
    assert.ok(answer.data_categories.includes('health'));
    for (const entity of answer.entities) {
      assert.equal(Buffer.from(text).subarray(entity.start, entity.end).toString(), entity.text);
      assert.ok(entity.rule);
    }
  });

  test('a national identity number is masked and never repeated', async () => {
    const { out } = await ask({ id: 1, text: 'cpr-nummeret er 010190-1234', locale: 'da', now: '2026-11-20T10:00:00Z', tz: 'UTC' });
    assert.doesNotMatch(out, /010190|1234/);
    assert.match(out, /national_id/);
  });

  test('--only reads the whole text as one value', async () => {
    const numeral = await ask({ id: 1, text: 'syvogtyve', locale: 'da', now: '2026-11-20T10:00:00Z', tz: 'UTC' }, ['--only', 'numeral']);
    assert.deepEqual(lines(numeral.out)[0].expected, { value: 27 });
    const wrong = await ask({}, ['--only', 'colour']);
    assert.equal(wrong.code, 2);
  });

  test('a line that is no JSON is refused with a sentence', async () => {
    const { code, err } = await varsel(['understand'], 'hej\n');
    assert.equal(code, 2);
    assert.match(err, /varsel understand: \S/);
  });

  test('wrong types, broken UTF-8 and a very long text do not break it', async () => {
    for (const line of ['{"text":7}', '{"text":"x","locale":9}', '{"text":"x","now":[]}', '[]', 'null']) {
      const { code } = await varsel(['understand'], line);
      assert.ok(code === 0 || code === 2, `${line}: ${code}`);
    }
    const { code } = await varsel(['understand'], Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}\n')]));
    assert.ok(code === 0 || code === 2);
  });
});

describe('varsel chat', () => {
  const head = 'now: 2026-11-20T10:02\nzone: Europe/Copenhagen\nlocale: en\nplaybook: muni\n';

  test('--script --record writes what was said, and the recorded script replays without a difference', async () => {
    const script = file('talk.chat', `${head}\nuser: I sent a mail with health data about 12 citizens to a wrong recipient\n\nuser: no\n`);
    const recorded = await varsel(['chat', '--script', script, '--record']);
    assert.equal(recorded.code, 0, recorded.out + recorded.err);
    assert.match(readFileSync(script, 'utf8'), /^bot: /m);
    const replayed = await varsel(['chat', '--script', script]);
    assert.equal(replayed.code, 0, replayed.out);
    assert.equal(replayed.out, '');
  });

  test('--script shows the difference, with file and line, and fails', async () => {
    const script = file('other.chat', `${head}\nuser: I sent a mail to a wrong recipient\nbot: Good morning.\n`);
    const { code, out } = await varsel(['chat', '--script', script]);
    assert.equal(code, 1);
    assert.match(out, /other\.chat:\d+/);
    assert.match(out, /^- bot: Good morning\./m);
  });

  test('--script refuses a malformed transcript with its line', async () => {
    const script = file('malformed.chat', `${head}\nusr: hello\n`);
    const { code, err } = await varsel(['chat', '--script', script]);
    assert.equal(code, 2);
    assert.match(err, /malformed\.chat:\d+/);
  });

  test('a conversation typed at the terminal ends with its input', async () => {
    const { code, out } = await varsel(['chat', '--locale', 'en'], 'I sent a mail to a wrong recipient\nno\n');
    assert.equal(code, 0);
    assert.match(out, /V-\d{4}-/);
  });

  test('with a data folder the report is kept in it', async () => {
    const data = join(folder, 'chat-data');
    await varsel(['chat', '--locale', 'en', '--data', data], 'I sent a mail to a wrong recipient\n');
    const { code, out } = await varsel(['log', 'list', '--json', '--data', data]);
    assert.equal(code, 0);
    assert.equal(lines(out).length, 1);
  });
});
