// Letters as they lie in a folder, read as their receivers' programs read them.

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Those that have been read, by where they lie: a letter is put there whole and never changes, and tests ask often. */
const known = new Map();

/** Every letter below a folder, oldest first. */
export async function lettersIn(folder) {
  const names = await readdir(folder, { recursive: true });
  const letters = [];
  for (const name of names.filter((name) => name.endsWith('.eml'))) {
    const file = path.join(folder, name);
    if (!known.has(file)) known.set(file, { file, ...read(await readFile(file)) });
    letters.push(known.get(file));
  }
  return letters.sort((a, b) => a.date - b.date || a.file.localeCompare(b.file));
}

function read(bytes) {
  const message = part(bytes.toString('latin1'));
  const leaves = flat(message);
  const content = (type) => leaves.find((leaf) => leaf.type === type)?.text;
  const text = content('text/plain') ?? '';
  return {
    to: message.header('to'),
    from: message.header('from'),
    subject: words(message.header('subject')),
    id: message.header('message-id'),
    date: Date.parse(message.header('date')),
    text,
    html: content('text/html') ?? '',
    calendar: content('text/calendar')?.replace(/\r?\n[ \t]/g, ''),
    /** The first address in the text that holds this. */
    link: (holding) => text.match(/https?:\/\/[^\s<>]+/g)?.find((address) => address.includes(holding))?.replace(/[.,)]+$/, ''),
  };
}

/** A part of a message; `source` has one character for each byte. */
function part(source) {
  const [, head, body] = source.match(/^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/) ?? [null, source, ''];
  const unfolded = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const header = (name) =>
    unfolded.find((line) => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1).trim() ?? '';
  const [type] = (header('content-type') || 'text/plain').toLowerCase().split(';');
  const boundary = header('content-type').match(/boundary="?([^";]+)"?/i)?.[1];
  if (boundary) {
    const between = body.split(`--${boundary}`).slice(1, -1);
    return { header, type, parts: between.map((piece) => part(piece.replace(/^\r?\n/, ''))) };
  }
  const encoding = header('content-transfer-encoding').toLowerCase();
  const decoded =
    encoding === 'base64' ? Buffer.from(body, 'base64')
    : encoding === 'quoted-printable' ? quotedPrintable(body.replace(/=\r?\n/g, ''))
    : Buffer.from(body, 'latin1');
  return { header, type, text: decoded.toString('utf8') };
}

const flat = (message) => (message.parts ? message.parts.flatMap(flat) : [message]);

const quotedPrintable = (text) =>
  Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1');

/** Encoded words of a header (RFC 2047), in UTF-8. */
function words(text) {
  return Buffer.from(text, 'latin1')
    .toString('utf8')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how, coded) =>
      (how.toLowerCase() === 'b' ? Buffer.from(coded, 'base64') : quotedPrintable(coded.replaceAll('_', ' '))).toString('latin1'),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}
