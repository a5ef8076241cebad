// A real SMTP submission server, standing in for the organisation's own. It listens on 127.0.0.1 on free ports, prints
// one line of JSON that says where, and ends when its standard input is closed.
//
//   node smtp_server.mjs DIRECTORY
//
//   {"starttls":PORT,"implicit":PORT,"clear":PORT,"rejecting":PORT,"silent":PORT,"hanging_up":PORT,"ca":FILE,"mails":DIRECTORY}
//
// starttls and implicit want TLS and the login below; clear offers no TLS at all; rejecting greets with 554; silent
// says nothing; hanging_up closes at once. What a recipient's local part asks for:
//   rcpt-450, rcpt-550, rcpt-421   that answer to RCPT          rcpt-drop, rcpt-silent   no answer to RCPT
//   data-451, data-554             that answer to the data      data-drop, data-silent   no answer to the data
//   data-cut                       hangs up in the middle of the data
// A sender sender-553 is refused. A mail that is accepted, and one whose answer is withheld, is kept as
// mails/NUMBER.eml beside mails/NUMBER.json, its envelope.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

const USER = 'varsel';
const PASSWORD = 'post-hemmelig';

const directory = process.argv[2];
const mails = join(directory, 'mails');
mkdirSync(mails, { recursive: true });
const key = join(directory, 'server.key');
const certificate = join(directory, 'server.crt');
execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
  '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', certificate],
{ stdio: 'ignore' });

const reply = (code, text) => Object.assign(new Error(text), { responseCode: code });
const wish = (address) => address.split('@')[0];

let kept = 0;
function keep(session, bytes) {
  const path = join(mails, String(++kept).padStart(4, '0'));
  writeFileSync(`${path}.eml`, bytes);
  writeFileSync(`${path}.json`, JSON.stringify({
    from: session.envelope.mailFrom.address,
    to: session.envelope.rcptTo.map((recipient) => recipient.address),
    secure: session.secure,
    user: session.user ?? null,
    ehlo: session.hostNameAppearsAs,
  }));
}

function smtpServer(options) {
  const server = new SMTPServer({
    key: readFileSync(key),
    cert: readFileSync(certificate),
    authMethods: ['PLAIN', 'LOGIN'],
    disableReverseLookup: true,
    logger: false,
    ...options,
    onAuth(login, session, done) {
      if (login.username === USER && login.password === PASSWORD) return done(null, { user: USER });
      return done(reply(535, '5.7.8 Authentication credentials invalid'));
    },
    onMailFrom(sender, session, done) {
      return done(wish(sender.address) === 'sender-553' ? reply(553, '5.7.1 Sender not allowed') : null);
    },
    onRcptTo(recipient, session, done) {
      switch (wish(recipient.address)) {
        case 'rcpt-450': return done(reply(450, '4.2.0 Greylisted'));
        case 'rcpt-550': return done(reply(550, '5.1.1 No such user'));
        case 'rcpt-421': return done(reply(421, '4.3.2 Shutting down'));
        case 'rcpt-drop': return hangUp(session);
        case 'rcpt-silent': return undefined;
        default: return done();
      }
    },
    onData(stream, session, done) {
      const wanted = wish(session.envelope.rcptTo[0].address);
      const chunks = [];
      stream.on('data', (chunk) => {
        if (wanted === 'data-cut') hangUp(session);
        chunks.push(chunk);
      });
      stream.on('end', () => {
        if (wanted === 'data-451') return done(reply(451, '4.3.0 Try later'));
        if (wanted === 'data-554') return done(reply(554, '5.6.0 Content refused'));
        if (wanted === 'data-cut') return undefined;
        keep(session, Buffer.concat(chunks));
        if (wanted === 'data-drop') return hangUp(session);
        if (wanted === 'data-silent') return undefined;
        return done(null, `2.0.0 Queued as ${kept}`);
      });
    },
  });
  const hangUp = (session) => {
    for (const connection of server.connections) if (connection.id === session.id) connection._socket.destroy();
  };
  server.on('error', () => {});  // a client that hangs up is not the server's trouble
  return server;
}

const listen = (server) => new Promise((resolve) => {
  const listening = server.listen(0, '127.0.0.1', () => resolve(listening.address().port));
});
const raw = (onConnection) => net.createServer((socket) => {
  socket.on('error', () => {});
  onConnection(socket);
});

console.log(JSON.stringify({
  starttls: await listen(smtpServer({ allowInsecureAuth: false })),
  implicit: await listen(smtpServer({ secure: true })),
  clear: await listen(smtpServer({ hideSTARTTLS: true, authOptional: true, allowInsecureAuth: true })),
  rejecting: await listen(raw((socket) => socket.end('554 5.3.2 No service here\r\n'))),
  silent: await listen(raw(() => {})),
  hanging_up: await listen(raw((socket) => socket.destroy())),
  ca: certificate,
  mails,
}));

process.stdin.on('end', () => process.exit(0)).resume();
