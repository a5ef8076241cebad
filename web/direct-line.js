// One conversation over Direct Line 3.0, which goes on through lost networks and restarted servers.
//
// Nothing is sent twice and nothing is given up: a message keeps its own id (clientActivityID) for as many attempts as it
// takes, and the server answers a message it has already kept with what it answered then.

const LONGEST_WAIT = 8; // seconds that the server may hold a poll until there is something to tell
const GIVE_UP_A_POLL = 25_000;
const GIVE_UP_A_MESSAGE = 60_000;
const REST_AFTER_EMPTY = 1500; // for a server that does not hold polls
const FIRST_RETRY = 500;
const LAST_RETRY = 10_000;

const pause = (ms, signal) => new Promise(done => {
  const timer = setTimeout(done, ms);
  signal?.addEventListener('abort', () => { clearTimeout(timer); done(); }, { once: true });
});
const backoff = attempt => Math.min(LAST_RETRY, FIRST_RETRY * 2 ** attempt) * (0.75 + Math.random() / 2);

export const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

export class DirectLine {
  // `session`: {base, conversation, person, token, seconds}. `on`: activities(list), connection(up), session(session), and
  // lost() when the token is no longer taken.
  constructor(session, locale, on) {
    this.session = session;
    this.locale = locale;
    this.on = on;
    this.watermark = '';
    this.failures = 0;
    this.stopped = new AbortController();
  }

  async start() {
    const opened = await this.#persist(() => this.#call('/conversations', {
      method: 'POST', body: JSON.stringify({ user: { id: this.session.person }, locale: this.locale }),
    }));
    if (!opened) return;
    this.#renewInTime();
    this.#listen();
  }

  stop() { this.stopped.abort(); }

  // Asks at once for what is new, without waiting for a pause to end.
  hurry() { this.rest?.abort(); }

  // One attempt to deliver: {id, text, files}. 'sent', 'again' or 'refused'.
  async send(message) {
    const activity = JSON.stringify({
      type: 'message', from: { id: this.session.person }, locale: this.locale, text: message.text,
      channelData: { clientActivityID: message.id },
    });
    let path = `/conversations/${this.session.conversation}/activities`;
    let body = activity;
    if (message.files?.length) {
      path = `/conversations/${this.session.conversation}/upload?userId=${encodeURIComponent(this.session.person)}`;
      body = new FormData();
      body.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }), 'blob');
      for (const file of message.files) body.append('file', file, file.name);
    }
    try {
      const answer = await this.#call(path, { method: 'POST', body }, GIVE_UP_A_MESSAGE);
      if (answer.ok) {
        this.#connected(true);
        this.hurry();
        return 'sent';
      }
      if (answer.status === 401 || answer.status === 403) return this.on.lost(), 'again';
      if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return this.#connected(false), 'again';
      return 'refused';
    } catch {
      this.#connected(false);
      return 'again';
    }
  }

  async #listen() {
    for (let fast = 0; !this.stopped.signal.aborted;) {
      const began = Date.now();
      const answer = await this.#persist(() => this.#call(
        `/conversations/${this.session.conversation}/activities?watermark=${encodeURIComponent(this.watermark)}`,
        { headers: { Prefer: `wait=${LONGEST_WAIT}` } }));
      if (!answer) return;
      if (answer.watermark) this.watermark = answer.watermark;
      this.on.activities(answer.activities ?? []);
      if (!answer.activities?.length && Date.now() - began < REST_AFTER_EMPTY) {
        this.rest = new AbortController();
        await pause(REST_AFTER_EMPTY * Math.min(4, ++fast), this.rest.signal);
      } else {
        fast = 0;
      }
    }
  }

  async #renewInTime() {
    while (!this.stopped.signal.aborted) {
      await pause(this.session.seconds * 500);
      const renewed = await this.#persist(() => this.#call('/tokens/refresh', { method: 'POST' }));
      if (!renewed) return;
      this.session = { ...this.session, token: renewed.token, seconds: renewed.expires_in };
      this.on.session(this.session);
    }
  }

  // Repeats until the server answers; nothing if it will not have us any more.
  async #persist(call) {
    for (let attempt = 0; !this.stopped.signal.aborted; ++attempt) {
      try {
        const answer = await call();
        if (answer.ok) {
          const said = await answer.json();
          this.#connected(true);
          return said;
        }
        if (answer.status === 401 || answer.status === 403 || answer.status === 404) return void this.on.lost();
      } catch { /* no network, no server, or an answer cut short: the same cure */ }
      this.#connected(false);
      this.rest = new AbortController();
      await pause(backoff(attempt), this.rest.signal);
    }
  }

  #call(path, options, giveUp = GIVE_UP_A_POLL) {
    const headers = { Authorization: `Bearer ${this.session.token}`, ...options.headers };
    if (typeof options.body === 'string') headers['Content-Type'] = 'application/json';
    const patience = new AbortController(); // AbortSignal.any is younger than browsers still in use
    const enough = () => patience.abort();
    this.stopped.signal.addEventListener('abort', enough);
    const timer = setTimeout(enough, giveUp);
    const whole = { ...options, headers, signal: patience.signal, cache: 'no-store', credentials: 'omit' };
    return fetch(this.session.base + path, whole).finally(() => {
      clearTimeout(timer);
      this.stopped.signal.removeEventListener('abort', enough);
    });
  }

  // One failure is a hiccup; two in a row are worth telling.
  #connected(up) {
    const before = this.failures;
    this.failures = up ? 0 : before + 1;
    if (up ? before > 1 : before === 1) this.on.connection(up);
  }
}

// Messages on their way, in order, kept over a reload (files excepted: the browser does not let us keep those).
export class Outbox {
  // changed(message): its `state` is 'sending', 'waiting', 'sent' or 'refused'.
  constructor(line, store, changed) {
    this.line = line;
    this.store = store;
    this.changed = changed;
    this.messages = store.read().map(message => ({ ...message, state: 'waiting' }));
  }

  add(message) {
    this.messages.push({ ...message, state: 'sending' });
    this.#keep();
    this.changed(this.messages.at(-1));
    this.run();
  }

  // The server has it: seen in the feed, which can be earlier than the answer to the sending.
  seen(id) { this.#drop(id); }

  retry(id) {
    const message = this.messages.find(m => m.id === id);
    if (message) this.#become(message, 'sending');
    this.wake?.abort();
    this.run();
  }

  take(id) {
    const message = this.messages.find(m => m.id === id);
    this.#drop(id);
    return message;
  }

  get holdsFiles() { return this.messages.some(message => message.files?.length); }

  async run() {
    if (this.running) return;
    this.running = true;
    for (let attempt = 0, message; (message = this.messages.find(m => m.state !== 'refused'));) {
      const outcome = await this.line.send(message);
      if (!this.messages.includes(message)) {
        attempt = 0;
      } else if (outcome === 'sent') {
        attempt = 0;
        this.#become(message, 'sent');
        this.#drop(message.id);
      } else if (outcome === 'refused') {
        this.#become(message, 'refused');
      } else {
        this.#become(message, 'waiting');
        this.wake = new AbortController();
        await pause(backoff(attempt++), this.wake.signal);
      }
    }
    this.running = false;
  }

  #become(message, state) {
    message.state = state;
    this.#keep();
    this.changed(message);
  }

  #drop(id) {
    this.messages = this.messages.filter(m => m.id !== id);
    this.#keep();
  }

  #keep() {
    this.store.write(this.messages.filter(m => !m.files?.length && m.state !== 'sent').map(({ id, text, shown }) => ({ id, text, shown })));
  }
}
