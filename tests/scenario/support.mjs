// What several scenarios need: a procedure with short waits, a look into the database, numbers that can be drawn again.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root, varsel } from '../support/varsel.mjs';

// A shipped procedure, always in working hours, with the given keys set anew; null takes one away. Gives the file.
export function quickPlaybook(folder, settings = {}, name = 'muni') {
  let text = readFileSync(join(root, `playbooks/${name}.toml`), 'utf8');
  const all = {
    holidays: null, opens: '00:00:00', closes: '23:59:00', weekdays: '["mon", "tue", "wed", "thu", "fri", "sat", "sun"]',
    ...settings,
  };
  for (const [key, value] of Object.entries(all)) {
    const line = new RegExp(`^${key} = .*$`, 'm');
    if (!line.test(text)) throw new Error(`the playbook has no ${key}`);
    text = text.replace(line, value === null ? '' : `${key} = ${value}`);
  }
  const file = join(folder, 'quick.toml');
  writeFileSync(file, text);
  return file;
}

// Every row of a query as an array. Writes too: then only while no server runs.
export async function sql(data, query) {
  const program = 'import json, sqlite3, sys\n' +
    'db = sqlite3.connect(sys.argv[1])\n' +
    'print(json.dumps(db.execute(sys.argv[2]).fetchall()))\n' +
    'db.commit()';
  const { stdout } = await promisify(execFile)('python3', ['-c', program, join(data, 'varsel.db'), query],
    { maxBuffer: 1 << 28 });
  return JSON.parse(stdout);
}

// One object a line, as every machine-readable command prints.
export const lines = text => text.split('\n').filter(Boolean).map(line => JSON.parse(line));

export async function logList(data) {
  const { code, out, err } = await varsel(['log', 'list', '--json', '--data', data]);
  if (code !== 0) throw new Error(`varsel log list: ${err}`);
  return lines(out);
}

export async function logShow(data, id, more = []) {
  const { code, out, err } = await varsel(['log', 'show', id, '--json', '--data', data, ...more]);
  if (code !== 0) throw new Error(`varsel log show: ${err}`);
  return JSON.parse(out);
}

// Numbers that a seed repeats: mulberry32.
export function seeded(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { between: (least, most) => least + Math.floor(next() * (most - least + 1)) };
}

export function productionKey(file) {
  writeFileSync(file, `varsel-master-key 1 production\n${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  return file;
}

export const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));
