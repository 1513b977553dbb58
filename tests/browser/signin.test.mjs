// Signing in at a provider of OpenID Connect that runs here, and with a passkey of a device that Chromium makes up. How the
// pages look is seen at their samples.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { after, before, it } from 'node:test';
import Provider from 'oidc-provider';
import { openBrowser, visitor } from './browser.mjs';
import { openHouse } from './house.mjs';

const SECRET = 'a secret that the provider and the program know';
const WAYS = '/arrangor/konto/innlogging';
let provider, house, browser;

/** Whoever types a name is that person, and their address is known to be theirs. */
async function openProvider(answer) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const own = new Provider(issuer, {
    clients: [{ client_id: 'moteplass', client_secret: SECRET, redirect_uris: [answer] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: `${id}@example.no`, email_verified: true }) }),
  });
  server.on('request', own.callback());
  return { issuer, close: () => (server.closeAllConnections(), server.close()) };
}

before(async () => {
  house = await openHouse({
    host: 'localhost',
    async settings(url, folder) {
      provider = await openProvider(`${url}/arrangor/openid/prove/svar`);
      const secret = path.join(folder, 'openid-secret');
      writeFileSync(secret, `${SECRET}\n`);
      return `[openid.prove]\nname = "Prøvekommunen"\nissuer = "${provider.issuer}"\nclient_id = "moteplass"\nclient_secret_file = "${secret}"\n`;
    },
  });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await house?.close();
  provider?.close();
});

/** A device that knows who holds it. */
async function device(page) {
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true };
  await chromium.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
}

/** Signs in at the provider by its own pages, which are none of ours. */
async function atTheProvider(somebody, name) {
  const { page, faults } = somebody;
  await page.fill('[name=login]', name);
  await page.fill('[name=password]', 'whatever');
  await page.click('[type=submit]');
  await page.click('[type=submit]');
  await page.waitForURL((address) => address.href.startsWith(house.url));
  faults.length = 0;
}

it('an organiser signs in at a provider, makes a passkey and signs in with it', async () => {
  await house.invite('ingrid@example.no', 'distriktssenteret');
  const ingrid = await visitor(browser, house);
  const { page, faults } = ingrid;
  await device(page);
  await page.goto('/arrangor/konto');
  await page.waitForURL('**/arrangor/logg-inn?til=*');
  await page.getByRole('link', { name: 'Logg inn med Prøvekommunen' }).click();
  await atTheProvider(ingrid, 'ingrid');
  assert.equal(new URL(page.url()).pathname, '/arrangor/konto', await page.innerText('main'));

  await page.getByRole('link', { name: 'Måtar å logge inn på' }).click();
  await page.getByLabel('Namn på passnøkkelen').fill('Jobbtelefonen');
  await page.getByRole('button', { name: 'Lag ein passnøkkel' }).click();
  await page.getByText('Passnøkkelen er laga.').waitFor();
  await page.getByRole('heading', { name: 'Jobbtelefonen' }).waitFor();

  await page.goto('/arrangor');
  await page.getByRole('button', { name: 'Logg ut', exact: true }).click();
  await page.getByText('Du er logga ut.').waitFor();
  await page.goto('/arrangor/logg-inn?til=/arrangor/konto');
  await page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
  await page.waitForURL((address) => address.pathname === '/arrangor/konto');
  await page.goto(WAYS);
  assert.doesNotMatch(await page.innerText('main'), /Aldri/);

  await page.getByRole('button', { name: 'Kople frå Prøvekommunen' }).click();
  await page.getByText('Prøvekommunen er kopla frå kontoen din.').waitFor();
  await page.getByRole('button', { name: 'Kople til Prøvekommunen' }).click();
  await page.getByRole('link', { name: 'Gå til Prøvekommunen' }).click();
  await page.waitForURL((address) => address.pathname === WAYS);
  // Its pages are none of ours.
  faults.length = 0;
  await page.getByText('Prøvekommunen er kopla til kontoen din.').waitFor();
  await page.getByRole('button', { name: 'Fjern passnøkkelen Jobbtelefonen' }).click();
  await page.getByText('Passnøkkelen er fjerna.').waitFor();
  assert.deepEqual(faults, []);
  await ingrid.close();
});

it('whoever runs the program is told which providers answer', async () => {
  const dead = `[openid.borte]\nname = "Bortekommunen"\nissuer = "http://127.0.0.1:9"\nclient_id = "moteplass"\nclient_secret_file = "${path.join(house.folder, 'openid-secret')}"\n`;
  const said = await house.doctor(dead);
  assert.match(said, new RegExp(`^fine   sign-in at Prøvekommunen \\(openid.prove\\): ${provider.issuer} answers`, 'm'));
  assert.match(said, /^wrong  sign-in at Bortekommunen \(openid.borte\): http:\/\/127.0.0.1:9\/\S+ cannot be reached/m);
});

it('a stranger comes back from the provider and is told what to do', async () => {
  const stranger = await visitor(browser, house);
  const { page } = stranger;
  await page.goto('/arrangor/logg-inn');
  await page.getByRole('link', { name: 'Logg inn med Prøvekommunen' }).click();
  await atTheProvider(stranger, 'ukjend');
  assert.match(await page.innerText('main'), /Vi kjenner ikkje innlogginga di hos Prøvekommunen enno/);
  assert.equal(await page.inputValue('[name=epost]'), 'ukjend@example.no');
  await stranger.close();
});
