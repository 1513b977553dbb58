// Chromium, and people who use it.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** The same engine with and without what is around pages; without, a page costs a third less time. */
const PROGRAMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Axe asks every frame for its part; one with a letter in it runs no scripts and cannot be asked. */
const AXE_AT_A_CLOSED_FRAME = /^Failed to execute 'postMessage' .* does not match the recipient window's origin \('null'\)\.$/;

export const LANGUAGES = ['nn', 'nb', 'sv', 'en'];
const LOCALES = { nn: 'nn-NO', nb: 'nb-NO', sv: 'sv-SE', en: 'en-GB' };

/** Debian's Chromium, without anything that would speak to others than the program under test. */
export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.MOTEPLASS_TEST_CHROMIUM ?? PROGRAMS.find((program) => existsSync(program)),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A window of this width, as high as such windows are. */
export const size = (width) => ({ width, height: width === 320 ? 640 : 900 });

/**
 * Somebody with a browser of their own (cookies, language), and a list of what went wrong on the way: whatever the
 * content security policy stopped, whatever was fetched from elsewhere or could not be fetched, whatever script failed.
 */
export async function visitor(browser, house, { language = 'nn', scripts = true, width = 1000 } = {}) {
  const context = await browser.newContext({
    baseURL: house.url,
    locale: LOCALES[language],
    javaScriptEnabled: scripts,
    viewport: size(width),
    colorScheme: 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(10_000);
  const faults = [];
  context.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(house.url + '/') && !/^(data|blob|about):/.test(address)) {
      faults.push(`asked ${address}, which is not ours`);
    }
  });
  context.on('response', (response) => {
    const own = response.request().isNavigationRequest();
    if (response.status() >= 500 || (!own && response.status() >= 400)) {
      faults.push(`${response.request().method()} ${response.url()} was answered ${response.status()}`);
    }
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') faults.push(`${request.url()} failed: ${why}`);
  });
  context.on('console', (message) => {
    const text = message.text();
    // Answers of 4xx and 5xx are told of above, with their addresses.
    if (text.startsWith('Failed to load resource') || AXE_AT_A_CLOSED_FRAME.test(text)) return;
    if (['error', 'warning'].includes(message.type())) faults.push(text);
  });
  context.on('weberror', (problem) => faults.push(String(problem.error())));
  const page = await context.newPage();
  return { context, page, faults, language, width, axe: house.axe, close: () => context.close() };
}
