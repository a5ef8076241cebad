// The organisation's own mail server, played by channels/smtp_server.mjs: what a recipient's local part asks for stands there.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { root, temporaryFolder } from './varsel.mjs';

const channels = join(root, 'tests/channels');

export class MailServer {
  static async start() {
    if (!existsSync(join(channels, 'node_modules/smtp-server')))
      execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: channels, stdio: 'ignore' });
    const server = new MailServer();
    server.folder = temporaryFolder();
    server.process = spawn('node', [join(channels, 'smtp_server.mjs'), server.folder], { stdio: ['pipe', 'pipe', 'inherit'] });
    server.ended = new Promise(done => server.process.once('exit', done));
    const line = await new Promise((done, broken) => {
      createInterface(server.process.stdout).once('line', done);
      server.ended.then(code => broken(new Error(`the mail server ended with ${code}`)));
    });
    server.ports = JSON.parse(line);
    server.password = join(server.folder, 'password');
    writeFileSync(server.password, 'post-hemmelig\n', { mode: 0o600 });
    server.read = new Map();
    return server;
  }

  // The [mail] table of a configuration that submits to it.
  settings({ port = this.ports.starttls, scheme = 'smtp', password = this.password } = {}) {
    return `[mail]\nserver = "${scheme}://localhost:${port}"\nuser = "varsel"\npassword_file = "${password}"\n` +
      `ca_file = "${this.ports.ca}"\nfrom = "varsel@kommune.example"\n`;
  }

  // Everything it has taken so far, oldest first, read by mailparser and ical.js.
  async mails() {
    const names = readdirSync(this.ports.mails).filter(name => name.endsWith('.json')).sort();
    await Promise.all(names.filter(each => !this.read.has(each)).map(async name => {
      const path = join(this.ports.mails, name.slice(0, -'.json'.length));
      const { stdout } = await promisify(execFile)('node', [join(channels, 'mail_check.mjs'), `${path}.eml`]);
      this.read.set(name, { ...JSON.parse(stdout), envelope: JSON.parse(readFileSync(`${path}.json`, 'utf8')) });
    }));
    return names.map(name => this.read.get(name));
  }

  async stop() {
    this.process.stdin.end();
    await this.ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
