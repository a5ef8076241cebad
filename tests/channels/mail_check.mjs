// Reads a mail with two programs that know nothing of Varsel, mailparser and ical.js, and prints what they found as one
// line of JSON. What every mail must have is checked here; a mail that breaks it is a failure with a sentence each.
//
//   node mail_check.mjs FILE.eml
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';

const bytes = readFileSync(process.argv[2]);
const wire = bytes.toString('latin1');
const faults = [];
const must = (holds, sentence) => { if (!holds) faults.push(sentence); };

function mediaTypes(text) {
  const headers = [...text.matchAll(/^content-type:((?:[^\r\n]|\r\n[ \t])*)/gim)];
  return headers.map(([, value]) => value.replace(/\r\n[ \t]+/g, ' ').trim());
}

function calendarOf(text) {
  must(!/[^\r]\n/.test(text), 'the calendar has a bare LF');
  must(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75), 'a calendar line is over 75 octets');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent('vevent');
  const value = (name, of = event) => of.getFirstPropertyValue(name)?.toString() ?? null;
  const start = event.getFirstProperty('dtstart');
  const zone = start.getParameter('tzid') ?? null;
  if (zone) {
    const block = calendar.getAllSubcomponents('vtimezone').find((part) => value('tzid', part) === zone);
    must(block, 'the start names a time zone that the calendar does not describe');
    if (block) ICAL.TimezoneService.register(zone, new ICAL.Timezone(block));
  }
  const parsed = new ICAL.Event(event);
  const utc = (time) => time.convertToZone(ICAL.Timezone.utcTimezone).toString();
  return {
    version: value('version', calendar),
    prodid: value('prodid', calendar),
    method: value('method', calendar),
    uid: value('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    dtstamp: value('dtstamp'),
    status: value('status'),
    class: value('class'),
    summary: value('summary'),
    description: value('description'),
    location: value('location'),
    organizer: value('organizer'),
    attendees: event.getAllProperties('attendee').map((attendee) => ({
      address: attendee.getFirstValue(),
      name: attendee.getParameter('cn') ?? null,
      partstat: attendee.getParameter('partstat') ?? null,
      rsvp: attendee.getParameter('rsvp') ?? null,
      role: attendee.getParameter('role') ?? null,
    })),
    zone,
    start: utc(parsed.startDate),
    end: utc(parsed.endDate),
    alarms: event.getAllSubcomponents('valarm').map((alarm) => value('trigger', alarm)),
  };
}

must(!/[^\r]\n/.test(wire) && !/\r[^\n]/.test(wire), 'a line does not end in CRLF');
must(wire.split('\r\n').every((line) => line.length <= 998), 'a line is over 998 octets');
must(!/[^\x00-\x7f]/.test(wire), 'the mail is not ASCII on the wire');
const mail = await simpleParser(bytes, { skipTextToHtml: true, skipHtmlToText: true });
must(mail.messageId, 'no Message-ID');
must(mail.date, 'no Date');
must(mail.from?.value.length === 1, 'not one From');
must(mail.to?.value.length === 1, 'not one To');

const calendars = mail.attachments.filter((part) => part.contentType === 'text/calendar');
const invitation = mail.attachments.find((part) => part.filename === 'invite.ics');
if (calendars.length > 0) {
  must(invitation && invitation.content.equals(calendars[0].content), 'invite.ics differs from the calendar part');
}

console.log(JSON.stringify({
  faults,
  from: mail.from?.value[0],
  to: mail.to?.value[0],
  subject: mail.subject,
  date: mail.date?.toISOString(),
  message_id: mail.messageId,
  auto_submitted: mail.headers.get('auto-submitted'),
  language: mail.headers.get('content-language'),
  text: mail.text,
  html: mail.html || null,
  media_types: mediaTypes(wire),
  calendar: calendars.length > 0 ? calendarOf(calendars[0].content.toString('utf8')) : null,
}));
