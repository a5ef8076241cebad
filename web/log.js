// The conversation as it stands on the page. Markup comes from the page's own templates, so that a turn drawn here and
// one drawn by the server are the same. Text is only ever set as text.

const clone = name => document.getElementById(name).content.firstElementChild.cloneNode(true);

export class Log {
  // `element`: role="log". `texts`: the page's wording.
  constructor(element, texts) {
    this.element = element;
    this.texts = texts;
    this.turns = new Map(); // client id or activity id -> element
    this.language = document.documentElement.lang;
    const words = this.language === 'en' ? 'en-GB' : this.language; // as the server draws times
    this.clock = new Intl.DateTimeFormat(words, { hour: '2-digit', minute: '2-digit' });
    this.calendar = new Intl.DateTimeFormat(words, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  }

  clear() {
    this.turns.clear();
    this.element.replaceChildren();
  }

  // What the server has kept; takes the place of the echo of the same message.
  show(activity) {
    if (activity.type !== 'message' || this.turns.has(activity.id)) return null;
    const mine = activity.from?.role === 'user';
    const client = activity.channelData?.clientActivityID;
    const echo = mine && client ? this.turns.get(client) : null;
    const turn = this.#draw(mine, activity.text ?? '', (activity.attachments ?? []).map(file => file.name), activity.locale,
      activity.timestamp);
    if (echo) echo.replaceWith(turn);
    else this.element.append(turn);
    this.turns.set(activity.id, turn);
    if (client) this.turns.set(client, turn);
    return turn;
  }

  // A message on its way, with its state under it.
  echo(message, retry, edit) {
    let turn = this.turns.get(message.id);
    if (!turn) {
      turn = this.#draw(true, message.shown ?? message.text, (message.files ?? []).map(file => file.name), null,
        new Date().toISOString());
      this.element.append(turn);
      this.turns.set(message.id, turn);
    }
    this.#state(turn, message, retry, edit);
    return turn;
  }

  remove(id) {
    this.turns.get(id)?.remove();
    this.turns.delete(id);
  }

  #draw(mine, text, files, language, at) {
    const turn = clone(mine ? 'turn-mine' : 'turn-theirs');
    const time = turn.querySelector('time');
    const when = new Date(at);
    time.dateTime = at;
    time.textContent = (when.toDateString() === new Date().toDateString() ? this.clock : this.calendar).format(when);
    const said = turn.querySelector('.said');
    said.textContent = text;
    said.hidden = !text;
    if (language && language !== this.language) said.lang = language;
    const list = turn.querySelector('.files');
    for (const name of files) {
      const item = document.createElement('li');
      const bdi = document.createElement('bdi');
      bdi.textContent = name;
      item.append(bdi);
      list.append(item);
    }
    list.hidden = !files.length;
    return turn;
  }

  #state(turn, { id, state }, retry, edit) {
    let line = turn.querySelector('.state');
    if (!line) {
      line = document.createElement('p');
      line.className = 'state';
      turn.append(line);
    }
    const button = (label, act) => {
      const element = document.createElement('button');
      element.type = 'button';
      element.className = 'quiet';
      element.textContent = label;
      element.addEventListener('click', () => act(id));
      return element;
    };
    turn.classList.toggle('failed', state === 'refused');
    line.replaceChildren({
      sending: this.texts.sending, sent: this.texts.sent, waiting: this.texts.waiting, refused: this.texts.failed,
    }[state]);
    if (state === 'waiting') line.append(' ', button(this.texts.retry, retry));
    if (state === 'refused') line.append(' ', button(this.texts.retry, retry), ' ', button(this.texts.edit, edit));
  }
}
