// The program, started with made-up events in a folder of its own, and stopped again.

import { spawn, execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { lettersIn } from './letters.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = path.resolve(root, process.env.MOTEPLASS_PROGRAM ?? 'target/debug/moteplass');
const work = process.env.MOTEPLASS_TEST_WORK ?? tmpdir();

/** Asks until it holds, and says what it waited for when it never does. */
export async function eventually(what, within, holds) {
  const until = Date.now() + within;
  for (;;) {
    const answer = await holds();
    if (answer) return answer;
    if (Date.now() > until) throw new Error(`waited ${within / 1000} s in vain: ${what}`);
    await pause(50);
  }
}

/**
 * Starts `moteplass demo` and comes back when its events and people are there. `host` is the name in its address, `settings`
 * gives more for the file of settings when it is told the address and a folder.
 */
export async function openHouse({ host = '127.0.0.1', settings } = {}) {
  const folder = mkdtempSync(path.join(work, 'demo.'));
  const port = await freePort();
  const url = `http://${host}:${port}`;
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('MOTEPLASS_')));
  Object.assign(environment, {
    MOTEPLASS_LISTEN: `127.0.0.1:${port}`,
    MOTEPLASS_URL: url,
    MOTEPLASS_DATA: folder,
    MOTEPLASS_RATE_LIMIT: 'off',
    MOTEPLASS_CHANGE_DEBOUNCE: '1',
    // Nobody answers there: what the DNS of others says is no part of these tests.
    MOTEPLASS_DNS: '127.0.0.1:9',
  });

  if (settings) {
    environment.MOTEPLASS_CONFIG = path.join(folder, 'settings.toml');
    writeFileSync(environment.MOTEPLASS_CONFIG, await settings(url, folder));
  }

  const log = path.join(folder, 'program.log');
  const running = spawn(program, ['demo'], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = createWriteStream(log);
  let said = '';
  for (const stream of [running.stdout, running.stderr]) {
    stream.pipe(written, { end: false });
    stream.on('data', (bytes) => (said += bytes));
  }
  const ended = once(running, 'exit').catch((problem) => [problem.message]);
  let over;
  ended.then(([code]) => (over = code ?? 'a signal'));
  const stopAtOnce = () => running.kill('SIGKILL');
  process.once('exit', stopAtOnce);

  const house = {
    url,
    folder,
    log: () => readFileSync(log, 'utf8'),
    letters: () => lettersIn(folder),
    /** The letter that somebody gets, the newest of those that fit. */
    letterTo: (address, fits = () => true) =>
      eventually(`a letter to ${address}`, 20_000, async () =>
        (await lettersIn(folder)).findLast((letter) => letter.to.includes(address) && fits(letter)),
      ),
    /** Every page and letter with every sample, in a folder for each language. */
    async render() {
      const to = path.join(folder, 'samples');
      await promisify(execFile)(program, ['render', '--to', to], { cwd: folder, env: environment });
      return to;
    },
    /** The address that lets a new organiser sign in once. */
    async invite(email, organisation, role = 'owner') {
      const words = ['account', 'invite', email, '--organisation', organisation, '--role', role];
      const { stdout } = await promisify(execFile)(program, words, {
        cwd: folder,
        env: { ...environment, MOTEPLASS_DATA: path.join(folder, 'demo') },
      });
      return stdout.match(/https?:\S+/)[0];
    },
    /** What `moteplass doctor` says, with more settings than the house has. */
    async doctor(more) {
      const settings = path.join(folder, 'doctor.toml');
      writeFileSync(settings, readFileSync(environment.MOTEPLASS_CONFIG, 'utf8') + more);
      const own = { ...environment, MOTEPLASS_CONFIG: settings, MOTEPLASS_DATA: path.join(folder, 'demo') };
      // It ends with a failure when something is wrong, and has said everything by then.
      const { stdout } = await promisify(execFile)(program, ['doctor'], { cwd: folder, env: own }).catch((failed) => failed);
      return stdout;
    },
    async json(address) {
      const answer = await fetch(url + address);
      if (!answer.ok) throw new Error(`${address} was answered ${answer.status}: ${await answer.text()}`);
      return answer.json();
    },
    async close() {
      running.kill('SIGTERM');
      const limit = new AbortController();
      const late = pause(15_000, 'late', { signal: limit.signal }).catch(() => {});
      const how = await Promise.race([ended, late]);
      limit.abort();
      process.off('exit', stopAtOnce);
      if (how === 'late') {
        stopAtOnce();
        throw new Error('the program did not stop within 15 s of SIGTERM');
      }
      if (how[0] !== 0) throw new Error(`the program ended with ${how[0]}:\n${said.slice(-2000)}`);
    },
  };

  try {
    await eventually('the program is ready', 60_000, async () => {
      if (over !== undefined) throw new Error(`the program ended with ${over}:\n${said.slice(-2000)}`);
      // It prints where to look when everything has been made up.
      return said.includes(`${url}/postkasse`) && (await answers(`${url}/health/ready`));
    });
  } catch (problem) {
    stopAtOnce();
    throw problem;
  }
  return house;
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
