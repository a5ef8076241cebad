// The program itself: `varsel serve` started for a test and stopped after it, and the other commands run to their end.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const binary = process.env.VARSEL_BINARY ?? join(root, 'build/sanitize/varsel');
const READY_WITHIN = 20_000;

export const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'varsel-test-'));

// Below the ports that the kernel gives to clients: otherwise a client that keeps calling while its server is down may get
// the server's own port as its source, connect to itself, and keep the server from coming back.
export async function freePort() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const probe = net.createServer();
    const free = await new Promise(done => probe.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true)));
    if (!free) continue;
    await new Promise(done => probe.close(done));
    return port;
  }
}

// Asks again until the answer is true, and gives it. Fails after `within` milliseconds with `what`.
export async function until(ask, what, within = 15_000) {
  const deadline = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${within} ms: ${what}`);
    await new Promise(done => setTimeout(done, 20));
  }
}

// Runs a command to its end: { code, out, err }. `code` is the name of the signal where one ended it.
export function varsel(args, input = '') {
  const child = spawn(binary, args, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let out = '', err = '';
  child.stdout.setEncoding('utf8').on('data', text => { out += text; });
  child.stderr.setEncoding('utf8').on('data', text => { err += text; });
  child.stdin.on('error', () => {}).end(input);
  return new Promise((done, broken) => {
    child.once('error', broken);
    child.once('close', (code, signal) => done({ code: signal ?? code, out, err }));
  });
}

// A test that breaks before it can stop its servers must not leave them behind.
const running = new Set();
process.on('exit', () => running.forEach(child => child.kill('SIGKILL')));

export class Varsel {
  // A server on a data folder of its own, on a free port. `options` are further arguments of `serve`; `data` and `port`
  // choose the folder and the port.
  static async start(options = [], { data = temporaryFolder(), port } = {}) {
    const server = new Varsel();
    server.data = data;
    server.port = port ?? await freePort();
    server.options = options;
    server.url = `http://127.0.0.1:${server.port}`;
    server.log = '';  // everything it wrote to standard error, restarts included
    await server.run();
    return server;
  }

  // Again, on the same data and the same port. Gives the line it prints when it listens.
  async run() {
    const started = process.hrtime.bigint();
    this.process = spawn(binary, ['serve', '--data', this.data, '--port', String(this.port), ...this.options],
      { stdio: ['ignore', 'pipe', 'pipe'], cwd: root });
    const child = this.process;
    running.add(child);
    this.ended = new Promise(done => child.once('exit', (code, signal) => {
      running.delete(child);
      done(signal ?? code);
    }));
    this.process.stderr.setEncoding('utf8').on('data', text => { this.log += text; });
    let late;
    try {
      this.greeting = await Promise.race([
        new Promise(done => createInterface(this.process.stdout).on('line', line => line.startsWith('Varsel listens') && done(line))),
        new Promise((_, no) => child.once('error', no)),  // there is no such program
        this.ended.then(how => { throw new Error(`${binary} ended (${how}) before it listened: ${this.log}`); }),
        new Promise((_, no) => { late = setTimeout(() => no(new Error(`${binary} did not say that it listens: ${this.log}`)), READY_WITHIN); }),
      ]);
    } finally {
      clearTimeout(late);
    }
    this.readyAfter = Number(process.hrtime.bigint() - started) / 1e6;  // milliseconds
    return this.greeting;
  }

  // As an operator stops it; the data stays. Gives the exit code.
  async end() {
    this.process.kill('SIGTERM');
    return await this.ended;
  }

  async stop() {
    const how = await this.end();
    rmSync(this.data, { recursive: true, force: true });
    return how;
  }

  async kill() {
    this.process.kill('SIGKILL');
    return await this.ended;
  }
}
