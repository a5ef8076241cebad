// `varsel serve` and Chromium, started for a test and stopped after it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = process.env.VARSEL_BINARY ?? join(root, 'build/dev/varsel');
const READY_WITHIN = 20_000;

async function freePort() {
  const probe = net.createServer();
  await new Promise(done => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise(done => probe.close(done));
  return port;
}

// A server on a data folder of its own, on a free port. `options` are further arguments of `serve`.
export class Varsel {
  static async start(options = []) {
    const server = new Varsel();
    server.data = mkdtempSync(join(tmpdir(), 'varsel-browser-'));
    server.port = await freePort();
    server.options = options;
    server.url = `http://127.0.0.1:${server.port}`;
    await server.run();
    return server;
  }

  // Again, on the same data and the same port.
  async run() {
    this.process = spawn(binary, ['serve', '--data', this.data, '--port', String(this.port), ...this.options],
      { stdio: ['ignore', 'pipe', 'pipe'], cwd: root });
    this.ended = new Promise(done => this.process.once('exit', (code, signal) => done(signal ?? code)));
    let complaints = '';
    this.process.stderr.on('data', data => { complaints += data; });
    const line = await Promise.race([
      new Promise(done => createInterface(this.process.stdout).on('line', text => text.includes(String(this.port)) && done(text))),
      this.ended.then(how => { throw new Error(`${binary} ended (${how}) before it listened: ${complaints}`); }),
      new Promise((_, no) => setTimeout(() => no(new Error(`${binary} did not say that it listens: ${complaints}`)), READY_WITHIN).unref()),
    ]);
    return line;
  }

  async stop() {
    this.process.kill('SIGTERM');
    const how = await this.ended;
    rmSync(this.data, { recursive: true, force: true });
    return how;
  }

  async kill() {
    this.process.kill('SIGKILL');
    await this.ended;
  }
}

// Nothing but this machine can be reached, and Chromium asks nothing of its own accord.
export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-dev-shm-usage', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
});
